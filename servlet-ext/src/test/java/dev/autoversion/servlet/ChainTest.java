package dev.autoversion.servlet;

import static dev.autoversion.servlet.AssetFiles.IMMUTABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.autoversion.Autoversion;
import dev.autoversion.ManualTime;
import dev.autoversion.Placement;
import dev.autoversion.servlet.Container.Running;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application behind the filter may say, and what it may not. */
class ChainTest {
  private static final String CURRENT = "/static/app-3fc4ccfe7458.js";
  private static final String STALE = "/static/app.js?v=000000000000";
  private static final String VANISHED = "/static/gone-000000000000.js";

  @TempDir static Path root;

  @BeforeAll
  static void writeFiles() throws Exception {
    AssetFiles.write(root);
  }

  private static Site site(Placement placement) {
    return new Site(root, AssetFiles.autoversion(root, placement));
  }

  private static String brief(Answer answer) {
    return answer.status() + " " + answer.cacheControl() + " " + answer.text();
  }

  /** A page for every URL, as an application with routes of its own in the browser has it. */
  private static final Action FALLBACK =
      (request, response) -> {
        response.setHeader("Cache-Control", "max-age=60");
        response.addHeader("cache-control", "public");
        response.setHeader("CDN-Cache-Control", "max-age=60");
        response.getWriter().print("page");
      };

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void fallbackPage_isNeverKeptAsAnAsset(Container container) throws Exception {
    for (Placement placement : List.of(Placement.query(), Placement.fileName())) {
      try (Running server = container.start(site(placement).with("/*", FALLBACK))) {
        boolean query = placement.toString().startsWith("query");
        String current = query ? "/static/app.js?v=3fc4ccfe7458" : CURRENT;
        assertEquals("200 " + IMMUTABLE + " two", brief(server.get(current)));
        Answer vanished = server.get(query ? "/static/gone.js?v=000000000000" : VANISHED);
        assertEquals("200 no-store page", brief(vanished));
        assertEquals("", vanished.header("CDN-Cache-Control"));
        assertEquals("200 max-age=60 | public page", brief(server.get("/owners/12")));
        assertEquals("200 max-age=60 | public page", brief(server.get("/static/app.js")));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void staleQuery_isTheServersButNeverStored(Container container) throws Exception {
    assertStale(container, "200 no-store x", (q, p) -> p.getWriter().print("x"));
    assertStale(container, "204 no-store ", (q, p) -> p.setStatus(204));
    assertStale(container, "302 no-store ", (q, p) -> p.sendRedirect("/x"));
    assertStale(container, "304 no-store ", (q, p) -> p.setStatus(304));
    assertStale(container, "404 no-store x", ChainTest::absent);
    assertStale(
        container,
        "200 no-store x",
        (q, p) -> {
          p.setHeader("Cache-Control", "max-age=60");
          p.reset();
          p.setHeader("Cache-Control", "max-age=60");
          p.getWriter().print("x");
        });
    assertStale(
        container,
        "200 no-store x",
        (q, p) -> {
          if (q.getDispatcherType() == DispatcherType.ASYNC) {
            p.setHeader("Cache-Control", "max-age=60");
            p.getWriter().print("x");
          } else {
            q.startAsync().dispatch();
          }
        });
    assertStale(
        container,
        "200 no-store page",
        (q, p) -> {
          if (q.getDispatcherType() == DispatcherType.ASYNC) {
            FALLBACK.run(q, p);
          } else {
            q.startAsync().dispatch("/static/index.html");
          }
        });
  }

  private static void absent(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "max-age=60");
    response.setHeader("CDN-Cache-Control", "max-age=60");
    response.setStatus(404);
    response.setHeader("Cache-Control", "max-age=60");
    response.getWriter().print("x");
  }

  private static void assertStale(Container container, String expected, Action action)
      throws Exception {
    Site site = site(Placement.query()).with("/static/*", action);
    try (Running server = container.start(site)) {
      Answer answer = server.get(STALE);
      String text = answer.status() < 300 || answer.status() == 404 ? answer.text() : "";
      assertEquals(expected, answer.status() + " " + answer.cacheControl() + " " + text);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void plainUrl_absenceAloneIsNotStored(Container container) throws Exception {
    Site site =
        site(Placement.fileName())
            .with("/static/gone/*", ChainTest::absent)
            .with("/static/there/*", FALLBACK)
            .with("/elsewhere/*", ChainTest::absent);
    try (Running server = container.start(site)) {
      Answer absent = server.get("/static/gone/a.js");
      assertEquals("404 no-store x", brief(absent));
      assertEquals("no-store", absent.header("CDN-Cache-Control"));
      assertEquals("200 max-age=60 | public page", brief(server.get("/static/there/a.js")));
      assertEquals("404 max-age=60 x", brief(server.get("/elsewhere/a.js")));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void errorPage_isNotStored(Container container) throws Exception {
    Action page =
        (q, p) -> {
          p.setHeader("Cache-Control", "max-age=60");
          p.getWriter().print("sorry " + p.encodeURL("/shop/static/app.js"));
        };
    Site site =
        site(Placement.fileName())
            .at("/shop")
            .with("/sorry", page)
            .with("/static/fail/*", (q, p) -> p.sendError(503))
            .with("/static/gone/*", (q, p) -> p.sendError(410, "gone"))
            .withErrorPage("/sorry");
    try (Running server = container.start(site)) {
      String sorry = "sorry /shop" + CURRENT;
      assertEquals("404 no-store " + sorry, brief(server.get("/shop" + VANISHED)));
      assertEquals("404 no-store " + sorry, brief(server.get("/shop/static/none.js")));
      assertEquals("410 no-store " + sorry, brief(server.get("/shop/static/gone/a.js")));
      assertEquals("404 max-age=60 " + sorry, brief(server.get("/shop/none.js")));
      assertEquals("503 max-age=60 " + sorry, brief(server.get("/shop/static/fail/a.js")));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void dispatchInside_isNeverImmutable(Container container) throws Exception {
    for (String target : List.of(CURRENT, "/static/app.js?v=3fc4ccfe7458")) {
      for (Placement placement : List.of(Placement.query(), Placement.fileName())) {
        Site site =
            site(placement)
                .mappedTo(EnumSet.allOf(DispatcherType.class))
                .with("/forward", (q, p) -> q.getRequestDispatcher(target).forward(q, p))
                .with("/include", (q, p) -> q.getRequestDispatcher(target).include(q, p))
                .with("/async", (q, p) -> q.startAsync().dispatch(target))
                .with("/error", (q, p) -> p.sendError(503))
                .withErrorPage(target);
        try (Running server = container.start(site)) {
          for (String path : List.of("/forward", "/include", "/async", "/error")) {
            String cacheControl = server.get(path).cacheControl();
            assertEquals("", cacheControl.replace("no-store", ""), path);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void asyncOfTheSameUrl_isAnswered(Container container) throws Exception {
    Site site =
        site(Placement.fileName())
            .behind(
                (request, response, chain) -> {
                  if (request.getDispatcherType() == DispatcherType.ASYNC) {
                    chain.doFilter(request, response);
                  } else {
                    request.startAsync().dispatch();
                  }
                });
    try (Running server = container.start(site)) {
      assertEquals("200 " + IMMUTABLE + " two", brief(server.get(CURRENT)));
      assertEquals("200  two", brief(server.get("/static/app.js")));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void filterTwice_isTheSame(Container container) throws Exception {
    Site site = site(Placement.fileName());
    site.filters.add(site.filters.get(0));
    site.with("/page", (q, p) -> p.getWriter().print(p.encodeURL("/static/app.js")));
    try (Running server = container.start(site)) {
      assertEquals("200 " + IMMUTABLE + " two", brief(server.get(CURRENT)));
      assertEquals(CURRENT, server.get("/page").text());
    }
  }

  /** G05: what the server runs is no asset, though its text lies below the mount. */
  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void pageThatIsRun_isNoAsset(Container container) throws Exception {
    for (Placement placement : List.of(Placement.query(), Placement.fileName())) {
      Autoversion everything =
          ManualTime.later()
              .builder()
              .directory("/", root.resolve("static"))
              .placement(placement)
              .build();
      Action cart =
          (q, p) -> {
            p.setHeader("Set-Cookie", "cart=1");
            p.getWriter().print(p.encodeURL("/cart.jsp") + " " + p.encodeURL("/owners/12"));
          };
      try (Running server = container.start(new Site(root, everything).with("*.jsp", cart))) {
        for (String url : List.of("/cart.jsp", "/cart.jsp?v=3fc4ccfe7458")) {
          assertEquals("200  /cart.jsp /owners/12", brief(server.get(url)));
        }
        assertNotEquals(IMMUTABLE, server.get("/cart-3fc4ccfe7458.jsp").cacheControl());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void otherMethods_passUntouched(Container container) throws Exception {
    try (Running server = container.start(site(Placement.fileName()));
        Running without = container.start(new Site(root))) {
      for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH")) {
        for (String url : List.of(CURRENT, "/static/app.js")) {
          Answer expected = without.send(method, url, "Content-Length: 0");
          Answer answer = server.send(method, url, "Content-Length: 0");
          assertEquals(expected.status(), answer.status(), method + " " + url);
          assertEquals(expected.header("Allow"), answer.header("Allow"), method + " " + url);
        }
      }
    }
  }

  /** What goes before Cache-Control somewhere: nginx, Akamai, Fastly, RFC 9213. */
  private static void tellCaches(HttpServletResponse response) {
    response.setIntHeader("X-Accel-Expires", 3600);
    response.addIntHeader("x-accel-expires", 60);
    response.setHeader("Edge-Control", "!no-store, max-age=1d");
    response.setHeader("Surrogate-Control", "max-age=3600");
    response.setHeader("CDN-Cache-Control", "max-age=3600");
  }

  private static String caches(Answer answer) {
    return Stream.of("X-Accel-Expires", "Edge-Control", "Surrogate-Control", "CDN-Cache-Control")
        .map(answer::header)
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void headersForSomeCaches_areNotStoredEither(Container container) throws Exception {
    Action page = (q, p) -> tellCaches(p);
    Action absent =
        (q, p) -> {
          tellCaches(p);
          p.setStatus(404);
          tellCaches(p);
        };
    Site site =
        site(Placement.fileName()).with("/static/gone/*", absent).with("/static/there/*", page);
    try (Running server = container.start(site)) {
      assertEquals("0, no-store, no-store, no-store", caches(server.get("/static/gone/a.js")));
      assertEquals(", , , ", caches(server.get("/static/there/a-000000000000.js")));
      assertEquals(
          "3600 | 60, !no-store, max-age=1d, max-age=3600, max-age=3600",
          caches(server.get("/static/there/a.js")));
    }
  }

  /** A filter in front means the assets; an answer that is none of them is not kept for that. */
  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void headersForSomeCaches_ofFiltersInFront(Container container) throws Exception {
    Site site =
        site(Placement.fileName())
            .behind(
                (request, response, chain) -> {
                  tellCaches((HttpServletResponse) response);
                  chain.doFilter(request, response);
                });
    try (Running server = container.start(site)) {
      for (String[] request :
          new String[][] {
            {"/static/app-000000000000.js"},
            {VANISHED},
            {CURRENT, "If-Match: \"x\""},
            {CURRENT, "Range: bytes=9-"},
          }) {
        Answer answer = server.get(request[0], Arrays.copyOfRange(request, 1, request.length));
        assertEquals("0, no-store, no-store, no-store", caches(answer), request[0]);
        assertEquals("no-store", answer.cacheControl(), request[0]);
      }
      Answer current = server.get(CURRENT);
      assertEquals("max-age=3600", current.header("CDN-Cache-Control"));
      assertEquals(IMMUTABLE, current.cacheControl());
    }
  }
}
