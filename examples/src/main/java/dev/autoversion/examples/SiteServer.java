package dev.autoversion.examples;

import dev.autoversion.servlet.AutoversionFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.URL;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ResourceServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** Serves the site to this machine only; Jetty itself serves the static files. */
final class SiteServer implements AutoCloseable {
  static final int PREFERRED_PORT = 8080;
  private static final int FREE_PORT = 0;

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  private SiteServer(Site site) {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context(site));
    server.setStopAtShutdown(true);
  }

  /** Starts it on port 8080, or on a free one where that is taken. */
  static SiteServer start(Site site) throws Exception {
    return startOrElseFree(site, PREFERRED_PORT);
  }

  static SiteServer startOrElseFree(Site site, int port) throws Exception {
    try {
      return start(site, port);
    } catch (BindException e) {
      return start(site, FREE_PORT);
    }
  }

  /** Starts it on this port and no other; 0 is any free one. */
  static SiteServer start(Site site, int port) throws Exception {
    SiteServer started = new SiteServer(site);
    started.connector.setPort(port);
    started.open();
    started.server.start();
    return started;
  }

  /** Where it is: {@code http://127.0.0.1:8080/}. */
  URI url() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
  }

  /** Writes each request to a log from now on. */
  void logTo(RequestLog log) {
    server.setRequestLog(log);
  }

  /** Runs an action once the server has stopped, for whatever reason. */
  void afterwards(Runnable action) {
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStopped(LifeCycle stopped) {
            action.run();
          }
        });
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

  private ServletContextHandler context(Site site) {
    ServletContextHandler context = new ServletContextHandler("/");
    addPages(context, site);
    addFiles(context, site);
    FilterHolder versions = new FilterHolder(new AutoversionFilter(site.autoversion()));
    versions.setAsyncSupported(true);
    context.addFilter(versions, "/*", EnumSet.allOf(DispatcherType.class));
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.addErrorPage(HttpServletResponse.SC_NOT_FOUND, "/missing");
    context.setErrorHandler(errors);
    return context;
  }

  private void addPages(ServletContextHandler context, Site site) {
    for (Engine engine : Engine.values()) {
      String path = "/" + engine.path();
      context.addServlet(PageServlet.html(() -> site.page(engine)), path);
      context.addServlet(PageServlet.html(() -> site.planner(engine)), path + "/planner");
      context.addServlet(PageServlet.html(() -> site.shop(engine)), path + "/shop");
    }
    context.addServlet(PageServlet.html(site::index), "");
    context.addServlet(PageServlet.html(site::templates), "/templates");
    context.addServlet(PageServlet.html(() -> site.proof(url())), "/proof");
    context.addServlet(PageServlet.html(site::missing), "/missing");
    context.addServlet(PageServlet.html(site::plainShop), "/plain/shop");
    context.addServlet(
        new EditServlet(new Shop(site.folder().shop(), site.autoversion())), "/edit");
    AnswerHead heads = new AnswerHead();
    context.addServlet(PageServlet.text(() -> heads.of(site.old(url()))), "/proof/old");
  }

  private static void addFiles(ServletContextHandler context, Site site) {
    SiteFolder folder = site.folder();
    context.addServlet(files(folder.staticFiles().toUri()), "/static/*");
    context.addServlet(files(folder.shop().toUri()), "/shop/*");
    // As many servers are set up: kept for an hour, under a name that never changes.
    ServletHolder plain = files(folder.shop().toUri());
    plain.setInitParameter("cacheControl", "max-age=3600");
    context.addServlet(plain, "/plain/*");
    for (String name : List.of("bootstrap", "lit-html")) {
      context.addServlet(files(webjar(name)), "/webjars/" + name + "/*");
    }
  }

  private static URI webjar(String name) {
    URL found = SiteServer.class.getResource("/META-INF/resources/webjars/" + name);
    return URI.create(Objects.requireNonNull(found, () -> "no WebJar of " + name).toString());
  }

  private static ServletHolder files(URI root) {
    ServletHolder files = new ServletHolder(new ResourceServlet());
    files.setInitParameter("baseResource", root.toString());
    files.setInitParameter("dirAllowed", "false");
    return files;
  }
}
