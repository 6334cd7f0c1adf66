package dev.autoversion.examples.servers;

import dev.autoversion.AssetResponse;
import dev.autoversion.Autoversion;
import dev.autoversion.Storing;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Helidon SE, whose threads may wait: each request has a virtual one. */
record HelidonServer(Autoversion autoversion) {
  RunningServer start(int port) {
    WebServer server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(port)
            .routing(routing -> routing.any("/static/*", this::answer).get("/", this::page))
            .build()
            .start();
    return new RunningServer(server.port(), server::stop);
  }

  private void page(ServerRequest asked, ServerResponse response) {
    response.header("Content-Type", "text/html; charset=utf-8");
    response.send(Page.html(autoversion));
  }

  private void answer(ServerRequest asked, ServerResponse response) {
    HttpPrologue line = asked.prologue();
    Request request =
        new Request(
            line.method().text(),
            line.uriPath().rawPath(),
            Optional.of(line.query().rawValue()).filter(query -> !query.isEmpty()),
            "",
            name -> asked.headers().all(HeaderNames.create(name), List::of));
    Optional<AssetResponse> asset = autoversion.respond(request);
    if (asset.isEmpty()) {
      if (autoversion.storing(request) != Storing.AS_IT_SAYS) {
        response.header("Cache-Control", "no-store");
      }
      response.status(Status.NOT_FOUND_404).send();
      return;
    }
    response.status(Status.create(asset.get().status()));
    asset.get().headers().forEach(response::header);
    send(asset.get().body(), response);
  }

  private static void send(AssetResponse.Body body, ServerResponse response) {
    if (body.length() == 0) {
      response.send();
      return;
    }
    try (OutputStream out = response.outputStream()) {
      body.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
