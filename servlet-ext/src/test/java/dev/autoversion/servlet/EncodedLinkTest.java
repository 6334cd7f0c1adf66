package dev.autoversion.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.CapturedLog;
import dev.autoversion.ManualTime;
import dev.autoversion.OnMissing;
import dev.autoversion.Placement;
import dev.autoversion.page.LinkPlace;
import dev.autoversion.servlet.Container.Running;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodedLinkTest {
  private static final Action PAGE =
      (request, response) -> {
        PrintWriter out = response.getWriter();
        for (String url : request.getQueryString().split(",")) {
          out.print(response.encodeURL(url) + "\n");
        }
      };

  @TempDir static Path root;

  @BeforeAll
  static void writeFiles() throws Exception {
    AssetFiles.write(root);
  }

  private static Site site(Placement placement) {
    return new Site(root, AssetFiles.autoversion(root, placement)).at("/shop").with("/page", PAGE);
  }

  private static final String GIVEN =
      "/shop/static/app.js,/static/app.js,/shop/static/app-3fc4ccfe7458.js,"
          + "/shop/static/app.js;x=1,/shop/static/none.js,http://x/static/app.js,/shop/page,"
          + "/shop/static/cart.jsp";
  private static final String EXPECTED =
      """
      /shop/static/app-3fc4ccfe7458.js
      /static/app.js
      /shop/static/app-3fc4ccfe7458.js
      /shop/static/app-3fc4ccfe7458.js;x=1
      /shop/static/none.js
      http://x/static/app.js
      /shop/page
      /shop/static/cart.jsp
      """;

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void encodeUrl_versions(Container container) throws Exception {
    Site site =
        site(Placement.fileName())
            .with("/forward", (q, p) -> q.getRequestDispatcher("/page").forward(q, p))
            .with("/include", (q, p) -> q.getRequestDispatcher("/page").include(q, p));
    try (Running server = container.start(site)) {
      assertEquals(EXPECTED, server.get("/shop/page?" + GIVEN).text());
      assertEquals(EXPECTED, server.get("/shop/forward?" + GIVEN).text());
      assertEquals(EXPECTED, server.get("/shop/include?" + GIVEN).text());
      assertEquals(
          EXPECTED, server.send("POST", "/shop/page?" + GIVEN, "Content-Length: 0").text());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void encodeUrl_warningSaysWhere(Container container) throws Exception {
    Supplier<String> place = () -> "cart.html:12";
    Action page =
        (request, response) -> {
          request.setAttribute(LinkPlace.ATTRIBUTE, place);
          response.getWriter().print(response.encodeURL("/static/ap.js"));
        };
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/static", root.resolve("static"))
            .onMissing(OnMissing.WARN)
            .build();
    try (Running server = container.start(new Site(root, autoversion).with("/page", page));
        CapturedLog log = CapturedLog.open()) {
      assertEquals("/static/ap.js", server.get("/page").text());
      assertEquals(1, log.lines().size(), log.lines()::toString);
      String line = log.lines().get(0);
      assertTrue(line.startsWith("WARNING cart.html:12: no asset for '/static/ap.js'"), line);
    }
  }

  /** So that Thymeleaf does not ask again. */
  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void encodeUrl_tellsWhatALinkBecame(Container container) throws Exception {
    Action page =
        (request, response) -> {
          PrintWriter out = response.getWriter();
          LinkPlace.Listener listener = (by, url) -> out.print(url + "\n");
          request.setAttribute(LinkPlace.ATTRIBUTE, listener);
          for (String url : request.getQueryString().split(",")) {
            assertNotNull(response.encodeURL(url));
          }
        };
    try (Running server = container.start(site(Placement.fileName()).with("/told", page))) {
      assertEquals(
          """
          /shop/static/app-3fc4ccfe7458.js
          /shop/static/app-3fc4ccfe7458.js;x=1
          """,
          server.get("/shop/told?" + GIVEN).text());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void encodeUrl_withSession_assetsGetNoId(Container container) throws Exception {
    Action page =
        (request, response) -> {
          String id = request.getSession().getId();
          PrintWriter out = response.getWriter();
          for (String url : request.getQueryString().split(",")) {
            String encoded = response.encodeURL(url.replace("%23", "#"));
            // Behind the id some containers name the node that it was made on.
            int at = encoded.indexOf(id);
            out.print((at < 0 ? encoded : encoded.substring(0, at) + "ID") + "\n");
          }
        };
    Site query = site(Placement.query()).with("/session", page);
    Site fileName = site(Placement.fileName()).with("/session", page);
    try (Running byQuery = container.start(query);
        Running byName = container.start(fileName)) {
      assertEquals(
          """
          /shop/static/app.js?v=3fc4ccfe7458
          /shop/static/app.js?v=3fc4ccfe7458#top
          /shop/static/app.js?v=3fc4ccfe7458
          /shop/page;jsessionid=ID
          """,
          byQuery
              .get(
                  "/shop/session?/shop/static/app.js,/shop/static/app.js%23top,"
                      + "/shop/static/app.js?v=3fc4ccfe7458,/shop/page")
              .text());
      assertEquals(
          """
          /shop/static/app-3fc4ccfe7458.js
          /shop/static/app-3fc4ccfe7458.js
          /shop/static/none.js;jsessionid=ID
          """,
          byName
              .get(
                  "/shop/session?/shop/static/app.js,/shop/static/app-3fc4ccfe7458.js,"
                      + "/shop/static/none.js")
              .text());
    }
  }

  /** As Spring resolves the path of a WebJar that is written without its version. */
  private static final Filter RESOLVING =
      (request, response, chain) ->
          chain.doFilter(
              request,
              new HttpServletResponseWrapper((HttpServletResponse) response) {
                @Override
                public String encodeURL(String url) {
                  return super.encodeURL(url.replace("/short.js", "/app.js"));
                }
              });

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void encodeUrl_wrappersBelowSpeakFirst(Container container) throws Exception {
    Site site = site(Placement.fileName()).behind(RESOLVING);
    Site other = site(Placement.fileName());
    other.filters.add(RESOLVING);
    try (Running server = container.start(site);
        Running opposite = container.start(other)) {
      String expected = "/shop/static/app-3fc4ccfe7458.js\n";
      assertEquals(expected, server.get("/shop/page?/shop/static/short.js").text());
      assertEquals(expected, opposite.get("/shop/page?/shop/static/short.js").text());
    }
  }

  /** As Spring's ForwardedHeaderFilter does for X-Forwarded-Prefix. */
  private static final Filter PREFIXING =
      (request, response, chain) ->
          chain.doFilter(
              new HttpServletRequestWrapper((HttpServletRequest) request) {
                @Override
                public String getContextPath() {
                  return "/proxy/shop";
                }

                @Override
                public String getRequestURI() {
                  return "/proxy" + super.getRequestURI();
                }
              },
              response);

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void prefixOfAProxy_isTheContextPath(Container container) throws Exception {
    Autoversion told =
        ManualTime.later()
            .builder()
            .directory("/static", root.resolve("static"))
            .placement(Placement.fileName())
            .contextPath("/shop")
            .build();
    Autoversion untold = AssetFiles.autoversion(root, Placement.fileName());
    for (Autoversion autoversion : new Autoversion[] {told, untold}) {
      Site site = new Site(root, autoversion).at("/shop").with("/page", PAGE).behind(PREFIXING);
      try (Running server = container.start(site)) {
        assertEquals(
            "/proxy/shop/static/app-3fc4ccfe7458.js\n",
            server.get("/shop/page?/proxy/shop/static/app.js").text());
        Answer answer = server.get("/shop/static/app-3fc4ccfe7458.js");
        assertEquals(
            "200 two " + AssetFiles.IMMUTABLE,
            answer.status() + " " + answer.text() + " " + answer.cacheControl());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void prefixOfAProxy_warnedAboutOnce(Container container) throws Exception {
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/static", root.resolve("static"))
            .onMissing(OnMissing.WARN)
            .build();
    Site site = new Site(root, autoversion).with("/page", PAGE).behind(PREFIXING);
    try (Running server = container.start(site);
        CapturedLog log = CapturedLog.open()) {
      String link = "/proxy/shop/static/ap.js";
      assertEquals(link + "\n", server.get("/page?" + link).text());
      assertEquals(1, log.lines().size(), log.lines()::toString);
    }
  }

  /** A container knows it decoded, and a request as it was sent. */
  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void contextPathInTwoSpellings_warnedAboutOnce(Container container) throws Exception {
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/static", root.resolve("static"))
            .placement(Placement.fileName())
            .contextPath("/a/caf\u00e9")
            .onMissing(OnMissing.WARN)
            .build();
    Site site = new Site(root, autoversion).at("/a/caf\u00e9").with("/page", PAGE);
    try (Running server = container.start(site);
        CapturedLog log = CapturedLog.open()) {
      String links = "/a/caf%C3%A9/static/app.js,/a/caf%C3%A9/static/ap.js";
      assertEquals(
          "/a/caf%C3%A9/static/app-3fc4ccfe7458.js\n/a/caf%C3%A9/static/ap.js\n",
          server.get("/a/caf%C3%A9/page?" + links).text());
      assertEquals(1, log.lines().size(), log.lines()::toString);
    }
  }

  /** Containers give null for null, with and without a session. */
  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void encodeUrl_null(Container container) throws Exception {
    Action page = (request, response) -> response.getWriter().print(response.encodeURL(null));
    try (Running server = container.start(site(Placement.fileName()).with("/none", page));
        Running without = container.start(new Site(root).at("/shop").with("/none", page))) {
      assertEquals("200 null", brief(without.get("/shop/none")));
      assertEquals("200 null", brief(server.get("/shop/none")));
    }
  }

  private static String brief(Answer answer) {
    return answer.status() + " " + answer.text();
  }
}
