package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.spring.RunningApp.Got;
import extras.Gate;
import extras.Handlers;
import extras.OtherEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import shop.Shop;

/** What an application at {@code /shop} does, be it MVC or WebFlux. */
abstract class SiteContract {
  /** {@code sha256sum} of the files in {@code static}, as far as the versions have it. */
  static final String APP = "/shop/js/app-750841c8e8e1.js";

  private static final Pattern STATS = Pattern.compile("\"hits\":(\\d+),\"misses\":(\\d+)");
  private static final List<String> PROPERTIES =
      List.of(
          "spring.thymeleaf.view-names=thymeleaf,misspelt",
          "spring.security.user.name=user",
          "spring.security.user.password=word",
          "spring.main.banner-mode=off",
          "management.endpoints.web.exposure.include=autoversion,metrics",
          "management.metrics.enable.all=true");

  private static RunningApp app;
  private static SystemOut out;

  /** Starts the application, with all four engines and Spring Security. */
  static void start(WebApplicationType type, Path root, String... properties) throws IOException {
    out = SystemOut.open();
    List<String> all = new ArrayList<>(PROPERTIES);
    all.add("folder=" + folder(root));
    all.addAll(List.of(properties));
    Class<?>[] sources = {Shop.class, Gate.class, Handlers.class, OtherEngines.class};
    app = RunningApp.start(type, sources, all.toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    app.close();
    out.close();
  }

  static RunningApp app() {
    return app;
  }

  /** What the log says, all of it. */
  private static String log() {
    return out.text();
  }

  private static Path folder(Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve("folder"));
    write(folder.resolve("upload.txt"), "upload");
    write(folder.resolve("guide.pdf"), "guide");
    write(folder.resolve("large.bin"), "0123456789abcdef".repeat(200_000));
    return folder;
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-02T03:04:05Z")));
  }

  @Test
  void thymeleaf_templateAsItIs() throws Exception {
    String page = app().get("/shop/page/thymeleaf").body();
    assertTrue(page.contains("href=\"/shop/css/app-0d538afca9e1.css\""), page);
    assertTrue(page.contains("src=\"" + APP + "\""), page);
    assertTrue(page.contains("src=\"/shop/webjars/lit/3.2.0/lit-293cd88dc8cb.js\""), page);
    assertTrue(page.contains("href=\"/shop/owners/12\""), page);
    assertTrue(page.contains("href=\"/shop/\""), page);
    assertTrue(page.contains("href=\"/shop/page.html\""), page);
  }

  /** The three that have versions once, by the response; the others by the link builder, too. */
  @Test
  void thymeleaf_noVersionIsAskedForTwice() throws Exception {
    app().get("/shop/page/thymeleaf");
    int before = askedFor();
    app().get("/shop/page/thymeleaf");
    assertEquals(9, askedFor() - before);
  }

