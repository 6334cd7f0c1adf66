package dev.autoversion.examples.servers;

import dev.autoversion.AssetResponse;
import dev.autoversion.Autoversion;
import dev.autoversion.Storing;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Optional;

/** Vert.x. A worker asks, as an event loop must not wait for the disk. */
record VertxServer(Autoversion autoversion) {
  RunningServer start(int port) {
    Vertx vertx = Vertx.vertx();
    Router router = Router.router(vertx);
    router.route("/static/*").blockingHandler(this::answer, false);
    router.get("/").handler(this::page);
    HttpServer server = vertx.createHttpServer().requestHandler(router);
    int bound = server.listen(port, "127.0.0.1").await().actualPort();
    return new RunningServer(bound, () -> vertx.close().await());
  }

  private void page(RoutingContext context) {
    context.response().putHeader("Content-Type", "text/html; charset=utf-8");
    context.end(Page.html(autoversion));
  }

  private void answer(RoutingContext context) {
    HttpServerRequest asked = context.request();
    Optional<String> query = Optional.ofNullable(asked.query());
    Request request =
        new Request(asked.method().name(), asked.path(), query, "", asked.headers()::getAll);
    Optional<AssetResponse> asset = autoversion.respond(request);
    if (asset.isPresent()) {
      send(asset.get(), context.response());
    } else {
      if (autoversion.storing(request) != Storing.AS_IT_SAYS) {
        context.response().putHeader("Cache-Control", "no-store");
      }
      context.next();
    }
  }

  private static void send(AssetResponse answer, HttpServerResponse response) {
    response.setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    try {
      answer.body().writeTo(new Sending(response));
      response.end();
    } catch (IOException e) {
      response.reset(); // Breaks the connection off.
    }
  }
}
