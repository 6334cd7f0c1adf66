package dev.autoversion.servlet;

import static dev.autoversion.servlet.AssetFiles.IMMUTABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.servlet.Container.Running;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AutoversionInitializerTest {
  private static final Action PAGE =
      (request, response) -> {
        Object autoversion =
            request.getServletContext().getAttribute(AutoversionInitializer.ATTRIBUTE);
        response
            .getWriter()
            .print(
                autoversion instanceof Autoversion one
                    ? one.url("/shop/static/app.js")
                        + " "
                        + response.encodeURL("/shop/static/app.js")
                    : "none");
      };

  @TempDir static Path temporary;
  private static Path packed;
  private static Path exploded;

  @BeforeAll
  static void writeFiles() throws Exception {
    packed = War.packed(temporary.resolve("app.war"));
    exploded = War.exploded(temporary.resolve("app"));
  }

  private static Site site(Path war, String... parameters) {
    Site site = new Site(war).at("/shop").with("/page", PAGE);
    for (int i = 0; i < parameters.length; i += 2) {
      site.withContextParameter(parameters[i], parameters[i + 1]);
    }
    return site;
  }

  @Test
  void container_findsIt() {
    assertTrue(
        ServiceLoader.load(ServletContainerInitializer.class).stream()
            .anyMatch(found -> found.type() == AutoversionInitializer.class));
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void mount_isAll(Container container) throws Exception {
    for (Path war : List.of(packed, exploded)) {
      try (Running server = container.start(site(war, "autoversion.mount./static", "/static"))) {
        String url = "/shop/static/app-3fc4ccfe7458.js";
        assertEquals(url + " " + url, server.get("/shop/page").text());
        Answer answer = server.get(url);
        assertEquals(
            "200 two " + IMMUTABLE,
            answer.status() + " " + answer.text() + " " + answer.cacheControl());
        assertEquals("no-store", server.get("/shop/static/none.js").cacheControl());
        assertTrue(server.get("/shop/static/.env-3fc4ccfe7458").status() >= 400);
        assertEquals("two", server.get("/shop/static/a%20b-3fc4ccfe7458.js").text());
      }
    }
  }

  /**
   * A blank ends a place, so it has to be written as in a URL; what is no URL is taken as it is.
   */
  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void mount_ofAFile(Container container) throws Exception {
    for (String name : List.of("my site", "100%", "caf\u00e9", "a+b", "a#b")) {
      War.exploded(temporary.resolve(name));
      String place = "file:" + temporary + "/" + name.replace(" ", "%20") + "/static";
      try (Running server = container.start(site(exploded, "autoversion.mount./static", place))) {
        String url = "/shop/static/app-3fc4ccfe7458.js";
        assertEquals(url + " " + url, server.get("/shop/page").text(), place);
      }
    }
  }

  /** No container serves a folder beside the application, to which an old version leads. */
  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void plainUrls_ofAFolderBesideTheApplication(Container container) throws Exception {
    String beside = "file:" + exploded.resolve("static");
    Site left =
        site(packed, "autoversion.mount./files", beside, "autoversion.answer-plain-urls", "false");
    try (Running server = container.start(left)) {
      assertEquals(404, server.get("/shop/files/app.js").status());
    }
    Site answered =
        site(packed, "autoversion.mount./files", beside, "autoversion.answer-plain-urls", "true");
    try (Running server = container.start(answered)) {
      Answer plain = server.get("/shop/files/app.js");
      assertEquals(
          "200 two no-cache", plain.status() + " " + plain.text() + " " + plain.cacheControl());
      Answer old = server.get("/shop/files/app-000000000000.js");
      assertEquals("302 app.js", old.status() + " " + old.header("Location"));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void everyParameter_isHeard(Container container) throws Exception {
    Site site =
        site(
            exploded,
            "autoversion.mount./static",
            "/none, file:" + exploded.resolve("static") + " classpath:dev/autoversion",
            "autoversion.placement",
            "query",
            "autoversion.version",
            "content-hash",
            "autoversion.hash-length",
            "8",
            "autoversion.exclude",
            "sw.js, private/**",
            "autoversion.on-missing",
            "warn",
            "autoversion.recheck-after",
            "5s",
            "autoversion.host",
            "https://cdn.example.com",
            "autoversion.host-except",
            "**/*.svg",
            "autoversion.maximum-size",
            "100",
            "autoversion.maximum-bytes",
            "1000",
            "autoversion.context-path",
            "/shop",
            "autoversion.warm-up",
            "true");
    site.with(
        "/told",
        (request, response) ->
            response.getWriter().print(request.getServletContext().getAttribute("autoversion")));
    try (Running server = container.start(site)) {
      String url = "https://cdn.example.com/shop/static/app.js?v=3fc4ccfe";
      assertEquals(url + " " + url, server.get("/shop/page").text());
      String told = server.get("/shop/told").text();
      for (String part :
          List.of(
              "folder /none/ of the web application at /shop/",
              "directory " + exploded.resolve("static"),
              "class path dev/autoversion",
              "onMissing WARN",
              "PT5S",
              "exclude [sw.js, private/**]",
              "hostExcept [**/*.svg]",
              "maximumSize 100,",
              "maximumBytes 1000")) {
        assertTrue(told.contains(part), part + " in " + told);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void versions_andPlacements(Container container) throws Exception {
    assertUrl(container, "/shop/static/@3fc4ccfe7458/app.js", "placement", "path-segment");
    assertUrl(container, "/shop/static/app-1_2.js", "fixed-version", "1.2");
    assertUrl(container, "/shop/static/app-1_2.js", "version", "fixed", "fixed-version", "1.2");
    assertUrl(
        container, "/shop/static/app-3fc4ccfe.js", "hash-length", "8", "recheck-after", "never");
  }

  private static void assertUrl(Container container, String expected, String... more)
      throws Exception {
    Site site = site(exploded, "autoversion.mount./static", "/static");
    for (int i = 0; i < more.length; i += 2) {
      site.withContextParameter("autoversion." + more[i], more[i + 1]);
    }
    try (Running server = container.start(site)) {
      assertEquals(expected + " " + expected, server.get("/shop/page").text());
      assertEquals(IMMUTABLE, server.get(expected).cacheControl());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void noMount_nothingHappens(Container container) throws Exception {
    Site site = site(exploded, "autoversion.placement", "nonsense", "other", "x");
    try (Running server = container.start(site)) {
      assertEquals("none", server.get("/shop/page").text());
      assertEquals("two", server.get("/shop/static/app.js").text());
    }
  }

  /** As filters for security do with a page for who may not come in, or who is to log in. */
  private static final Filter FORWARDING =
      (request, response, chain) -> {
        if (((HttpServletRequest) request).getRequestURI().equals("/shop/admin")) {
          request.getRequestDispatcher("/login").forward(request, response);
        } else {
          chain.doFilter(request, response);
        }
      };

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void forwardInFront_linksHaveVersionsAndNoSession(Container container) throws Exception {
    Action login =
        (request, response) -> {
          request.getSession();
          response.getWriter().print(response.encodeURL("/shop/static/app.js"));
        };
    Site site =
        site(exploded, "autoversion.mount./static", "/static")
            .with("/login", login)
            .behind(FORWARDING);
    try (Running server = container.start(site)) {
      assertEquals("/shop/static/app-3fc4ccfe7458.js", server.get("/shop/admin").text());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void badValue_failsTheDeployment(Container container) {
    Site site =
        site(exploded, "autoversion.mount./static", "/static", "autoversion.placement", "name");
    assertThrows(Exception.class, () -> container.start(site).close());
  }

  @Test
  void badValue_isNamed() {
    assertMessage(
        "autoversion.placement: takes file-name, path-segment, query, not 'name'",
        "placement",
        "name");
    assertMessage(
        "autoversion.version: 'fixed' needs autoversion.fixed-version", "version", "fixed");
    assertMessage(
        "autoversion.version: takes content-hash, fixed, last-modified, not 'git'",
        "version",
        "git");
    assertMessage("autoversion.hash-length: takes a number, not 'x'", "hash-length", "x");
    assertMessage(
        "autoversion.recheck-after: takes never or a time like 5s, not 'soon'",
        "recheck-after",
        "soon");
    assertMessage(
        "autoversion.maximum-size: maximumSize takes 1 or more, not -5", "maximum-size", "-5");
    assertMessage(
        "autoversion.hash-length: a content hash has 8 to 64 hex digits, not -5; 12 is the default",
        "hash-length",
        "-5");
    assertMessage("autoversion.warm-up: takes false, true, not 'yes'", "warm-up", "yes");
    assertMessage(
        "autoversion.answer-plain-urls: takes false, true, not 'on'", "answer-plain-urls", "on");
    assertMessage(
        "autoversion.mount./x: a folder of a web application starts with one slash and is public,"
            + " like '/static', unlike 'static'",
        "mount./x",
        "static");
    assertMessage(
        "autoversion.placment: there is no such parameter; there are mount.…, build-manifest,"
            + " placement, version, hash-length, fixed-version, exclude, on-missing, recheck-after, host, host-except,"
            + " context-path, answer-plain-urls, maximum-size, maximum-bytes and warm-up",
        "placment",
        "query");
  }

  /** Else a misspelt mount would leave a site without versions, and nobody would say why. */
  @Test
  void misspeltMount_isNamed() {
    Contexts.Parameters context = Contexts.of("autoversion.mounts./static", "/static");
    ServletException e =
        assertThrows(
            ServletException.class,
            () -> new AutoversionInitializer().onStartup(null, context.context()));
    assertTrue(
        Objects.requireNonNull(e.getMessage())
            .startsWith(
                "context parameter autoversion.mounts./static: there is no such parameter; there"
                    + " are mount.…, "),
        e.getMessage());
    assertMessage(
        "autoversion.mount./x: takes /static, classpath:static or file:/srv/static, not ''",
        "mount./x",
        " ");
  }

  private static void assertMessage(String expected, String name, String value) {
    Contexts.Parameters context = Contexts.of("autoversion.mount./static", "/static");
    context.values().put("autoversion." + name, value);
    Exception e =
        assertThrows(
            Exception.class, () -> new AutoversionInitializer().onStartup(null, context.context()));
    assertEquals("context parameter " + expected, Objects.requireNonNull(e.getMessage()));
  }
}
