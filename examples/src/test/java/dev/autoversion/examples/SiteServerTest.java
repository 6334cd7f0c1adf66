package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The site over real HTTP, on a copy of its folder. */
class SiteServerTest {
  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "css", "text/css",
          "js", "text/javascript",
          "png", "image/png",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  @TempDir Path directory;

  private SiteFolder folder;
  private Site site;
  private SiteServer server;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    folder = SiteCopy.in(directory);
    Autoversion autoversion = Site.autoversion(folder).recheckAfter(Duration.ZERO).build();
    site = new Site(folder, autoversion);
    server = SiteServer.start(site, 0);
    browser = new Browser(server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.staticFiles().resolve(file), text);
  }

  @ParameterizedTest
  @EnumSource
  void page_isHtml(Engine engine) throws Exception {
    HttpResponse<byte[]> page = browser.get("/" + engine.path());
    assertEquals(200, page.statusCode());
    assertEquals(
        "text/html;charset=utf-8",
        page.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT));
  }

  static Stream<String> everyPage() {
    return Stream.concat(Stream.of("/", "/templates", "/proof"), enginePages());
  }

  private static Stream<String> enginePages() {
    return Arrays.stream(Engine.values()).map(engine -> "/" + engine.path());
  }

  @ParameterizedTest
  @MethodSource("everyPage")
  void page_everyAssetIsServed(String page) throws Exception {
    List<String> assets = Browser.assets(browser.page(page));
    assertTrue(assets.size() >= 6, assets.toString());
    for (String url : assets) {
      assertTrue(url.matches("[^?]+-[0-9a-f]{12}\\.[a-z0-9]+(#check)?"), url);
      HttpResponse<byte[]> asset = browser.get(url);
      assertEquals(200, asset.statusCode(), url);
      assertEquals(
          "public, max-age=31536000, immutable",
          asset.headers().firstValue("Cache-Control").orElse(""),
          url);
      String extension = url.replaceFirst("#.*", "").replaceFirst(".*\\.", "");
      String type = asset.headers().firstValue("Content-Type").orElse("");
      assertEquals(CONTENT_TYPES.get(extension), type.replace(";charset=utf-8", ""), url);
    }
  }

  @ParameterizedTest
  @EnumSource
  void page_hasEveryReference(Engine engine) throws Exception {
    List<String> unversioned =
        Browser.assets(browser.page("/" + engine.path())).stream()
            .map(url -> url.replaceFirst("-[0-9a-f]{12}", ""))
            .toList();
    assertEquals(Assets.ON_A_PAGE, unversioned);
  }

  @ParameterizedTest
  @EnumSource
  void page_isTheSameFromAllEngines(Engine engine) throws Exception {
    String pebble = browser.page("/pebble");
    String page = browser.page("/" + engine.path());
    enginePages().forEach(link -> assertTrue(page.contains("href=\"" + link + "\">"), page));
    assertTrue(page.contains("<span class=\"engine\">" + engine.label() + "</span>"), page);
    assertEquals(unlabelled(pebble, "Pebble"), unlabelled(page, engine.label()));
  }

  // The navigation names all engines; these two places name the one that rendered.
  private static String unlabelled(String page, String label) {
    return page.replace("<title>" + label + " - ", "<title>")
        .replace("<span class=\"engine\">" + label, "<span class=\"engine\">");
  }

  @ParameterizedTest
  @EnumSource
  void page_editedAsset(Engine engine) throws Exception {
    write("js/site.js", "two");
    String before = browser.page("/" + engine.path());
    assertTrue(before.contains("src=\"/static/js/site-3fc4ccfe7458.js\""), before);
    write("js/site.js", "three");
    String after = browser.page("/" + engine.path());
    assertEquals(before.replace("3fc4ccfe7458", "8b5b9db0c13d"), after);
    assertArrayEquals("three".getBytes(), browser.get("/static/js/site-8b5b9db0c13d.js").body());
  }

  @Test
  void page_editedImport() throws Exception {
    List<String> before = Browser.assets(browser.page("/jinjava"));
    write("css/theme.css", ":root { --sun: orange; }");
    List<String> after = Browser.assets(browser.page("/jinjava"));
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).startsWith("/static/css/site-")) {
        assertNotEquals(before.get(i), after.get(i));
      } else {
        assertEquals(before.get(i), after.get(i));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void page_editedTemplate(Engine engine) throws Exception {
    Path template;
    try (var files = Files.list(folder.templates(engine))) {
      template =
          files.filter(f -> f.getFileName().toString().startsWith("page.")).findFirst().get();
    }
    String page = browser.page("/" + engine.path());
    Files.writeString(template, Files.readString(template).replace("Look at its", "See its"));
    assertEquals(page.replace("Look at its", "See its"), browser.page("/" + engine.path()));
  }

  @Test
  void stylesheet_refersToVersionedUrls() throws Exception {
    String stylesheet =
        Browser.assets(browser.page("/pebble")).stream()
            .filter(url -> url.startsWith("/static/css/site-"))
            .findFirst()
            .orElseThrow();
    String css = browser.page(stylesheet);
    assertTrue(css.matches("(?s)@import \"theme-[0-9a-f]{12}\\.css\";.*"), css);
    assertTrue(css.contains("url(\"../font/space-grotesk-600-685bbbf69fa6.woff2\")"), css);
    assertTrue(css.matches("(?s).*url\\(\"\\.\\./img/paper-[0-9a-f]{12}\\.svg\"\\).*"), css);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/none", "/static/none.css", "/webjars/none.css", "/templates/page.peb"})
  void missing_isNotFound(String url) throws Exception {
    HttpResponse<byte[]> answer = browser.get(url);
    assertEquals(404, answer.statusCode());
    assertTrue(
        new String(answer.body(), StandardCharsets.UTF_8).contains("<h1>Nothing is here</h1>"));
  }

  @Test
  void directory_isNotListed() throws Exception {
    assertEquals(403, browser.get("/static/css/").statusCode());
  }

  @Test
  void port_taken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThrows(BindException.class, () -> SiteServer.start(site, port));
      try (SiteServer another = SiteServer.startOrElseFree(site, port)) {
        assertNotEquals(port, another.url().getPort());
        assertEquals(200, new Browser(another.url()).get("/pebble").statusCode());
      }
    }
  }

  @Test
  void port_free() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    try (SiteServer another = SiteServer.startOrElseFree(site, port)) {
      assertEquals("http://127.0.0.1:" + port + "/", another.url().toString());
    }
  }
}
