package dev.autoversion.examples.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.autoversion.AssetResponse;
import dev.autoversion.Autoversion;
import dev.autoversion.Storing;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The JDK's own server. */
record JdkServer(Autoversion autoversion) {
  RunningServer start(int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setExecutor(task -> new Thread(task).start());
    server.createContext("/", this::answer);
    server.start();
    return new RunningServer(server.getAddress().getPort(), () -> server.stop(0));
  }

  private void answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    Request request =
        new Request(
            exchange.getRequestMethod(),
            uri.getRawPath(),
            Optional.ofNullable(uri.getRawQuery()),
            "",
            name -> exchange.getRequestHeaders().getOrDefault(name, List.of()));
    try (exchange) { // Closed before its last byte, it breaks the connection off.
      Optional<AssetResponse> asset = autoversion.respond(request);
      if (asset.isPresent()) {
        asset.get().headers().forEach(exchange.getResponseHeaders()::set);
        long length = asset.get().body().length();
        // To this server 0 is a length that it does not know, and -1 is none.
        exchange.sendResponseHeaders(asset.get().status(), length == 0 ? -1 : length);
        asset.get().body().writeTo(exchange.getResponseBody());
      } else if (request.method().equals("GET") && request.path().equals("/")) {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(Page.html(autoversion).getBytes(UTF_8));
      } else {
        if (autoversion.storing(request) != Storing.AS_IT_SAYS) {
          exchange.getResponseHeaders().set("Cache-Control", "no-store");
        }
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }
}
