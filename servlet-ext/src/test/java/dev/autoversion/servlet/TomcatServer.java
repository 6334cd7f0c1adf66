package dev.autoversion.servlet;

import jakarta.servlet.DispatcherType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Tomcat 11. */
final class TomcatServer {
  // Held, as the logging library forgets the level of a logger that nobody holds.
  private static final Logger LOGGER = Logger.getLogger("org.apache");

  private TomcatServer() {}

  static Container.Running start(Site site) throws Exception {
    LOGGER.setLevel(Level.OFF);
    Path base = Files.createTempDirectory(site.root, ".tomcat");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.getConnector().setProperty("maxThreads", "8");
    if (site.compresses) {
      tomcat.getConnector().setProperty("compression", "on");
      tomcat.getConnector().setProperty("compressionMinSize", "1");
    }
    fill(tomcat.addContext(site.contextPath, site.root.toString()), site);
    tomcat.start();
    return new Container.Running(
        tomcat.getConnector().getLocalPort(),
        () -> {
          tomcat.stop();
          tomcat.destroy();
        });
  }

  private static void fill(Context context, Site site) {
    Tomcat.addDefaultMimeTypeMappings(context);
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
    site.staticSettings.forEach(files::addInitParameter);
    files.setAsyncSupported(true);
    files.addMapping("/");
    if (!site.errorPage.isEmpty()) {
      ErrorPage page = new ErrorPage();
      page.setLocation(site.errorPage);
      context.addErrorPage(page);
    }
  }
}
