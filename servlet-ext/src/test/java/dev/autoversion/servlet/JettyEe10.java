package dev.autoversion.servlet;

import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.security.ConstraintMapping;
import org.eclipse.jetty.ee10.servlet.security.ConstraintSecurityHandler;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.security.Constraint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty 12.1 with its servlets of Jakarta EE 10. */
final class JettyEe10 {
  private JettyEe10() {}

  static Container.Running start(Site site) throws Exception {
    Server server = new Server(new QueuedThreadPool(8));
    HttpConfiguration http = new HttpConfiguration();
    ServerConnector connector =
        new ServerConnector(
            server, 1, 1, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(site.compresses ? compressing(context(site)) : context(site));
    server.start();
    return new Container.Running(connector.getLocalPort(), server::stop);
  }

  private static Handler context(Site site) throws IOException {
    ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    context.setContextPath(site.contextPath.isEmpty() ? "/" : site.contextPath);
    if (Files.isRegularFile(site.root)) {
      context.setBaseResource(ResourceFactory.of(context).newJarFileResource(site.root.toUri()));
    } else {
      context.setBaseResourceAsPath(site.root);
    }
    context.setProtectedTargets(new String[] {"/WEB-INF", "/META-INF"});
    site.contextParameters.forEach(context::setInitParameter);
    if (!site.contextParameters.isEmpty()) {
      context.setClassLoader(site.loader());
      context.addServletContainerInitializer(site.initializer);
    }
    if (!site.denied.isEmpty()) {
      context.setSecurityHandler(denying(site));
    }
    site.filters.forEach(
        filter -> {
          FilterHolder holder = new FilterHolder(filter);
          holder.setAsyncSupported(true);
          context.addFilter(holder, "/*", site.types);
        });
    site.servlets.forEach(
        (pattern, servlet) -> {
          ServletHolder holder = new ServletHolder(servlet);
          holder.setAsyncSupported(true);
          context.addServlet(holder, pattern);
        });
    ServletHolder files = new ServletHolder("default", DefaultServlet.class);
    files.setAsyncSupported(true);
    context.addServlet(files, "/");
    if (!site.errorPage.isEmpty()) {
      ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
      errors.addErrorPage(400, 599, site.errorPage);
      context.setErrorHandler(errors);
    }
    return context;
  }

  private static ConstraintSecurityHandler denying(Site site) {
    ConstraintSecurityHandler security = new ConstraintSecurityHandler();
    for (String pattern : site.denied) {
      ConstraintMapping mapping = new ConstraintMapping();
      mapping.setPathSpec(pattern);
      mapping.setConstraint(Constraint.FORBIDDEN);
      security.addConstraintMapping(mapping);
    }
    return security;
  }

  private static Handler compressing(Handler context) {
    GzipCompression gzip = new GzipCompression();
    gzip.setMinCompressSize(1);
    CompressionHandler handler = new CompressionHandler(context);
    handler.putCompression(gzip);
    return handler;
  }
}
