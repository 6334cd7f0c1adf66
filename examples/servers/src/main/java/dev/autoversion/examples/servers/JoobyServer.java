package dev.autoversion.examples.servers;

import dev.autoversion.AssetResponse;
import dev.autoversion.Autoversion;
import dev.autoversion.Storing;
import io.jooby.Context;
import io.jooby.ExecutionMode;
import io.jooby.Jooby;
import io.jooby.MediaType;
import io.jooby.Server;
import io.jooby.ServerOptions;
import io.jooby.StatusCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Optional;

/** Jooby, on Netty. */
record JoobyServer(Autoversion autoversion) {
  RunningServer start(int port) {
    Jooby site = new Jooby();
    site.setExecutionMode(ExecutionMode.WORKER);
    site.get("/", c -> c.setResponseType(MediaType.html).send(Page.html(autoversion)));
    site.route("GET", "/static/*", this::answer);
    site.route("HEAD", "/static/*", this::answer);
    ServerOptions options = new ServerOptions().setPort(port);
    options.setHost("127.0.0.1");
    Server server = Server.loadServer(options).start(site);
    return new RunningServer(server.getOptions().getPort(), server::stop);
  }

  private Context answer(Context context) throws IOException {
    Request request =
        new Request(
            context.getMethod(),
            context.getRequestPath(),
            Optional.of(context.queryString()).filter(q -> !q.isEmpty()).map(q -> q.substring(1)),
            context.getContextPath().equals("/") ? "" : context.getContextPath(),
            name -> context.header(name).toList());
    Optional<AssetResponse> asset = autoversion.respond(request);
    if (asset.isPresent()) {
      context.setResponseCode(asset.get().status());
      asset.get().headers().forEach(context::setResponseHeader);
      AssetResponse.Body body = asset.get().body();
      if (body.length() > 0 && body.bytes().isPresent()) {
        return context.send(body.bytes().get());
      }
      // Of its ways to send, this one neither cuts a range out again nor runs ahead of the client.
      InputStream in = Reading.of(body, context.getRouter().getWorker());
      return context.send(Channels.newChannel(in));
    }
    if (autoversion.storing(request) != Storing.AS_IT_SAYS) {
      context.setResponseHeader("Cache-Control", "no-store");
    }
    return context.send(StatusCode.NOT_FOUND);
  }
}
