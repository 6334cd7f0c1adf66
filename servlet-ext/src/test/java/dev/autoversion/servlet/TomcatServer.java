package dev.autoversion.servlet;

import jakarta.servlet.DispatcherType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.authenticator.NonLoginAuthenticator;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/** Tomcat, whichever is on the class path. */
final class TomcatServer {
  // Held, as the logging library forgets the level of a logger that nobody holds.
  private static final Logger LOGGER = Logger.getLogger("org.apache");

  private TomcatServer() {}

  static Container.Running start(Site site) throws Exception {
    LOGGER.setLevel(Level.OFF);
    Path beside = Files.isDirectory(site.root) ? site.root : site.root.getParent();
    Path base = Files.createTempDirectory(beside, ".tomcat");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.getConnector().setProperty("maxThreads", "8");
    tomcat.getConnector().addUpgradeProtocol(new Http2Protocol());
    if (site.compresses) {
      tomcat.getConnector().setProperty("compression", "on");
      tomcat.getConnector().setProperty("compressionMinSize", "1");
    }
    Context context = tomcat.addContext(site.contextPath, site.root.toString());
    ((StandardContext) context).setUnpackWAR(false);
    fill(context, site);
    tomcat.start();
    if (context.getState() != LifecycleState.STARTED) {
      tomcat.stop();
      tomcat.destroy();
      throw new IllegalStateException("the context failed to start");
    }
    return new Container.Running(
        tomcat.getConnector().getLocalPort(),
        () -> {
          tomcat.stop();
          tomcat.destroy();
        });
  }

  private static void fill(Context context, Site site) {
    Tomcat.addDefaultMimeTypeMappings(context);
    site.contextParameters.forEach(context::addParameter);
    if (!site.contextParameters.isEmpty()) {
      context.addServletContainerInitializer(site.initializer, null);
    }
    for (String pattern : site.denied) {
      SecurityCollection collection = new SecurityCollection();
      collection.addPattern(pattern);
      SecurityConstraint constraint = new SecurityConstraint();
      constraint.addCollection(collection);
      constraint.setAuthConstraint(true);
      context.addConstraint(constraint);
    }
    if (!site.denied.isEmpty()) {
      context.getPipeline().addValve(new NonLoginAuthenticator());
    }
    for (int i = 0; i < site.filters.size(); i++) {
      FilterDef filter = new FilterDef();
      filter.setFilterName("filter" + i);
      filter.setFilter(site.filters.get(i));
      filter.setAsyncSupported("true");
      context.addFilterDef(filter);
      FilterMap map = new FilterMap();
      map.setFilterName("filter" + i);
      map.addURLPattern("/*");
      for (DispatcherType type : site.types) {
        map.setDispatcher(type.name());
      }
      context.addFilterMap(map);
    }
    site.servlets.forEach(
        (pattern, servlet) -> {
          Wrapper wrapper = Tomcat.addServlet(context, pattern, servlet);
          wrapper.setAsyncSupported(true);
          wrapper.addMapping(pattern);
        });
    Wrapper files = Tomcat.addServlet(context, "default", new DefaultServlet());
    files.setAsyncSupported(true);
    files.addMapping("/");
    if (!site.errorPage.isEmpty()) {
      ErrorPage page = new ErrorPage();
      page.setLocation(site.errorPage);
      context.addErrorPage(page);
    }
  }
}
