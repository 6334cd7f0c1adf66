package dev.autoversion.benchmarks;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Tomcat, whose static servlet holds files of up to 512 KB in memory. */
final class TomcatContainer {
  private TomcatContainer() {}

  static Container start(Filter filter, HttpServlet bare) throws Exception {
    Path work = Files.createDirectories(Path.of("target", "tomcat").toAbsolutePath());
    Tomcat server = new Tomcat();
    server.setBaseDir(work.toString());
    server.setHostname("127.0.0.1");
    server.setPort(0);
    server.getConnector().setProperty("address", "127.0.0.1");
    server.getConnector().setProperty("maxKeepAliveRequests", "-1"); // As many as elsewhere.
    Context ours = application(server, "/ours", new DefaultServlet());
    FilterDef definition = new FilterDef();
    definition.setFilterName("autoversion");
    definition.setFilter(filter);
    ours.addFilterDef(definition);
    FilterMap map = new FilterMap();
    map.setFilterName("autoversion");
    map.addURLPattern("/*");
    ours.addFilterMap(map);
    application(server, "/bare", bare);
    application(server, "/static", new DefaultServlet());
    server.start();
    return new Container(
        server.getConnector().getLocalPort(),
        () -> {
          server.stop();
          server.destroy();
        });
  }

  private static Context application(Tomcat server, String contextPath, HttpServlet servlet) {
    Context application = server.addContext(contextPath, Served.SITE.toString());
    if (application instanceof StandardContext standard) {
      // It looks for leaks where this JVM does not let it, and warns of that.
      standard.setClearReferencesThreadLocals(false);
      standard.setClearReferencesRmiTargets(false);
    }
    Tomcat.addServlet(application, "files", servlet).addMapping("/");
    return application;
  }
}
