package dev.autoversion.examples.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoversion.Autoversion;
import dev.autoversion.servlet.AutoversionFilter;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** Dropwizard. It runs on Jetty, so the servlet filter is all it takes. */
final class DropwizardServer extends Application<Configuration> {
  private static final String CONFIGURATION =
      """
      logging: {level: WARN}
      server:
        type: simple
        applicationContextPath: /
        adminContextPath: /admin
        connector: {type: http, bindHost: 127.0.0.1, port: %s}
        requestLog: {appenders: []}
      """;

  private final Autoversion autoversion;
  private final CompletableFuture<Server> started = new CompletableFuture<>();

  DropwizardServer(Autoversion autoversion) {
    this.autoversion = autoversion;
  }

  RunningServer start(int port) throws Exception {
    run("server", CONFIGURATION.formatted(port));
    Server server = started.join();
    return new RunningServer(server.getURI().getPort(), () -> LifeCycle.stop(server));
  }

  @Override
  public void initialize(Bootstrap<Configuration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(
        yaml -> new ByteArrayInputStream(yaml.getBytes(UTF_8)));
  }

  @Override
  public void run(Configuration configuration, Environment environment) {
    FilterRegistration.Dynamic filter =
        environment.servlets().addFilter("autoversion", new AutoversionFilter(autoversion));
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, "/*");
    environment.jersey().register(new Pages(autoversion));
    environment.lifecycle().addServerLifecycleListener(started::complete);
  }

  /** The pages. */
  @Path("/")
  public record Pages(Autoversion autoversion) {
    /** {@return the only one} */
    @GET
    @Produces("text/html")
    public String page() {
      return Page.html(autoversion);
    }
  }
}
