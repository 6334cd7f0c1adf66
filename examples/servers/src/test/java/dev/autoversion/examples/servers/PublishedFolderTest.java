package dev.autoversion.examples.servers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autoversion.fingerprint.Fingerprint;
import dev.autoversion.fingerprint.FingerprintedAsset;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build wrote, served by nginx as docs/build.md configures it. */
class PublishedFolderTest {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final Path BROTLI =
      Path.of("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");

  @TempDir Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Map<String, FingerprintedAsset> built;
  private CachingProxy nginx;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(
        CachingProxy.isNginxInstalled() || System.getenv("CI") != null, "no nginx installed");
    Path site = folder.resolve("site");
    write(site.resolve("static/js/app.js"), "const a = 1;\n".repeat(200));
    write(site.resolve("static/css/site.css"), "a{background:url(../img/a.svg)}\n".repeat(50));
    write(site.resolve("static/img/a.svg"), "<svg></svg>");
    write(site.resolve("static/LICENSE"), "none");
    built =
        Fingerprint.of(site.resolve("static")).prefix("/static").run().assets().stream()
            .collect(Collectors.toMap(FingerprintedAsset::path, asset -> asset));
    int port = CachingProxy.freePort();
    boolean brotli = Files.exists(BROTLI);
    String server =
        documented()
            .replace("listen 80;", "listen 127.0.0.1:" + port + ";")
            .replace("/srv/site", site.toString())
            .replace(brotli ? "# brotli_static" : "#", brotli ? "brotli_static" : "#");
    String types = "types { text/javascript js; text/css css; image/svg+xml svg; }\n";
    nginx =
        CachingProxy.nginx(
            Files.createDirectory(folder.resolve("nginx")),
            port,
            brotli ? "load_module " + BROTLI + ";" : "",
            types + server);
  }

  @AfterEach
  void stop() {
    if (nginx != null) {
      nginx.close();
    }
  }

  private static String documented() throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "build.md"));
    Matcher block =
        Pattern.compile("^```nginx\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL).matcher(page);
    assertTrue(block.find(), "docs/build.md configures nginx");
    return block.group(1);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private HttpResponse<byte[]> get(String url, String codings) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(nginx.resolve(url)).header("Accept-Encoding", codings).build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> got, String name) {
    return got.headers().firstValue(name).orElse("");
  }

  @Test
  void copies_areKeptForEver() throws Exception {
    assertEquals(4, built.size());
    for (FingerprintedAsset asset : built.values()) {
      HttpResponse<byte[]> got = get("/static/" + asset.file(), "identity");
      assertEquals(200, got.statusCode(), asset.file());
      assertEquals(FOR_EVER, header(got, "Cache-Control"), asset.file());
      assertEquals(asset.size(), got.body().length);
    }
  }

  @Test
  void codings_areTheBuildsFiles() throws Exception {
    FingerprintedAsset app = built.get("js/app.js");
    Path file = folder.resolve("site/static").resolve(app.file());
    HttpResponse<byte[]> gzip = get("/static/" + app.file(), "gzip");
    assertEquals("gzip", header(gzip, "Content-Encoding"));
    assertEquals("Accept-Encoding", header(gzip, "Vary"));
    assertEquals("text/javascript", header(gzip, "Content-Type"));
    assertEquals(FOR_EVER, header(gzip, "Cache-Control"));
    assertArrayEquals(
        Files.readAllBytes(file.resolveSibling(file.getFileName() + ".gz")), gzip.body());
    if (Files.exists(BROTLI)) {
      HttpResponse<byte[]> br = get("/static/" + app.file(), "br, gzip");
      assertEquals("br", header(br, "Content-Encoding"));
      assertArrayEquals(
          Files.readAllBytes(file.resolveSibling(file.getFileName() + ".br")), br.body());
    }
  }

  @Test
  void allElse_isAsBefore() throws Exception {
    HttpResponse<byte[]> plain = get("/static/js/app.js", "gzip");
    assertEquals(200, plain.statusCode());
    assertEquals("", header(plain, "Cache-Control"));
    assertEquals("", header(plain, "Content-Encoding"));
    HttpResponse<byte[]> gone = get("/static/js/app-000000000000.js", "gzip");
    assertEquals(404, gone.statusCode());
    assertEquals("", header(gone, "Cache-Control"));
    assertEquals(404, get("/META-INF/autoversion/manifest.json", "gzip").statusCode());
  }
}
