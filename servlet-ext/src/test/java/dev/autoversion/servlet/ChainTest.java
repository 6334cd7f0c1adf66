package dev.autoversion.servlet;

import static dev.autoversion.servlet.AssetFiles.IMMUTABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Placement;
import dev.autoversion.servlet.Container.Running;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What servlets behind the filter see, and what becomes of what they do. */
class ChainTest {
  private static final String CURRENT = "/static/app-3fc4ccfe7458.js";
  private static final String STALE = "/static/app-000000000000.js";

  @TempDir static Path root;

  @BeforeAll
  static void writeFiles() throws Exception {
    AssetFiles.write(root);
  }

  private static Site site() {
    return new Site(
        root, new AutoversionFilter(AssetFiles.autoversion(root, Placement.fileName())));
  }

  /** A servlet in one expression; written out for what it does. */
  @FunctionalInterface
  interface Action {
    void run(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  private static HttpServlet servlet(Action action) {
    return new ActionServlet(action);
  }

  private static final class ActionServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient Action action;

    ActionServlet(Action action) {
      this.action = action;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      action.run(request, response);
    }
  }

  private static String view(HttpServletRequest request) {
    return String.join(
        " ",
        request.getRequestURI(),
        request.getRequestURL().toString().replaceAll(":\\d+", ""),
        request.getServletPath(),
        String.valueOf(request.getPathInfo()),
        String.valueOf(request.getQueryString()),
        String.valueOf(request.getHttpServletMapping().getMappingMatch()),
        request.getHttpServletMapping().getMatchValue(),
        request.getHttpServletMapping().getPattern());
  }

