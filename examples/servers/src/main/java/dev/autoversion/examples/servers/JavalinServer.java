package dev.autoversion.examples.servers;

import dev.autoversion.AssetResponse;
import dev.autoversion.Autoversion;
import dev.autoversion.Storing;
import io.javalin.Javalin;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.eclipse.jetty.io.EofException;

/** Javalin. It runs on Jetty, so the servlet filter would do as well. */
record JavalinServer(Autoversion autoversion) {
  RunningServer start(int port) {
    Javalin server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.before(this::answer);
                  config.routes.get("/", context -> context.html(Page.html(autoversion)));
                  config.routes.error(404, this::dontStore);
                })
            .start("127.0.0.1", port);
    return new RunningServer(server.port(), server::stop);
  }

  private void answer(Context context) throws IOException {
    Optional<AssetResponse> asset = autoversion.respond(request(context));
    if (asset.isPresent()) {
      context.skipRemainingHandlers();
      context.status(asset.get().status());
      asset.get().headers().forEach(context::header);
      try { // Not to Javalin's own stream, which would compress again, ranges too.
        asset.get().body().writeTo(context.res().getOutputStream());
      } catch (IOException e) {
        // At any other exception Javalin would write an error page after what was sent.
        throw new EofException(e);
      }
    }
  }

  private void dontStore(Context context) {
    if (autoversion.storing(request(context)) != Storing.AS_IT_SAYS) {
      context.header("Cache-Control", "no-store");
    }
  }

  private static Request request(Context context) {
    HttpServletRequest request = context.req();
    return new Request(
        request.getMethod(),
        request.getRequestURI(),
        Optional.ofNullable(request.getQueryString()),
        request.getContextPath(),
        name -> Collections.list(request.getHeaders(name)));
  }
}
