package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CacheRequest;
import java.net.CacheResponse;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ResponseCache;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes between us and a dev server, byte by byte. */
class DevServerAnswersTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String OK =
      "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\n";

  @TempDir Path folder;
  private ServerSocket server;
  private String origin;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server.setSoTimeout((int) LONG.toMillis());
    origin = "http://127.0.0.1:" + server.getLocalPort();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private static Optional<String> base(URI told) {
    Warnings warnings = new Warnings(10, () -> 0);
    return assertTimeoutPreemptively(LONG, () -> new DevServer(told, () -> 0, warnings).base());
  }

  /** The lines of the one request, and "closed" once the other side has closed. */
  private List<String> answer(String response) {
    List<String> seen = new ArrayList<>();
    try (Socket client = server.accept()) {
      client.setSoTimeout(5_000);
      InputStream bytes = client.getInputStream();
      for (String line = line(bytes); !line.isEmpty(); line = line(bytes)) {
        seen.add(line);
      }
      client.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
      seen.add(bytes.read() < 0 ? "closed" : "more");
    } catch (SocketTimeoutException e) {
      seen.add("left open");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return seen;
  }

  private static String line(InputStream bytes) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = bytes.read(); c >= 0 && c != '\n'; c = bytes.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  /** It may send its first bytes at once and the rest when it has compiled them. */
  @Test
  void answers_connectionIsNotKept() throws Exception {
    CompletableFuture<List<String>> seen = CompletableFuture.supplyAsync(() -> answer(OK));
    assertEquals(Optional.of(origin + "/app/"), base(URI.create(origin + "/app")));
    List<String> lines = seen.get(LONG.toSeconds(), TimeUnit.SECONDS);
    assertEquals("GET /app/@vite/client HTTP/1.1", lines.get(0));
    assertEquals(true, lines.contains("Connection: close"), lines.toString());
    assertEquals("closed", lines.get(lines.size() - 1));
  }

  /** A page waits two seconds for it once, and no longer. */
  @Test
  void neverAnswering_isNotBelieved() {
    List<String> log =
        CapturedLog.of(() -> assertEquals(Optional.empty(), base(URI.create(origin))));
    assertEquals(
        List.of(
            "'%s/@vite/client' answers nothing for 2 seconds, so pages load the last build and not the dev server; does Vite listen there, and is its base '/'?"
                .formatted(origin)),
        log);
  }

  /** As Vite does with {@code server.https} set, and any other server that speaks only TLS. */
  @Test
  void closing_isTold() throws Exception {
    CompletableFuture<Void> closing = CompletableFuture.runAsync(this::closeEachConnection);
    List<String> log =
        CapturedLog.of(() -> assertEquals(Optional.empty(), base(URI.create(origin))));
    server.close();
    closing.get(LONG.toSeconds(), TimeUnit.SECONDS);
    assertEquals(
        List.of(
            "'%s/@vite/client' answers nothing, so pages load the last build and not the dev server; does it listen for https?"
                .formatted(origin)),
        log);
  }

  /** Killed while it answers: the second connection was made before it listened no more. */
  @Test
  void ending_isNotTold() throws Exception {
    CompletableFuture<Void> ending = CompletableFuture.runAsync(this::closeAfterTwoConnections);
    List<String> log =
        CapturedLog.of(() -> assertEquals(Optional.empty(), base(URI.create(origin))));
    ending.get(LONG.toSeconds(), TimeUnit.SECONDS);
    assertEquals(List.of(), log);
  }

  private void closeAfterTwoConnections() {
    try {
      try (Socket first = server.accept()) {
        line(first.getInputStream());
      }
      try (Socket second = server.accept()) {
        line(second.getInputStream());
        server.close();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void closeEachConnection() {
    while (true) {
      try (Socket client = server.accept()) {
        line(client.getInputStream());
      } catch (IOException e) { // The test is over.
        return;
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX) // Elsewhere a full queue refuses.
  void neverAccepting_isNotBelieved() throws IOException {
    List<Socket> queue = new ArrayList<>();
    try {
      while (connects(queue)) {
        assertEquals(true, queue.size() < 100);
      }
      assertEquals(Optional.empty(), base(URI.create(origin)));
    } finally {
      for (Socket each : queue) {
        each.close();
      }
    }
  }

  private boolean connects(List<Socket> queue) throws IOException {
    Socket next = new Socket();
    queue.add(next);
    try {
      next.connect(new InetSocketAddress("127.0.0.1", server.getLocalPort()), 100);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /** Vite says so to a host that it does not know, and to a path that is not below its base. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "403 | text/plain | 403 | is its host in Vite's server.allowedHosts?",
        "404 | text/plain | 404 | does Vite listen there, and is its base '/app/'?",
        "200 | text/html | 200 with a page | does Vite listen there, and is its base '/app/'?"
      })
  void otherAnswer_isTold(int status, String type, String told, String question) {
    String response =
        "HTTP/1.1 %d So\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: 0\r\n\r\n"
            .formatted(status, type);
    CompletableFuture<List<String>> seen = CompletableFuture.supplyAsync(() -> answer(response));
    List<String> log =
        CapturedLog.of(() -> assertEquals(Optional.empty(), base(URI.create(origin + "/app"))));
    assertEquals("GET /app/@vite/client HTTP/1.1", seen.join().get(0));
    assertEquals(
        List.of(
            "'%s/app/@vite/client' answers %s, so pages load the last build and not the dev server; %s"
                .formatted(origin, told, question)),
        log);
  }

  @Test
  void nobodyAnswers_isNotTold() throws IOException {
    server.close();
    assertEquals(
        List.of(), CapturedLog.of(() -> assertEquals(Optional.empty(), base(URI.create(origin)))));
  }

  /** What a program's own cache has of it says nothing of whether it runs. */
  @Test
  void cachedAnswer_isNotBelieved() throws IOException {
    server.close();
    ResponseCache before = ResponseCache.getDefault();
    ResponseCache.setDefault(new Always());
    try {
      assertEquals(
          200, ((HttpURLConnection) URI.create(origin).toURL().openConnection()).getResponseCode());
      assertEquals(Optional.empty(), base(URI.create(origin)));
    } finally {
      ResponseCache.setDefault(before);
    }
  }

  /** A file that is longer than any URL is something else. */
  @Test
  void hotFile_longestThatIsRead() throws IOException {
    Path hot = folder.resolve("hot");
    Files.writeString(hot, origin + "\n".repeat(2_000 - origin.length()));
    CompletableFuture<List<String>> seen = CompletableFuture.supplyAsync(() -> answer(OK));
    assertEquals(Optional.of(origin + "/"), base(hot.toUri()));
    assertEquals("GET /@vite/client HTTP/1.1", seen.join().get(0));
    Files.writeString(hot, origin + "\n".repeat(2_001 - origin.length()));
    assertEquals(Optional.empty(), base(hot.toUri()));
  }

  /** Has been told that all is well. */
  private static final class Always extends ResponseCache {
    @Override
    public CacheResponse get(URI uri, String method, Map<String, List<String>> headers) {
      return new CacheResponse() {
        @Override
        public Map<String, List<String>> getHeaders() {
          Map<String, List<String>> headers = new HashMap<>();
          headers.put(null, List.of("HTTP/1.1 200 OK"));
          return headers;
        }

        @Override
        public InputStream getBody() {
          return new ByteArrayInputStream(new byte[0]);
        }
      };
    }

    @Override
    public CacheRequest put(URI uri, URLConnection connection) {
      throw new AssertionError("nothing came from the network");
    }
  }
}