  private static final Action TELL =
      (request, response) -> response.getWriter().print(view(request));

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void request_isWithoutVersion(Container container) throws Exception {
    try (Running byPath = container.start(site().at("/shop").with("/static/*", servlet(TELL)));
        Running byExtension = container.start(site().with("*.js", servlet(TELL)));
        Running byName =
            container.start(site().with("/static/app-3fc4ccfe7458.js", servlet(TELL)));
        Running byDefault = container.start(site().with("/other/*", servlet(TELL)))) {
      assertEquals(
          "/shop/static/app.js;x=1 http://127.0.0.1/shop/static/app.js;x=1 /static /app.js a=b"
              + " PATH app.js /static/*",
          byPath.get("/shop/static/app-3fc4ccfe7458.js;x=1?a=b").text());
      assertEquals(
          "/shop/static/a%20b.js http://127.0.0.1/shop/static/a%20b.js /static /a b.js null"
              + " PATH a b.js /static/*",
          byPath.get("/shop/static/a%20b-3fc4ccfe7458.js").text());
      assertEquals(
          "/static/app.js http://127.0.0.1/static/app.js /static/app.js null null"
              + " EXTENSION static/app *.js",
          byExtension.get(CURRENT).text());
      assertEquals(
          "/static/app.js http://127.0.0.1/static/app.js /static/app.js null null"
              + " EXACT static/app.js /static/app-3fc4ccfe7458.js",
          byName.get(CURRENT).text());
      assertEquals(
          "/other/app.js http://127.0.0.1/other/app.js /other /app.js null PATH app.js /other/*",
          byDefault.get("/other/app.js").text());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void request_forwardedOrIncluded_isTheTargets(Container container) throws Exception {
    Action forward = (q, p) -> q.getRequestDispatcher("/tell/x?c=d").forward(q, p);
    Action include = (q, p) -> q.getRequestDispatcher("/tell/x?c=d").include(q, p);
    Site forwarding = site().with("/static/*", servlet(forward)).with("/tell/*", servlet(TELL));
    Site including = site().with("/static/*", servlet(include)).with("/tell/*", servlet(TELL));
    try (Running forwards = container.start(forwarding);
        Running includes = container.start(including)) {
      assertEquals(
          "/tell/x http://127.0.0.1/tell/x /tell /x c=d PATH x /tell/*",
          forwards.get(CURRENT).text());
      assertEquals(
          "/static/app.js http://127.0.0.1/static/app.js /static /app.js null PATH app.js /static/*",
          includes.get(CURRENT).text());
      assertEquals(IMMUTABLE, forwards.get(CURRENT).cacheControl());
      assertEquals("no-store", forwards.get(STALE).cacheControl());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void forward_toVersionedUrl_findsTheFileAndSaysNothing(Container container) throws Exception {
    Action forward = (q, p) -> q.getRequestDispatcher(CURRENT).forward(q, p);
    Action dispatch = (q, p) -> q.startAsync().dispatch(CURRENT);
    Site site = site().with("/forward", servlet(forward)).with("/async", servlet(dispatch));
    try (Running server = container.start(site)) {
      for (String path : new String[] {"/forward", "/async"}) {
        Answer answer = server.get(path);
        assertEquals(
            "200 two ", answer.status() + " " + answer.text() + " " + answer.cacheControl());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void cacheControl_isDecidedWhenTheFirstBytesLeave(Container container) throws Exception {
    assertDecided(container, IMMUTABLE, 200, (q, p) -> p.getOutputStream().print("x"));
    assertDecided(container, IMMUTABLE, 200, (q, p) -> p.getOutputStream().write(120));
    assertDecided(container, IMMUTABLE, 200, (q, p) -> p.getWriter().print("x"));
    assertDecided(container, IMMUTABLE, 200, (q, p) -> p.getWriter().println());
    assertDecided(container, IMMUTABLE, 200, (q, p) -> p.getWriter().append('x').flush());
    assertDecided(container, IMMUTABLE, 200, (q, p) -> p.flushBuffer());
    assertDecided(container, IMMUTABLE, 200, (q, p) -> p.getOutputStream().flush());
    assertDecided(container, IMMUTABLE, 200, (q, p) -> p.getOutputStream().close());
    assertDecided(container, IMMUTABLE, 200, (q, p) -> {});
    assertDecided(container, IMMUTABLE, 206, (q, p) -> p.setStatus(206));
    assertDecided(container, IMMUTABLE, 304, (q, p) -> p.sendError(304));
    assertDecided(container, IMMUTABLE, 304, (q, p) -> p.sendError(304, "same"));
    assertDecided(container, "no-store", 204, (q, p) -> p.setStatus(204));
    assertDecided(container, "no-store", 302, (q, p) -> p.sendRedirect("/x"));
    assertDecided(container, "no-store", 403, (q, p) -> p.sendError(403));
    assertDecided(container, "no-store", 404, (q, p) -> p.sendError(404, "gone"));
    assertDecided(container, "no-store", 404, (q, p) -> p.setStatus(404));
    assertDecided(container, "no-store", 503, (q, p) -> p.sendError(503));
    assertDecided(
        container,
        "no-store",
        500,
        (q, p) -> {
          p.getOutputStream().print("x");
          throw new ServletException("broken");
        });
    assertDecided(
        container,
        "no-store",
        410,
        (q, p) -> {
          p.getOutputStream().print("x");
          p.sendError(410);
        });
    assertDecided(
        container,
        "no-store",
        410,
        (q, p) -> {
          p.getOutputStream().print("x");
          p.setStatus(410);
        });
    assertDecided(
        container,
        IMMUTABLE,
        200,
        (q, p) -> {
          p.setStatus(404);
          p.getWriter().print("x");
          p.reset();
          p.getOutputStream().print("x");
        });
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void cacheControl_ofTheServlet_isReplaced(Container container) throws Exception {
    Action own =
        (q, p) -> {
          p.setHeader("cache-control", "private");
          p.addHeader("Cache-Control", "max-age=5");
          p.setDateHeader("Expires", 0);
          p.addHeader("Expires", "0");
          p.setHeader("Pragma", "no-cache");
          p.setHeader("Vary", "Accept");
          p.getWriter().print("x");
          p.setHeader("Cache-Control", "private");
        };
    try (Running server = container.start(site().with("/static/*", servlet(own)))) {
      Answer current = server.get(CURRENT);
      assertEquals(IMMUTABLE, current.cacheControl());
      assertEquals("", current.header("Expires") + current.header("Pragma"));
      assertEquals("Accept", current.header("Vary"));
      assertEquals("no-store", server.get(STALE).cacheControl());
      assertEquals("private", server.get("/static/app.js").cacheControl());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void async_isDecidedLikeTheRest(Container container) throws Exception {
    assertDecided(container, IMMUTABLE, 200, async(c -> c.getResponse().getWriter().print("x")));
    assertDecided(
        container,
        "no-store",
        404,
        async(c -> ((HttpServletResponse) c.getResponse()).sendError(404)));
    assertDecided(
        container,
        IMMUTABLE,
        304,
        async(c -> ((HttpServletResponse) c.getResponse()).setStatus(304)));
    assertDecided(
        container,
        IMMUTABLE,
        200,
        (q, p) -> {
          if (q.getDispatcherType() == DispatcherType.ASYNC) {
            p.getWriter().print(q.getRequestURI());
          } else {
            q.startAsync().dispatch();
          }
        });
    assertDecided(
        container,
        IMMUTABLE,
        200,
        (q, p) -> {
          if (q.getDispatcherType() == DispatcherType.ASYNC) {
            p.getWriter().print(q.getRequestURI());
          } else {
            q.startAsync(q, p).dispatch();
          }
        });
  }

  /** Something done in another thread. */
  @FunctionalInterface
  interface Later {
    void run(AsyncContext context) throws IOException;
  }

  private static Action async(Later later) {
    return (q, p) -> {
      AsyncContext context = q.startAsync();
      context.start(
          () -> {
            try {
              later.run(context);
            } catch (IOException e) {
              throw new IllegalStateException(e);
            } finally {
              context.complete();
            }
          });
    };
  }

  private static void assertDecided(Container container, String expected, int status, Action action)
      throws Exception {
    try (Running server = container.start(site().with("/static/*", servlet(action)))) {
      Answer current = server.get(CURRENT);
      assertEquals(status + " " + expected, current.status() + " " + current.cacheControl());
      Answer stale = server.get(STALE);
      assertEquals(status + " no-store", stale.status() + " " + stale.cacheControl());
      Answer plain = server.get("/static/app.js");
      if (status != 404 && status < 400) {
        assertEquals(status + " ", plain.status() + " " + plain.cacheControl());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void errorPage_isNotStored(Container container) throws Exception {
    Action page =
        (q, p) -> {
          p.setHeader("Cache-Control", "max-age=60");
          p.getWriter().print("sorry " + q.getAttribute("jakarta.servlet.error.request_uri"));
        };
    Action fails = (q, p) -> p.sendError(503);
    Site site =
        site()
            .at("/shop")
            .with("/sorry", servlet(page))
            .with("*.fail", servlet(fails))
            .withErrorPage("/sorry");
    AssetFiles.put(root, "static/x.fail", "two");
    try (Running server = container.start(site)) {
      assertSorry(server, 404, "no-store", "/shop/static/none-3fc4ccfe7458.js");
      assertSorry(server, 404, "no-store", "/shop/static/none.js");
      assertSorry(server, 404, "max-age=60", "/shop/none.js");
      assertSorry(server, 503, "max-age=60", "/shop/static/x.fail");
      assertSorry(server, 503, "no-store", "/shop/static/x-3fc4ccfe7458.fail");
    }
  }

  private static void assertSorry(Running server, int status, String cacheControl, String url)
      throws Exception {
    Answer answer = server.get(url);
    assertEquals("sorry " + url, answer.text());
    assertEquals(status + " " + cacheControl, answer.status() + " " + answer.cacheControl());
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void requestsAlone_areEnoughForFiles(Container container) throws Exception {
    Site site = site().mappedTo(EnumSet.of(DispatcherType.REQUEST));
    try (Running server = container.start(site)) {
      assertEquals(IMMUTABLE, server.get(CURRENT).cacheControl());
      assertEquals("no-store", server.get(STALE).cacheControl());
      assertEquals("no-store", server.get("/static/none.js").cacheControl());
      assertEquals("no-store", server.get(CURRENT, "Range: bytes=9-").cacheControl());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void filterTwice_isTheSame(Container container) throws Exception {
    Site site = site();
    site.filters.add(site.filters.get(0));
    site.with("/page", servlet((q, p) -> p.getWriter().print(p.encodeURL("/static/app.js"))));
    try (Running server = container.start(site)) {
      assertEquals(IMMUTABLE, server.get(CURRENT).cacheControl());
      assertEquals("two", server.get(CURRENT).text());
      assertEquals(CURRENT, server.get("/page").text());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void encodeUrl_versions(Container container) throws Exception {
    Action page =
        (q, p) -> {
          PrintWriter out = p.getWriter();
          for (String url : q.getQueryString().split(",")) {
            out.println(p.encodeURL(url));
          }
        };
    HttpServlet servlet =
        new HttpServlet() {
          private static final long serialVersionUID = 1;

          @Override
          protected void service(HttpServletRequest request, HttpServletResponse response)
              throws IOException, ServletException {
            page.run(request, response);
          }
        };
    Action forward = (q, p) -> q.getRequestDispatcher("/page").forward(q, p);
    Action include = (q, p) -> q.getRequestDispatcher("/page").include(q, p);
    Site site =
        site()
            .at("/shop")
            .with("/page", servlet)
            .with("/forward", servlet(forward))
            .with("/include", servlet(include));
    String given =
        "/shop/static/app.js,/static/app.js,/shop/static/app-3fc4ccfe7458.js,"
            + "/shop/static/app.js;jsessionid=1,/shop/static/none.js,app.js,http://x/static/app.js,/shop/page";
    String expected =
        """
        /shop/static/app-3fc4ccfe7458.js
        /static/app-3fc4ccfe7458.js
        /shop/static/app-3fc4ccfe7458.js
        /shop/static/app-3fc4ccfe7458.js;jsessionid=1
        /shop/static/none.js
        app.js
        http://x/static/app.js
        /shop/page
        """;
    try (Running server = container.start(site)) {
      assertEquals(expected, server.get("/shop/page?" + given).text());
      assertEquals(expected, server.get("/shop/forward?" + given).text());
      assertEquals(expected, server.get("/shop/include?" + given).text());
      assertEquals(
          expected, server.send("POST", "/shop/page?" + given, "Content-Length: 0").text());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void otherMethods_passUntouched(Container container) throws Exception {
    Site site = site();
    try (Running server = container.start(site);
        Running without = container.start(new Site(root))) {
      for (String method : new String[] {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"}) {
        for (String url : new String[] {CURRENT, "/static/app.js", "/static/none.js"}) {
          Answer expected = without.send(method, url, "Content-Length: 0");
          Answer answer = server.send(method, url, "Content-Length: 0");
          assertEquals(expected.status(), answer.status(), method + " " + url);
          assertEquals(expected.cacheControl(), answer.cacheControl(), method + " " + url);
          assertEquals(expected.header("Allow"), answer.header("Allow"), method + " " + url);
        }
      }
    }
  }
}
