package dev.autoversion.servlet;

import static dev.autoversion.servlet.AssetFiles.IMMUTABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.ManualTime;
import dev.autoversion.Placement;
import dev.autoversion.servlet.Container.Running;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that change, nodes that differ, and headers. */
class ServingTest {
  private static final String CURRENT = "/static/app-3fc4ccfe7458.js";

  @TempDir Path root;

  @BeforeEach
  void writeFiles() throws Exception {
    AssetFiles.write(root);
  }

  private Site site(Placement placement) {
    return new Site(root, AssetFiles.autoversion(root, placement));
  }

  private static String brief(Answer answer) {
    String cacheControl =
        answer.cacheControl().equals(IMMUTABLE) ? "immutable" : answer.cacheControl();
    return answer.status() + " " + cacheControl + " " + answer.text();
  }

  private void replace(String name, String text) throws IOException {
    Path other = Files.writeString(root.resolve("new"), text);
    Files.move(other, root.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /** K2: Tomcat remembers a file for five seconds, and longer where its time stays. */
  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void oldBytesInTheContainersCache_areNotSent(Container container) throws Exception {
    Path file = root.resolve("static/app.js");
    FileTime old = FileTime.from(Instant.parse("2024-01-01T00:00:00Z"));
    Files.setLastModifiedTime(file, old);
    ManualTime time = ManualTime.later();
    Autoversion autoversion = AssetFiles.autoversion(root, Placement.query(), time);
    try (Running server = container.start(new Site(root, autoversion))) {
      assertEquals("200  two", brief(server.get("/static/app.js")));
      assertEquals("200 immutable two", brief(server.get("/static/app.js?v=3fc4ccfe7458")));
      replace("static/app.js", "one");
      Files.setLastModifiedTime(file, old);
      time.advance(Duration.ofSeconds(1));
      // printf one | sha256sum
      assertEquals("200 immutable one", brief(server.get("/static/app.js?v=7692c3ad3540")));
      assertEquals("no-store", server.get("/static/app.js?v=3fc4ccfe7458").cacheControl());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void justWritten_isSentAsItWasHashed(Container container) throws Exception {
    Autoversion autoversion = AssetFiles.autoversion(root, Placement.fileName(), ManualTime.now());
    try (Running server = container.start(new Site(root, autoversion))) {
      replace("static/app.js", "one");
      assertEquals("200 immutable one", brief(server.get("/static/app-7692c3ad3540.js")));
      assertEquals("302 no-store ", brief(server.get(CURRENT)));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void rollingDeploy_keepsNothingWrong(Container container) throws Exception {
    Path next = Files.createDirectories(root.resolve("next"));
    AssetFiles.put(next, "static/app.js", "one");
    for (Placement placement :
        List.of(Placement.query(), Placement.fileName(), Placement.pathSegment())) {
      Autoversion newer = AssetFiles.autoversion(next, placement);
      Autoversion older = AssetFiles.autoversion(root, placement);
      try (Running oldNode = container.start(new Site(root, older));
          Running newNode = container.start(new Site(next, newer))) {
        String oldUrl = older.url("/static/app.js");
        String newUrl = newer.url("/static/app.js");
        assertNotEquals(oldUrl, newUrl);
        assertEquals("200 immutable two", brief(oldNode.get(oldUrl)));
        assertEquals("200 immutable one", brief(newNode.get(newUrl)));
        boolean query = newUrl.contains("?");
        assertEquals(query ? "200 no-store two" : "302 no-store ", brief(oldNode.get(newUrl)));
        assertEquals(query ? "200 no-store one" : "302 no-store ", brief(newNode.get(oldUrl)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void staleVersionInThePath_leadsToThePlainUrl(Container container) throws Exception {
    try (Running byName = container.start(site(Placement.fileName()).at("/shop"));
        Running bySegment = container.start(site(Placement.pathSegment()).at("/shop"))) {
      assertEquals(
          "app.js?x=1", byName.get("/shop/static/app-000000000000.js?x=1").header("Location"));
      assertEquals(
          "../../img/x.png",
          bySegment.get("/shop/static/@000000000000/img/x.png").header("Location"));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void headers_areWhole(Container container) throws Exception {
    try (Running server = container.start(site(Placement.fileName()))) {
      Answer script = server.get(CURRENT);
      // Undertow's own type is another one.
      String javascript = container == Container.UNDERTOW ? "application" : "text";
      assertEquals(
          javascript + "/javascript;charset=utf-8", script.header("Content-Type").toLowerCase());
      assertEquals("3", script.header("Content-Length"));
      assertEquals("nosniff", script.header("X-Content-Type-Options"));
      assertTrue(script.header("ETag").startsWith("\""), script.header("ETag"));
      Answer head = server.send("HEAD", CURRENT);
      assertEquals("3", head.header("Content-Length"));
      assertEquals(0, head.body().length);
      Answer same = server.get(CURRENT, "If-None-Match: " + script.header("ETag"));
      assertEquals("304 " + IMMUTABLE, same.status() + " " + same.cacheControl());
      assertEquals(script.header("ETag"), same.header("ETag"));
      assertEquals(
          "image/png", server.get("/static/img/x-3fc4ccfe7458.png").header("Content-Type"));
      Answer part = server.get("/static/big-aca9e593cc62.txt", "Range: bytes=11-13");
      assertEquals("206 immutable 123", brief(part));
      assertEquals("bytes 11-13/100000", part.header("Content-Range"));
      assertEquals("3", part.header("Content-Length"));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void stylesheet_goesOutWithVersions(Container container) throws Exception {
    try (Running server = container.start(site(Placement.fileName()))) {
      assertEquals(
          "200 immutable a{background:url(../img/x-3fc4ccfe7458.png)}",
          brief(server.get("/static/css/site-c9f57956d973.css")));
    }
  }

  /** G02: the same mount, however the browser spells it. */
  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void mountOfOtherLetters_isAnswered(Container container) throws Exception {
    Autoversion autoversion =
        ManualTime.later()
            .builder()
            .directory("/\u0441\u0442\u0430\u0442", root.resolve("static"))
            .placement(Placement.fileName())
            .build();
    try (Running server = container.start(new Site(root, autoversion))) {
      assertEquals(
          "200 immutable two", brief(server.get("/%D1%81%D1%82%D0%B0%D1%82/app-3fc4ccfe7458.js")));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void constraints_areNotWalkedPast(Container container) throws Exception {
    for (Placement placement :
        List.of(Placement.query(), Placement.fileName(), Placement.pathSegment())) {
      Site site = site(placement).denying("/static/private/*");
      try (Running server = container.start(site)) {
        assertGuarded(server);
        assertEquals(403, server.get("/static/private/admin-3fc4ccfe7458.js").status());
        assertEquals(403, server.get("/static/private/admin.js?v=3fc4ccfe7458").status());
        assertEquals("two", server.get("/static/app.js").text());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void securityFilterInFront_isNotWalkedPast(Container container) throws Exception {
    for (Placement placement :
        List.of(Placement.query(), Placement.fileName(), Placement.pathSegment())) {
      Site site = site(placement).behind(Filters.denying("/static/private/"));
      try (Running server = container.start(site)) {
        assertGuarded(server);
      }
    }
  }

  /** A version that somebody made up reaches nothing that the plain URL would not. */
  private static void assertGuarded(Running server) throws IOException {
    for (String url :
        List.of(
            "/static/private/admin.js",
            "/static/private/admin.js?v=000000000000",
            "/static/private/admin-000000000000.js",
            "/static/@000000000000/private/admin.js")) {
      Answer answer = server.get(url);
      assertNotEquals("two", answer.text(), url);
      assertNotEquals(IMMUTABLE, answer.cacheControl(), url);
      if (answer.status() == 302) {
        assertEquals(
            url.contains("@") ? "../../private/admin.js" : "admin.js", answer.header("Location"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void headersOfFiltersInFront_stay(Container container) throws Exception {
    Autoversion hosted =
        ManualTime.later()
            .builder()
            .directory("/static", root.resolve("static"))
            .placement(Placement.fileName())
            .host("https://cdn.example.com")
            .build();
    Site site = new Site(root, hosted).behind(Filters.crossOrigin("https://a.example"));
    try (Running server = container.start(site);
        Running without = container.start(new Site(root, hosted))) {
      Answer answer = server.get("/static/css/site-c9f57956d973.css");
      assertEquals("https://a.example", answer.header("Access-Control-Allow-Origin"));
      assertTrue(answer.header("Vary").contains("Origin"), answer.header("Vary"));
      assertEquals("default-src 'self'", answer.header("Content-Security-Policy"));
      assertEquals(
          "*",
          without.get("/static/css/site-c9f57956d973.css").header("Access-Control-Allow-Origin"));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void compressed_onceWhoeverElseWould(Container container) throws Exception {
    String url = "/static/big-aca9e593cc62.txt";
    Site filtered = site(Placement.fileName()).behind(Filters.compressing());
    Site plain = site(Placement.fileName());
    Site compressing = site(Placement.fileName()).compressing();
    for (Site site : List.of(filtered, plain, compressing)) {
      try (Running server = container.start(site)) {
        Answer answer = server.get(url, "Accept-Encoding: gzip");
        assertEquals("gzip", answer.header("Content-Encoding"));
        assertTrue(answer.header("Vary").toLowerCase().contains("accept-encoding"));
        assertEquals(IMMUTABLE, answer.cacheControl());
        assertEquals("0123456789".repeat(10_000), unzip(answer.body()));
        Answer identity = server.get(url);
        assertEquals("", identity.header("Content-Encoding"));
        assertEquals("0123456789".repeat(10_000), identity.text());
        Answer head = server.send("HEAD", url, "Accept-Encoding: gzip");
        assertEquals(0, head.body().length);
        assertEquals(IMMUTABLE, head.cacheControl());
      }
    }
  }

  private static String unzip(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** K5: what is sent while it is written anew never looks whole. */
  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void largeFile_rewrittenWhileItIsSent_isBrokenOff(Container container) throws Exception {
    int length = 48 << 20;
    Path large = root.resolve("static/large.bin");
    Files.write(large, new byte[length]);
    ManualTime time = ManualTime.later();
    Autoversion autoversion = AssetFiles.autoversion(root, Placement.fileName(), time);
    String url = autoversion.url("/static/large.bin");
    try (Running server = container.start(new Site(root, autoversion))) {
      Answer whole = server.get(url);
      assertEquals("200 " + length, whole.status() + " " + whole.body().length);
      byte[] other = new byte[length];
      other[0] = 1;
      Answer answer = Answer.ofSlow(server.port(), url, () -> Files.write(large, other));
      assertEquals("200 " + length, answer.status() + " " + answer.header("Content-Length"));
      // What is asked for twice has a copy on Tomcat, which nobody writes anew.
      boolean isWhole = answer.body().length == length;
      assertEquals(container == Container.TOMCAT, isWhole);
      assertTrue(!isWhole || Arrays.equals(new byte[length], answer.body()));
    }
  }

  /** An error page says nothing of the asset that it takes the place of. */
  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void largeFile_rewrittenBeforeItIsSent_isAnError(Container container) throws Exception {
    Path large = root.resolve("static/large.bin");
    Files.write(large, new byte[4 << 20]);
    Autoversion autoversion = AssetFiles.autoversion(root, Placement.fileName());
    String url = autoversion.url("/static/large.bin");
    Site site =
        new Site(root, autoversion)
            .behind(Filters.beforeStatus(() -> Files.write(large, new byte[5 << 20])));
    try (Running server = container.start(site)) {
      Answer answer = server.get(url);
      // Undertow takes all headers off once more.
      String expected = container == Container.UNDERTOW ? "500 " : "500 no-store";
      assertEquals(expected, answer.status() + " " + answer.cacheControl());
      assertEquals("", answer.header("ETag"));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void plainUrls_areAnsweredAsWithoutTheFilter(Container container) throws Exception {
    String[][] requests = {
      {"/static/app.js"},
      {"/static/big.txt"},
      {"/static/empty.txt"},
      {"/static/css/site.css"},
      {"/static/app.js", "Range: bytes=1-1"},
      {"/static/app.js", "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT"},
      {"/static/app.js", "If-None-Match: *"},
      {"/other/app.js"},
      {"/other/none.js"},
      {"/"},
    };
    try (Running with = container.start(site(Placement.query()));
        Running without = container.start(new Site(root))) {
      for (String[] request : requests) {
        String[] headers = request.length == 1 ? new String[0] : new String[] {request[1]};
        for (String method : List.of("GET", "HEAD")) {
          Answer expected = without.send(method, request[0], headers);
          Answer answer = with.send(method, request[0], headers);
          assertEquals(expected.status(), answer.status());
          assertEquals(undated(expected), undated(answer), method + " " + request[0]);
          assertEquals(expected.text(), answer.text());
        }
      }
    }
  }

  private static List<String> undated(Answer answer) {
    return answer.headers().stream()
        .filter(header -> !header.startsWith("Date:"))
        .sorted()
        .toList();
  }
}
