package dev.autoversion.examples.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Each server over real HTTP. */
@ParameterizedClass(name = "{0}")
@EnumSource
class ServersTest {
  private static final byte[] SCRIPT =
      "console.log(\"autoversion\");\n".repeat(100).getBytes(ISO_8859_1);
  // sha256sum of it
  private static final String SCRIPT_URL = "/static/js/app-09c95979a9bd.js";
  private static final String STYLESHEET_URL = "/static/css/app-926d2e94361a.css";
  private static final String IMMUTABLE = "public, max-age=31536000, immutable";
  // More than what lies between a server and a client that does not read.
  private static final int LARGE = 24 << 20;

  @TempDir static Path directory;
  private static Autoversion autoversion;
  private static RunningServer running;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Parameter Servers server;

  @BeforeAll
  static void writeFiles() throws IOException {
    write("js/app.js", SCRIPT);
    write("css/app.css", "body { color: #123 }\n".getBytes(ISO_8859_1));
    write("film.bin", large());
    autoversion = assertTimeoutPreemptively(Duration.ofSeconds(30), ServersTest::settled);
  }

  /** Large files that were written a moment ago are sent as wholes only. */
  private static Autoversion settled() {
    while (true) {
      Autoversion built =
          Autoversion.builder()
              .directory("/static", directory)
              .placement(Placement.fileName())
              .answerPlainUrls()
              .maximumBytes(LARGE / 2) // So that large ones are streamed.
              .recheckAfter(Duration.ZERO)
              .build();
      String url = built.url("/static/film.bin");
      Request part = new Request("GET", url, Optional.empty(), "", ServersTest::firstByte);
      if (built.respond(part).orElseThrow().status() == 206) {
        return built;
      }
    }
  }

  private static List<String> firstByte(String header) {
    return header.equals("Range") ? List.of("bytes=0-0") : List.of();
  }

  @BeforeParameterizedClassInvocation
  static void start(Servers server) throws Exception {
    assumeTrue(server.runsHere(), "needs a newer Java");
    running = server.start(autoversion);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    running.close();
  }

  @Test
  void page_versionedUrls() throws Exception {
    HttpResponse<byte[]> page = get("/");
    assertEquals(200, page.statusCode());
    assertTrue(header(page, "Content-Type").startsWith("text/html"), header(page, "Content-Type"));
    String html = new String(page.body(), ISO_8859_1);
    assertTrue(html.contains("src=\"" + SCRIPT_URL + "\""), html);
    assertTrue(html.contains("href=\"" + STYLESHEET_URL + "\""), html);
  }

  @Test
  void currentVersion_immutable() throws Exception {
    HttpResponse<byte[]> asset = get(SCRIPT_URL);
    assertEquals(200, asset.statusCode());
    assertEquals(IMMUTABLE, header(asset, "Cache-Control"));
    assertEquals("text/javascript;charset=utf-8", header(asset, "Content-Type").replace("; ", ";"));
    assertEquals("nosniff", header(asset, "X-Content-Type-Options"));
    assertEquals("2800", header(asset, "Content-Length"));
    assertEquals("", header(asset, "Content-Encoding"));
    assertArrayEquals(SCRIPT, asset.body());
  }

