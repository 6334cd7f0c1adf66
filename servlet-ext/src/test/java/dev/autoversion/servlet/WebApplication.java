package dev.autoversion.servlet;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** A whole web application in Tomcat, as its web.xml has it; all else is found by the container. */
record WebApplication(Tomcat tomcat, Context context) implements AutoCloseable {
  // Held, as the logging library forgets the level of a logger that nobody holds.
  private static final Logger LOGGER = Logger.getLogger("org.apache");

  /** Starts what is in a folder, or in an archive, which stays packed. */
  static WebApplication start(Path application, Path beside) throws Exception {
    LOGGER.setLevel(Level.OFF);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory(beside, ".tomcat").toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addWebapp("", application.toString());
    context.setParentClassLoader(WebApplication.class.getClassLoader());
    ((StandardContext) context).setUnpackWAR(false);
    tomcat.start();
    WebApplication started = new WebApplication(tomcat, context);
    if (context.getState() != LifecycleState.STARTED) {
      started.close();
      throw new IllegalStateException("the context failed to start");
    }
    return started;
  }

  /** A web.xml with context parameters: names and values in turn. */
  static String descriptor(String... parameters) {
    StringBuilder text =
        new StringBuilder(
            "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">\n");
    for (int i = 0; i < parameters.length; i += 2) {
      text.append("<context-param><param-name>")
          .append(parameters[i])
          .append("</param-name><param-value>")
          .append(parameters[i + 1])
          .append("</param-value></context-param>\n");
    }
    return text.append("</web-app>\n").toString();
  }

  ServletContext servletContext() {
    return context.getServletContext();
  }

  Answer get(String target, String... headers) throws IOException {
    return Answer.of(tomcat.getConnector().getLocalPort(), "GET", target, headers);
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }
}
