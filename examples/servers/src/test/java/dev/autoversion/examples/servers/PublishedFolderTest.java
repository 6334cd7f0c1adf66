package dev.autoversion.examples.servers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autoversion.fingerprint.Fingerprint;
import dev.autoversion.fingerprint.FingerprintedAsset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a build wrote, served without a JVM. */
@ParameterizedClass(name = "{0}")
@EnumSource
class PublishedFolderTest {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final Map<String, String> SUFFIXES =
      Map.of("gzip", ".gz", "br", ".br", "zstd", ".zst");

  @TempDir static Path folder;
  private static Path site;
  private static Map<String, FingerprintedAsset> built;
  private static OtherServer running;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Parameter FileServer server;

  @BeforeAll
  static void build() throws Exception {
    site = folder.resolve("site");
    Path assets = site.resolve("static");
    write(assets, "js/app.js", "const a = 1;\n".repeat(200));
    write(assets, "js/app.js.map", "{}\n".repeat(200));
    write(assets, "css/site.css", "a{background:url(../img/a.svg)}\n".repeat(50));
    write(assets, "img/a.svg", "<svg></svg>");
    write(assets, "100% a+b#1.js", "const b = 1;\n".repeat(200));
    write(assets, "LICENSE", "none");
    Files.write(assets.resolve("docs.tar.gz"), gzip("docs"));
    built =
        Fingerprint.of(assets).prefix("/static").run().assets().stream()
            .collect(Collectors.toMap(FingerprintedAsset::path, asset -> asset));
    // Apache takes no orders from root, and others can't look into such a folder.
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        String rights = Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
      }
    }
  }

  @BeforeParameterizedClassInvocation
  static void start(FileServer server) throws Exception {
    assumeTrue(server.isToRun(), () -> server + " is not installed");
    running = server.start(Files.createDirectory(folder.resolve(server.name())), site);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  private static void write(Path root, String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return zipped.toByteArray();
  }

  private HttpResponse<byte[]> get(String file, String codings, String... more) throws Exception {
    URI uri = new URI("http", null, "127.0.0.1", running.port(), "/" + file, null, null);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept-Encoding", codings);
    if (more.length > 0) {
      request.headers(more);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> got, String name) {
    return String.join(" | ", got.headers().allValues(name));
  }

  private static Path coded(String file, String coding) {
    return site.resolve(file + SUFFIXES.get(coding));
  }

  @Test
  void copies_areKeptForEver() throws Exception {
    assertEquals(7, built.size());
    for (FingerprintedAsset asset : built.values()) {
      HttpResponse<byte[]> got = get("static/" + asset.file(), "identity");
      assertEquals(200, got.statusCode(), asset.file());
      assertEquals(FOR_EVER, header(got, "Cache-Control"), asset.file());
      assertEquals("nosniff", header(got, "X-Content-Type-Options"), asset.file());
      assertEquals("", header(got, "Content-Encoding"), asset.file());
      assertEquals(asset.size(), got.body().length, asset.file());
      HttpResponse<byte[]> coded = get("static/" + asset.file(), "gzip, deflate, br, zstd");
      assertEquals(200, coded.statusCode(), asset.file());
      assertEquals(FOR_EVER, header(coded, "Cache-Control"), asset.file());
    }
  }

  @Test
  void codings_areTheBuildsFiles() throws Exception {
    for (String coding : server.codings()) {
      for (String path : List.of("js/app.js", "css/site.css", "js/app.js.map")) {
        String file = "static/" + built.get(path).file();
        HttpResponse<byte[]> got = get(file, coding);
        assertEquals(coding, header(got, "Content-Encoding"), file);
        assertEquals("Accept-Encoding", header(got, "Vary"), file);
        assertEquals(FOR_EVER, header(got, "Cache-Control"), file);
        assertArrayEquals(Files.readAllBytes(coded(file, coding)), got.body(), file);
        HttpResponse<byte[]> refused = get(file, coding + ";q=0");
        assertEquals("", header(refused, "Content-Encoding"), file);
        assertEquals("Accept-Encoding", header(refused, "Vary"), file);
      }
    }
  }

  /** CDNs say that they are there, and nginx as a proxy speaks HTTP/1.0. */
  @Test
  void codings_areForProxiesToo() throws Exception {
    String file = "/static/" + built.get("js/app.js").file();
    for (String coding : server.codings()) {
      for (String end : List.of("HTTP/1.1\r\nVia: 1.1 cdn", "HTTP/1.0")) {
        String head = ask(file, end + "\r\nHost: 127.0.0.1\r\nAccept-Encoding: " + coding);
        assertTrue(head.contains("\r\nContent-Encoding: " + coding + "\r\n"), head);
      }
    }
  }

  /** The head of the answer. */
  private static String ask(String file, String rest) throws IOException {
    String request = "GET " + file + " " + rest + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket("127.0.0.1", running.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.ISO_8859_1).split("\r\n\r\n")[0] + "\r\n";
    }
  }

  @Test
  void coding_changesNoType() throws Exception {
    for (String coding : List.of("identity", "gzip", "gzip, deflate, br, zstd")) {
      HttpResponse<byte[]> script = get("static/" + built.get("js/app.js").file(), coding);
      assertEquals("text/javascript", header(script, "Content-Type").split(";")[0], coding);
      HttpResponse<byte[]> style = get("static/" + built.get("css/site.css").file(), coding);
      assertEquals("text/css", header(style, "Content-Type").split(";")[0], coding);
    }
  }

  /** An archive is no coding of what is in it. */
  @Test
  void archive_isSentAsItIs() throws Exception {
    for (String file : List.of("docs.tar.gz", built.get("docs.tar.gz").file())) {
      HttpResponse<byte[]> got = get("static/" + file, "gzip");
      assertEquals(200, got.statusCode());
      assertEquals("", header(got, "Content-Encoding"));
      assertEquals("gzip", header(got, "Content-Type").replaceFirst("application/(x-)?", ""));
      assertArrayEquals(gzip("docs"), got.body());
    }
  }

  @Test
  void known_isNotSentAgain() throws Exception {
    String file = "static/" + built.get("js/app.js").file();
    for (String coding : server.codings()) {
      String tag = header(get(file, coding), "ETag");
      HttpResponse<byte[]> known = get(file, coding, "If-None-Match", tag);
      assertEquals(304, known.statusCode());
      assertEquals(FOR_EVER, header(known, "Cache-Control"));
      assertEquals(tag, header(known, "ETag"));
      assertEquals(200, get(file, "identity", "If-None-Match", tag).statusCode());
    }
  }

  @Test
  void allElse_isAsBefore() throws Exception {
    HttpResponse<byte[]> plain = get("static/js/app.js", "gzip, br, zstd");
    assertEquals(200, plain.statusCode());
    assertEquals("", header(plain, "Cache-Control"));
    assertEquals("", header(plain, "Content-Encoding"));
    HttpResponse<byte[]> gone = get("static/js/app-000000000000.js", "gzip");
    assertEquals(404, gone.statusCode());
    assertEquals("", header(gone, "Cache-Control"));
    assertEquals(404, get("META-INF/autoversion/manifest.json", "gzip").statusCode());
  }
}