  private static int askedFor() throws Exception {
    String json = app().get("/shop/actuator/autoversion").body();
    Matcher stats = STATS.matcher(json);
    assertTrue(stats.find(), json);
    return Integer.parseInt(stats.group(1)) + Integer.parseInt(stats.group(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"page/freemarker", "page/macro", "pebble", "jinjava"})
  void engines_theWord(String page) throws Exception {
    assertEquals(
        "<script src=\"" + APP + "\"></script>", app().get("/shop/" + page).body().strip());
  }

  @Test
  void misspelt_oneWarning() throws Exception {
    String page = app().get("/shop/page/misspelt").body();
    app().get("/shop/page/misspelt");
    app().get("/shop/page/thymeleaf");
    assertTrue(page.contains("src=\"/shop/js/ap.js\""), page);
    List<String> warnings = log().lines().filter(line -> line.contains("WARN")).toList();
    assertEquals(1, warnings.size(), warnings::toString);
    assertTrue(
        warnings.get(0).contains("misspelt:3: no asset for '/shop/js/ap.js'"), warnings::toString);
    assertTrue(warnings.get(0).contains("did you mean '/shop/js/app.js'?"), warnings::toString);
  }

  @Test
  void currentVersion_immutableAndCompressed() throws Exception {
    Got got = app().get(APP, "Accept-Encoding", "gzip");
    assertEquals(200, got.status());
    assertEquals("public, max-age=31536000, immutable", got.header("Cache-Control"));
    assertEquals("gzip", got.header("Content-Encoding"));
    assertEquals("Accept-Encoding", got.header("Vary"));
    assertTrue(got.header("Content-Type").startsWith("text/javascript"), got::toString);
    assertTrue(got.unzipped().startsWith("document.body.dataset.step0"));
    Got again = app().get(APP, "Accept-Encoding", "gzip", "If-None-Match", got.header("ETag"));
    assertEquals(304, again.status());
    assertEquals(0, again.length());
  }

  @Test
  void currentVersion_headAndRange() throws Exception {
    Got head = app().send("HEAD", APP);
    assertEquals(200, head.status());
    assertEquals("2200", head.header("Content-Length"));
    assertEquals(0, head.length());
    Got part = app().get(APP, "Range", "bytes=0-12");
    assertEquals(206, part.status());
    assertEquals("document.body", part.body());
    assertEquals("bytes 0-12/2200", part.header("Content-Range"));
    assertEquals(416, app().get(APP, "Range", "bytes=9000-").status());
  }

  @Test
  void stylesheet_versionsInside() throws Exception {
    Got got = app().get("/shop/css/app-0d538afca9e1.css");
    assertEquals(200, got.status());
    assertTrue(got.body().contains("url(../img/logo-38faf4153750.svg)"), got::body);
  }

  @Test
  void otherVersion_leadsToThePlainUrl() throws Exception {
    Got got = app().get("/shop/js/app-000000000000.js");
    assertEquals(302, got.status());
    assertEquals("app.js", got.header("Location"));
    assertEquals("no-store", got.header("Cache-Control"));
    assertEquals(200, app().get("/shop/js/app.js").status());
  }

  @Test
  void missing_neverStored() throws Exception {
    Got versioned = app().get("/shop/js/gone-000000000000.js");
    assertEquals(404, versioned.status());
    assertEquals("no-store", versioned.header("Cache-Control"));
    Got plain = app().get("/shop/js/gone.js");
    assertEquals(404, plain.status());
    assertEquals("no-store", plain.header("Cache-Control"));
  }

  @Test
  void pages_noneOfOurBusiness() throws Exception {
    assertEquals("owner 12", app().get("/shop/owners/12").body());
    assertEquals(200, app().get("/shop/page.html").status());
  }

  @ParameterizedTest
  @CsvSource({
    "/shop/uploads/upload-ff4085ad1573.txt, upload",
    "/shop/docs/guide-83ca68be6227.pdf, guide",
    "/shop/rows/rows-337719637c09.js, console.log(\"memory\");"
  })
  void ownHandlers_answered(String url, String body) throws Exception {
    Got got = app().get(url);
    assertEquals(200, got.status());
    assertEquals(body, got.body().strip());
    assertTrue(got.header("Cache-Control").contains("immutable"), got::toString);
  }

  /** The folder has it, but the handler's pattern does not serve it there. */
  @Test
  void ownHandlers_patternHeeded() throws Exception {
    assertEquals(404, app().get("/shop/docs/upload-ff4085ad1573.txt").status());
  }

  @Test
  void largeFile_wholeAndPart() throws Exception {
    // printf '0123456789abcdef%.0s' $(seq 200000) | sha256sum
    String url = "/shop/uploads/large-69cc92e41a3c.bin";
    Got got = app().get(url);
    assertEquals(200, got.status());
    assertEquals(3_200_000, got.length());
    assertEquals("0123456789abcdef", got.body().substring(3_200_000 - 16));
    Got part = app().get(url, "Range", "bytes=1600000-1600003");
    assertEquals(206, part.status());
    assertEquals("0123", part.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shop/private/report.js",
        "/shop/private/report-918941e3bc8d.js",
        "/shop/private/report-000000000000.js",
        "/shop/private/report.js?v=918941e3bc8d",
        "/shop/%70rivate/report-918941e3bc8d.js",
        "/shop/private/%72eport-918941e3bc8d.js",
        "/shop/js/secret.js",
        "/shop/js/secret.js?v=5029594ed0f9"
      })
  void protectedFiles_stayProtected(String url) throws Exception {
    assertEquals(401, app().get(url).status());
    assertEquals(401, app().send("HEAD", url).status());
    assertEquals(401, app().get(url, "Range", "bytes=0-3").status());
    assertFalse(app().get(url).header("Cache-Control").contains("immutable"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shop/private%2Freport-918941e3bc8d.js",
        "/shop/private%2freport.js",
        "/shop//private/report-918941e3bc8d.js",
        "/shop/x/../private/report-918941e3bc8d.js",
        "/shop/x/%2e%2e/private/report-918941e3bc8d.js",
        "/shop/private;x=1/report-918941e3bc8d.js",
        "/shop/private/..%2fprivate/report-918941e3bc8d.js"
      })
  void protectedFiles_oddPaths(String path) throws Exception {
    int status = app().raw(path);
    assertTrue(status >= 400 && status < 500, path + " " + status);
  }

  /** A rule for one exact file sees the plain URL of a made-up version, not the current one. */
  @Test
  void exactRule_asTheDocsSay() throws Exception {
    assertEquals(302, app().get("/shop/js/secret-000000000000.js").status());
    assertEquals(200, app().get("/shop/js/secret-5029594ed0f9.js").status());
  }

  @Test
  void protectedFiles_forWhoMay() throws Exception {
    Got got = app().get("/shop/private/report-918941e3bc8d.js", "Authorization", RunningApp.user());
    assertEquals(200, got.status());
    assertEquals("DENY", got.header("X-Frame-Options"));
  }

  @Test
  void log_oneLine() throws Exception {
    String line = startLine();
    assertTrue(
        line.endsWith(
            "autoversion: 11 assets (3 MB) at /, /docs/, /rows/, /uploads/, /webjars/; hash in the"
                + " file name; ask /shop/actuator/autoversion?reference=/css/app.css"),
        line);
  }

  /** It comes beside the start, soon after it. */
  private String startLine() throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      List<String> lines = log().lines().filter(l -> l.contains("autoversion: ")).toList();
      if (!lines.isEmpty()) {
        assertEquals(1, lines.size());
        return lines.get(0);
      }
      Thread.onSpinWait();
      java.util.concurrent.TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("no line in " + log());
  }

  @Test
  void endpoint_whole() throws Exception {
    String json = app().get("/shop/actuator/autoversion").body();
    assertTrue(json.startsWith("{\"mounts\":[{\"prefix\":\""), json);
    assertTrue(json.contains("\"settings\":{\"version\":\"contentHash(12)\""), json);
    assertTrue(json.contains("\"placement\":\"fileName()\""), json);
    assertTrue(json.contains("\"stats\":{\"hits\":"), json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/js/app.js", "/shop/js/app.js"})
  void endpoint_reference(String reference) throws Exception {
    String json = app().get("/shop/actuator/autoversion?reference=" + reference).body();
    assertTrue(json.contains("\"url\":\"" + APP + "\""), json);
    assertTrue(json.contains("\"version\":\"750841c8e8e1\""), json);
  }

  @Test
  void endpoint_typo() throws Exception {
    String json = app().get("/shop/actuator/autoversion?reference=/js/ap.js").body();
    assertTrue(json.contains("did you mean '/shop/js/app.js'?"), json);
  }

  @Test
  void meters_count() throws Exception {
    app().get(APP, "Accept-Encoding", "gzip");
    String json =
        app()
            .get("/shop/actuator/metrics/autoversion.responses?tag=coding:gzip&tag=status:200")
            .body();
    assertTrue(json.matches(".*\"value\":[1-9][0-9]*\\.0.*"), json);
    for (String name : List.of("hits", "misses", "loads", "bytes.held")) {
      assertEquals(200, app().get("/shop/actuator/metrics/autoversion." + name).status(), name);
    }
  }
}
