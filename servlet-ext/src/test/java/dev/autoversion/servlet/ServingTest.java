package dev.autoversion.servlet;

import static dev.autoversion.servlet.AssetFiles.IMMUTABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.ManualTime;
import dev.autoversion.Placement;
import dev.autoversion.servlet.Container.Running;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that change, nodes that differ, and what the container does on its own. */
class ServingTest {
  private static final String CURRENT = "/static/app-3fc4ccfe7458.js";
  @TempDir Path root;

  @BeforeEach
  void writeFiles() throws Exception {
    AssetFiles.write(root);
  }

  private Autoversion autoversion(Placement placement) {
    return AssetFiles.autoversion(root, placement);
  }

  private Site site(Placement placement) {
    return new Site(root, new AutoversionFilter(autoversion(placement)));
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

  /** A filter behind ours that swaps the file when all is decided but the first bytes. */
  private Filter swapping(String text) {
    return (request, response, chain) -> {
      replace("static/app.js", text);
      chain.doFilter(request, response);
    };
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void swappedBeforeItIsSent_isNotStored(Container container) throws Exception {
    Autoversion lasting = autoversion(Placement.fileName());
    assertEquals(CURRENT, lasting.url("/static/app.js"));
    for (String text : List.of("one", "longer")) {
      Site site = new Site(root, new AutoversionFilter(lasting), swapping(text));
      try (Running server = container.start(site)) {
        assertEquals("200 no-store " + text, brief(server.get(CURRENT)));
      }
    }
  }

  /** One that tells neither length nor time, so that only the file itself gives it away. */
  private final class SwappingServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      replace("static/app.js", "one");
      response.getOutputStream().print("one");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void swappedByAServlet_isNotStored(Container container) throws Exception {
    Site site = site(Placement.fileName()).with("/static/*", new SwappingServlet());
    try (Running server = container.start(site)) {
      assertEquals("200 no-store one", brief(server.get(CURRENT)));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void oldBytesInTheContainersCache_areNotStored(Container container) throws Exception {
    Files.setLastModifiedTime(
        root.resolve("static/app.js"), FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
    ManualTime time = ManualTime.later();
    Autoversion autoversion = AssetFiles.autoversion(root, Placement.fileName(), time);
    try (Running server = container.start(new Site(root, new AutoversionFilter(autoversion)))) {
      assertEquals("200  two", brief(server.get("/static/app.js")));
      replace("static/app.js", "one");
      time.advance(Duration.ofSeconds(1));
      // Tomcat remembers a file for five seconds, Jetty looks at it again.
      String expected = container == Container.TOMCAT ? "200 no-store two" : "200 immutable one";
      // printf one | sha256sum
      assertEquals(expected, brief(server.get("/static/app-7692c3ad3540.js")));
      assertEquals("no-store", server.get(CURRENT).cacheControl());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void justWritten_isSentAsItWasHashed(Container container) throws Exception {
    Autoversion autoversion = AssetFiles.autoversion(root, Placement.fileName(), ManualTime.now());
    try (Running server = container.start(new Site(root, new AutoversionFilter(autoversion)))) {
      replace("static/app.js", "one");
      Answer answer = server.get("/static/app-7692c3ad3540.js");
      assertEquals("200 immutable one", brief(answer));
      assertEquals(
          "text/javascript 3",
          answer.header("Content-Type") + " " + answer.header("Content-Length"));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void wrongVersions_readNothing(Container container) throws Exception {
    Autoversion autoversion = autoversion(Placement.fileName());
    try (Running server = container.start(new Site(root, new AutoversionFilter(autoversion)))) {
      assertEquals("200 immutable two", brief(server.get(CURRENT)));
      long loads = autoversion.stats().loads();
      for (int i = 0; i < 1000; i++) {
        assertEquals("no-store", server.get("/static/app-%012x.js".formatted(i)).cacheControl());
      }
      assertEquals(loads, autoversion.stats().loads());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void rollingDeploy_keepsNothingWrong(Container container) throws Exception {
    for (Placement placement :
        List.of(Placement.query(), Placement.fileName(), Placement.pathSegment())) {
      Path next = Files.createDirectories(root.resolve("next-" + placement));
      AssetFiles.put(next, "static/app.js", "one");
      Autoversion newer = AssetFiles.autoversion(next, placement);
      Autoversion older = autoversion(placement);
      try (Running oldNode = container.start(new Site(root, new AutoversionFilter(older)));
          Running newNode = container.start(new Site(next, new AutoversionFilter(newer)))) {
        String oldUrl = older.url("/static/app.js");
        String newUrl = newer.url("/static/app.js");
        assertNotEquals(oldUrl, newUrl);
        assertEquals("200 immutable two", brief(oldNode.get(oldUrl)));
        assertEquals("200 no-store two", brief(oldNode.get(newUrl)));
        assertEquals("200 immutable one", brief(newNode.get(newUrl)));
        assertEquals("200 no-store one", brief(newNode.get(oldUrl)));
      }
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
      {"/static/app.js", "Range: bytes=9-"},
      {"/static/app.js", "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT"},
      {"/static/app.js", "If-None-Match: *"},
      {"/static/img"},
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

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void compression_ofTheContainerKeepsWorking(Container container) throws Exception {
    try (Running server = container.start(site(Placement.fileName()).compressing())) {
      Answer answer = server.get("/static/big-aca9e593cc62.txt", "Accept-Encoding: gzip");
      assertEquals("gzip", answer.header("Content-Encoding"));
      assertTrue(answer.header("Vary").toLowerCase().contains("accept-encoding"));
      assertEquals(IMMUTABLE, answer.cacheControl());
      assertEquals("0123456789".repeat(10_000), unzip(answer.body()));
      Answer identity = server.get("/static/big-aca9e593cc62.txt");
      assertEquals("", identity.header("Content-Encoding"));
      assertEquals(IMMUTABLE, identity.cacheControl());
      Answer stylesheet = server.get("/static/css/site-c9f57956d973.css", "Accept-Encoding: gzip");
      boolean zipped = stylesheet.header("Content-Encoding").equals("gzip");
      assertEquals(
          "a{background:url(../img/x-3fc4ccfe7458.png)}",
          zipped ? unzip(stylesheet.body()) : stylesheet.text());
      assertEquals(IMMUTABLE, stylesheet.cacheControl());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void precompressedCopies_areSentWhileTheyAreNoOlder(Container container) throws Exception {
    zip("static/app.js.gz", "two");
    zip("static/css/site.css.gz", "a{background:url(../img/x.png)}");
    Site site = site(Placement.fileName()).with("precompressed", "true");
    try (Running server = container.start(site)) {
      Answer answer = server.get(CURRENT, "Accept-Encoding: gzip");
      assertEquals("gzip", answer.header("Content-Encoding"));
      assertTrue(answer.header("Vary").toLowerCase().contains("accept-encoding"));
      assertEquals(IMMUTABLE, answer.cacheControl());
      assertEquals("two", unzip(answer.body()));
      assertEquals("200 immutable two", brief(server.get(CURRENT)));

      Answer stylesheet = server.get("/static/css/site-c9f57956d973.css", "Accept-Encoding: gzip");
      assertEquals("", stylesheet.header("Content-Encoding"));
      assertEquals("200 immutable a{background:url(../img/x-3fc4ccfe7458.png)}", brief(stylesheet));
    }
    Files.setLastModifiedTime(
        root.resolve("static/app.js.gz"), FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
    try (Running server = container.start(site)) {
      Answer answer = server.get(CURRENT, "Accept-Encoding: gzip");
      boolean old = answer.header("Content-Encoding").equals("gzip");
      assertEquals(old ? "no-store" : IMMUTABLE, answer.cacheControl());
      assertEquals("200 immutable two", brief(server.get(CURRENT)));
    }
  }

  private void zip(String name, String text) throws IOException {
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(root.resolve(name)))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String unzip(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void hostilePaths_leadNowhere(Container container) throws Exception {
    for (Placement placement : List.of(Placement.fileName(), Placement.pathSegment())) {
      Autoversion everything =
          ManualTime.later().builder().directory("/", root).placement(placement).build();
      for (Autoversion autoversion : List.of(everything, autoversion(placement))) {
        Site site = new Site(root.resolve("."), new AutoversionFilter(autoversion));
        try (Running server = container.start(site)) {
          for (String path : hostile()) {
            Answer answer = server.get(path);
            assertTrue(answer.status() >= 400, path + " gives " + answer.status());
            assertNotEquals(IMMUTABLE, answer.cacheControl(), path);
          }
        }
      }
    }
  }

  private static List<String> hostile() {
    return List.of(
        "/@3fc4ccfe7458/WEB-INF/web.js",
        "/@3fc4ccfe7458/web-inf/web.js",
        "/@3fc4ccfe7458/%57EB-INF/web.js",
        "/WEB-INF/@3fc4ccfe7458/web.js",
        "/WEB-INF/web-3fc4ccfe7458.js",
        "/%57EB-INF/web-3fc4ccfe7458.js",
        "/WEB-INF;x/web-3fc4ccfe7458.js",
        "/static/@3fc4ccfe7458/../../WEB-INF/web.js",
        "/static/@3fc4ccfe7458/%2e%2e/%2e%2e/WEB-INF/web.js",
        "/static/@3fc4ccfe7458/..%2f..%2fWEB-INF/web.js",
        "/static/@3fc4ccfe7458/..;/..;/WEB-INF/web.js",
        "/static/@3fc4ccfe7458/..%5c..%5cWEB-INF/web.js",
        "/static/@3fc4ccfe7458//etc/passwd",
        "/static/@../@3fc4ccfe7458/WEB-INF/web.js",
        "/static/../WEB-INF/web-3fc4ccfe7458.js",
        "/static/%2e%2e/WEB-INF/web-3fc4ccfe7458.js",
        "/static/..;/WEB-INF/web-3fc4ccfe7458.js",
        "/static/.env-3fc4ccfe7458",
        "/static/@3fc4ccfe7458/.env",
        "/static/@3fc4ccfe7458/app.js%00",
        "/static/app-3fc4ccfe7458.js%00",
        "/static/app-3fc4ccfe7458.js%0d%0aX-Evil:%201",
        "/static/app-3fc4ccfe7458.js/",
        "/static/app-3fc4ccfe7458%2ejs%c0%ae",
        "/static/app-3fc4ccfe7458.%");
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void hostilePaths_headersStayClean(Container container) throws Exception {
    try (Running server = container.start(site(Placement.query()))) {
      for (String query :
          List.of("%0d%0aX-Evil:1", "3fc4ccfe7458%0d%0aX-Evil:1", "\u00e9", "<x>")) {
        Answer answer = Answer.of(server.port(), "GET", "/static/app.js?v=" + query);
        assertEquals("", answer.header("X-Evil"));
        assertNotEquals(IMMUTABLE, answer.cacheControl());
      }
      Answer twice =
          server.get(
              "/static/css/site.css?v=c9f57956d973", "If-None-Match: \"a\"", "If-None-Match: *");
      assertEquals(200, twice.status());
      String tags = "If-None-Match: " + "\"a\",".repeat(1500);
      assertEquals(200, server.get("/static/css/site.css?v=c9f57956d973", tags).status());
    }
  }
}
