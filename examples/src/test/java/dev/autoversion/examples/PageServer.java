package dev.autoversion.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.autoversion.AssetRequest;
import dev.autoversion.AssetResponse;
import dev.autoversion.Autoversion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * One page and its assets under a context path, on each of the machine's addresses; it notes what
 * it is asked for, and lets no script run that has not the nonce {@code r4nd0m}.
 */
final class PageServer implements AutoCloseable {
  private final HttpServer server;
  private final String contextPath;
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private volatile Supplier<String> page = () -> "";
  private volatile Optional<Autoversion> assets = Optional.empty();

  PageServer(String contextPath) throws IOException {
    this.contextPath = contextPath;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  /** What is served from now on. */
  void serve(Autoversion autoversion, Supplier<String> html) {
    assets = Optional.of(autoversion);
    page = html;
  }

  String contextPath() {
    return contextPath;
  }

  int port() {
    return server.getAddress().getPort();
  }

  String address() {
    return "http://127.0.0.1:" + port() + contextPath + "/";
  }

  /** What was asked for since this was asked last, sorted. */
  List<String> requests() {
    List<String> sorted = requests.stream().sorted().toList();
    requests.clear();
    return sorted;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI().toString());
    Optional<AssetResponse> asset =
        assets.flatMap(autoversion -> autoversion.respond(new Request(exchange, contextPath)));
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    if (asset.isPresent()) {
      long length = asset.get().body().length();
      asset.get().headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(asset.get().status(), length == 0 ? -1 : length);
      asset.get().body().writeTo(exchange.getResponseBody());
    } else {
      answerPage(exchange);
    }
    exchange.close();
  }

  private void answerPage(HttpExchange exchange) throws IOException {
    boolean isPage = exchange.getRequestURI().getPath().equals(contextPath + "/");
    byte[] body = (isPage ? page.get() : "").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange
        .getResponseHeaders()
        .set(
            "Content-Security-Policy",
            "script-src 'nonce-r4nd0m' 'strict-dynamic'; worker-src 'self'");
    exchange.sendResponseHeaders(isPage ? 200 : 404, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  /** A request of the JDK's server. */
  private record Request(HttpExchange exchange, String contextPath) implements AssetRequest {
    @Override
    public String method() {
      return exchange.getRequestMethod();
    }

    @Override
    public String path() {
      return exchange.getRequestURI().getRawPath();
    }

    @Override
    public Optional<String> query() {
      return Optional.ofNullable(exchange.getRequestURI().getRawQuery());
    }

    @Override
    public List<String> headers(String name) {
      return exchange.getRequestHeaders().getOrDefault(name, List.of());
    }
  }
}
