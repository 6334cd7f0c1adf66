package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Pages that a real servlet container answers. */
class ServletTest extends PageTest {
  private static final String LINKS =
      "<a th:href=\"@{/s/a.css(x=1)}\" av:src=\"/s/a.png\" th:title=\"@{/about}\"></a>";

  @Test
  void page_inContextPath() throws Exception {
    assertEquals(
        "<a href=\"/shop/s/a.css?x=1&amp;v=3fc4ccfe7458\""
            + " src=\"/shop/s/a.png?v=3fc4ccfe7458\" title=\"/shop/about\"></a>",
        get("/shop", "/shop/page"));
  }

  @Test
  void page_atRoot() throws Exception {
    assertEquals(
        "<a href=\"/s/a.css?x=1&amp;v=3fc4ccfe7458\""
            + " src=\"/s/a.png?v=3fc4ccfe7458\" title=\"/about\"></a>",
        get("/", "/page"));
  }

  /** Until the browser has sent its first cookie back, containers put the session into URLs. */
  @Test
  void page_firstOfASession() throws Exception {
    assertEquals(
        "<a href=\"/shop/s/a.css;jsessionid=ID?x=1&amp;v=3fc4ccfe7458\""
            + " src=\"/shop/s/a.png;jsessionid=ID?v=3fc4ccfe7458\""
            + " title=\"/shop/about;jsessionid=ID\"></a>",
        get("/shop", "/shop/page?session").replaceAll("jsessionid=\\w+\\.?\\w*", "jsessionid=ID"));
  }

  private String get(String contextPath, String path) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context =
        new ServletContextHandler(contextPath, ServletContextHandler.SESSIONS);
    context.addServlet(new PageServlet(engine(LINKS)), "/page");
    server.setHandler(context);
    server.start();
    try {
      URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
          .body();
    } finally {
      server.stop();
    }
  }

  private static final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient TemplateEngine engine;

    PageServlet(TemplateEngine engine) {
      this.engine = engine;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if ("session".equals(request.getQueryString())) {
        request.getSession();
      }
      IWebExchange exchange =
          JakartaServletWebApplication.buildApplication(getServletContext())
              .buildExchange(request, response);
      response.setContentType("text/html;charset=UTF-8");
      engine.process(PAGE, new WebContext(exchange), response.getWriter());
    }
  }
}
