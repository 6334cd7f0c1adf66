package dev.autoversion.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptConnectionTest {
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = new byte[100_000];
          exchange
              .getResponseHeaders()
              .set("X-Accept", exchange.getRequestHeaders().getFirst("Accept-Encoding"));
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void get_countsHeadAndBody() throws IOException {
    try (KeptConnection connection =
        KeptConnection.to(server.getAddress().getPort(), "/a.js", "br")) {
      connection.get();
      KeptConnection.Answer answer = connection.get();
      assertTrue(answer.head().startsWith("HTTP/1.1 200 OK\r\n"), answer.head());
      assertTrue(answer.head().endsWith("\r\n\r\n"), answer.head());
      assertEquals("br", answer.header("x-accept"));
      assertEquals("", answer.header("ETag"));
      assertEquals(100_000, answer.bodyBytes());
      assertEquals(100_000 + answer.head().length(), answer.bytes());
    }
  }
}
