package dev.autoversion.examples.servers;

import dev.autoversion.Autoversion;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Micronaut, on Netty. */
record MicronautServer(Autoversion autoversion) {
  RunningServer start(int port) {
    ApplicationContext site =
        ApplicationContext.builder()
            .singletons(autoversion)
            .properties(Map.of("micronaut.server.host", "127.0.0.1", "micronaut.server.port", port))
            // Micronaut would compress again, ranges too.
            .properties(Map.of("micronaut.server.netty.compression-threshold", -1))
            .start();
    EmbeddedServer server = site.getBean(EmbeddedServer.class).start();
    return new RunningServer(server.getPort(), site::close);
  }

  @Controller
  record Pages(Autoversion autoversion) {
    @Get(produces = MediaType.TEXT_HTML)
    String page() {
      return Page.html(autoversion);
    }
  }
}
