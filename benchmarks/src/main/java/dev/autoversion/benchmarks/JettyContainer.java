package dev.autoversion.benchmarks;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ResourceServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** Jetty. */
final class JettyContainer {
  private JettyContainer() {}

  static Container start(Filter filter, HttpServlet bare) throws Exception {
    Server server = new Server(ServerTime.threads());
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler ours = application("/ours", new ServletHolder(new ResourceServlet()));
    ours.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
    server.setHandler(
        new ContextHandlerCollection(
            ours,
            application("/bare", new ServletHolder(bare)),
            application("/static", new ServletHolder(new ResourceServlet()))));
    server.start();
    return new Container(connector.getLocalPort(), server::stop);
  }

  private static ServletContextHandler application(String contextPath, ServletHolder servlet) {
    ServletContextHandler application = new ServletContextHandler();
    application.setContextPath(contextPath);
    application.setBaseResourceAsPath(Served.SITE);
    application.addServlet(servlet, "/");
    return application;
  }
}