  @Test
  void currentVersion_gzip() throws Exception {
    HttpResponse<byte[]> asset = get(SCRIPT_URL, "Accept-Encoding", "gzip");
    assertEquals(200, asset.statusCode());
    assertEquals(IMMUTABLE, header(asset, "Cache-Control"));
    assertEquals("gzip", header(asset, "Content-Encoding"));
    // Dropwizard's own compression, which leaves it alone, says so as well.
    assertEquals(Set.of("Accept-Encoding"), Set.copyOf(asset.headers().allValues("Vary")));
    assertEquals("" + asset.body().length, header(asset, "Content-Length"));
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(asset.body()))) {
      assertArrayEquals(SCRIPT, in.readAllBytes());
    }
  }

  @Test
  void currentVersion_head() throws Exception {
    HttpResponse<byte[]> asset = send(request(SCRIPT_URL).method("HEAD", noBody()));
    assertEquals(200, asset.statusCode());
    assertEquals(IMMUTABLE, header(asset, "Cache-Control"));
    assertEquals("2800", header(asset, "Content-Length"));
    assertEquals(0, asset.body().length);
  }

  @Test
  void currentVersion_range() throws Exception {
    HttpResponse<byte[]> part =
        get(SCRIPT_URL, "Range", "bytes=28-37", "Accept-Encoding", "gzip;q=0.5, identity");
    assertEquals(206, part.statusCode());
    assertEquals("bytes 28-37/2800", header(part, "Content-Range"));
    assertEquals("", header(part, "Content-Encoding"));
    assertEquals("console.lo", new String(part.body(), ISO_8859_1));
  }

  @Test
  void currentVersion_ifNoneMatch() throws Exception {
    String tag = header(get(SCRIPT_URL), "ETag");
    HttpResponse<byte[]> unchanged = get(SCRIPT_URL, "If-None-Match", tag);
    assertEquals(304, unchanged.statusCode());
    assertEquals(tag, header(unchanged, "ETag"));
    assertEquals(IMMUTABLE, header(unchanged, "Cache-Control"));
    assertEquals(0, unchanged.body().length);
  }

  @Test
  void staleVersion_plainUrl() throws Exception {
    HttpResponse<byte[]> elsewhere = get("/static/js/app-000000000000.js?x=1");
    assertEquals(302, elsewhere.statusCode());
    assertEquals("app.js?x=1", header(elsewhere, "Location"));
    assertEquals("no-store", header(elsewhere, "Cache-Control"));
  }

  @Test
  void vanishedAsset_notStored() throws Exception {
    HttpResponse<byte[]> vanished = get("/static/js/gone-000000000000.js");
    assertEquals(404, vanished.statusCode());
    assertEquals("no-store", header(vanished, "Cache-Control"));
  }

  @Test
  void missingAsset_notStored() throws Exception {
    HttpResponse<byte[]> missing = get("/static/js/gone.js");
    assertEquals(404, missing.statusCode());
    assertEquals("no-store", header(missing, "Cache-Control"));
  }

  @Test
  void plainUrl_askedForAgain() throws Exception {
    HttpResponse<byte[]> asset = get("/static/js/app.js");
    assertEquals(200, asset.statusCode());
    assertEquals("no-cache", header(asset, "Cache-Control"));
    assertArrayEquals(SCRIPT, asset.body());
    HttpResponse<byte[]> again = get("/static/js/app.js", "If-None-Match", header(asset, "ETag"));
    assertEquals(304, again.statusCode());
  }

  @Test
  void noAsset_notFound() throws Exception {
    assertEquals(404, get("/nothing").statusCode());
  }

  @Test
  void largeAsset_whole() throws Exception {
    HttpResponse<byte[]> asset = get(autoversion.url("/static/film.bin"));
    assertEquals(200, asset.statusCode());
    assertEquals(IMMUTABLE, header(asset, "Cache-Control"));
    assertTrue(Arrays.equals(large(), asset.body()), "other bytes");
  }

  @Test
  void largeAsset_range() throws Exception {
    HttpResponse<byte[]> part =
        get(autoversion.url("/static/film.bin"), "Range", "bytes=20000000-20000009");
    assertEquals(206, part.statusCode());
    assertEquals("bytes 20000000-20000009/25165824", header(part, "Content-Range"));
    assertArrayEquals(Arrays.copyOfRange(large(), 20_000_000, 20_000_010), part.body());
  }

  @Test
  void largeAsset_changedWhileSent() throws Exception {
    write("changed.bin", large());
    String url = autoversion.url("/static/changed.bin");
    try (Socket socket = new Socket("127.0.0.1", running.port())) {
      socket.setSoTimeout(20_000);
      String asked = "GET " + url + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
      socket.getOutputStream().write(asked.getBytes(ISO_8859_1));
      InputStream in = socket.getInputStream();
      String begun = new String(in.readNBytes(1000), ISO_8859_1);
      assertTrue(begun.contains(IMMUTABLE), begun);
      Files.write(directory.resolve("changed.bin"), new byte[LARGE]);
      String rest = rest(in);
      assertTrue(1000 + rest.length() < LARGE, "all of it was sent");
      assertFalse(rest.contains("Error"), "an error page behind what was sent");
    }
  }

  private static String rest(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      in.transferTo(read);
    } catch (SocketException e) { // A reset tells the client as well as an end too early.
      return read.toString(ISO_8859_1);
    }
    return read.toString(ISO_8859_1);
  }

  private static byte[] large() {
    byte[] bytes = new byte[LARGE];
    for (int i = 0; i < LARGE; i++) {
      bytes[i] = (byte) (i * 31 + (i >>> 8));
    }
    return bytes;
  }

  private static void write(String name, byte[] bytes) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + path));
  }

  private static HttpRequest.BodyPublisher noBody() {
    return HttpRequest.BodyPublishers.noBody();
  }

  private static String header(HttpResponse<?> response, String name) {
    return String.join(" | ", response.headers().allValues(name));
  }
}
