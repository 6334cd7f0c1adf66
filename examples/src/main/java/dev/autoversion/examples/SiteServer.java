package dev.autoversion.examples;

import dev.autoversion.servlet.AutoversionFilter;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.URL;
import java.util.EnumSet;
import java.util.Objects;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ResourceServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** Serves the site on this machine alone; the static files are Jetty's own business. */
final class SiteServer implements AutoCloseable {
  private static final int PREFERRED_PORT = 8080;
  private static final int FREE_PORT = 0;

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  private SiteServer(SiteFolder folder, Site site) {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context(folder, site));
    server.setStopAtShutdown(true);
  }

  /** Starts it on port 8080, or on a free one where that is taken. */
  static SiteServer start(SiteFolder folder, Site site) throws Exception {
    return startOrElseFree(folder, site, PREFERRED_PORT);
  }

  static SiteServer startOrElseFree(SiteFolder folder, Site site, int port) throws Exception {
    try {
      return start(folder, site, port);
    } catch (BindException e) {
      return start(folder, site, FREE_PORT);
    }
  }

  /** Starts it on this port and no other; 0 is any free one. */
  static SiteServer start(SiteFolder folder, Site site, int port) throws Exception {
    SiteServer started = new SiteServer(folder, site);
    started.connector.setPort(port);
    started.open();
    started.server.start();
    return started;
  }

  /** Where it is: {@code http://127.0.0.1:8080/}. */
  URI url() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
  }

  /** Tells a log of each request, from now on. */
  void logTo(RequestLog log) {
    server.setRequestLog(log);
  }

  /** Waits until it is stopped. */
  void join() throws InterruptedException {
    server.join();
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
  }

  // Before the server starts, so that a port that is taken leaves nothing half started behind.
  private void open() throws IOException {
    try {
      connector.open();
    } catch (IOException e) {
      if (e.getCause() instanceof BindException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private ServletContextHandler context(SiteFolder folder, Site site) {
    ServletContextHandler context = new ServletContextHandler("/");
    for (Engine engine : Engine.values()) {
      context.addServlet(new PageServlet(() -> site.page(engine)), "/" + engine.path());
      context.addServlet(
          new PageServlet(() -> site.planner(engine)), "/" + engine.path() + "/planner");
    }
    context.addServlet(new PageServlet(site::index), "");
    context.addServlet(new PageServlet(() -> site.proof(url())), "/proof");
    context.addServlet(files(folder.staticFiles().toUri()), "/static/*");
    context.addServlet(files(webjars()), "/webjars/*");
    FilterHolder versions = new FilterHolder(new AutoversionFilter(site.autoversion()));
    versions.setAsyncSupported(true);
    context.addFilter(versions, "/*", EnumSet.allOf(DispatcherType.class));
    return context;
  }

  /** The one folder on the class path that holds WebJars: Bootstrap's jar. */
  private static URI webjars() {
    URL found = SiteServer.class.getResource("/META-INF/resources/webjars");
    return URI.create(Objects.requireNonNull(found, "no WebJar on the class path").toString());
  }

  private static ServletHolder files(URI root) {
    ServletHolder files = new ServletHolder(new ResourceServlet());
    files.setInitParameter("baseResource", root.toString());
    files.setInitParameter("dirAllowed", "false");
    return files;
  }
}
