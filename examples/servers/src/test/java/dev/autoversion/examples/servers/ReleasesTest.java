package dev.autoversion.examples.servers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autoversion.AssetResponse;
import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two releases behind nginx and Varnish: A, then B, then A again, and between them a while when one
 * instance has each. Whatever a cache keeps for ever has the bytes of its version.
 */
class ReleasesTest {
  private static final List<String> ASSETS =
      List.of("js/app.js", "css/site.css", "img/logo.svg", "js/same.js", "js/one.js");

  @TempDir Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  // What stands behind each versioned URL of either release.
  private final Map<String, byte[]> bytes = new LinkedHashMap<>();
  private final RunningServer[] instances = new RunningServer[2];
  private List<Integer> ports = List.of();
  private OtherServer nginx;
  private OtherServer varnish;

  /** One state of the site. */
  private record Release(Autoversion autoversion, Set<String> urls) {}

  static List<Placement> placements() {
    return List.of(Placement.query(), Placement.fileName(), Placement.pathSegment());
  }

  @BeforeEach
  void start() throws Exception {
    // A developer may have neither; where CI is set, their absence is a failure.
    assumeTrue(CachingProxy.areToRun(), "no nginx and varnishd installed");
    ports = List.of(OtherServer.freePort(), OtherServer.freePort());
    nginx = CachingProxy.nginx(Files.createDirectory(folder.resolve("nginx")), ports);
    varnish = CachingProxy.varnish(Files.createDirectory(folder.resolve("varnish")), ports);
  }

  @AfterEach
  void stop() throws Exception {
    for (int i = 0; i < instances.length; i++) {
      run(i, null);
    }
    if (nginx != null) {
      nginx.close();
    }
    if (varnish != null) {
      varnish.close();
    }
  }

  @ParameterizedTest
  @MethodSource("placements")
  void thereAndBack_eachCopyIsOfItsVersion(Placement placement) throws Exception {
    Release a = release("a", placement);
    Release b = release("b", placement);
    assertEquals(ASSETS.size() * 2 - 2, bytes.size(), "one is the same, one is in A alone");
    for (List<Release> running :
        List.of(
            List.of(a, a),
            List.of(a, b),
            List.of(b, b),
            List.of(b, a),
            List.of(a, a),
            List.of(b, b))) {
      run(0, running.get(0));
      run(1, running.get(1));
      Set<String> kept = kept();
      if (running.get(0) == running.get(1)) {
        assertTrue(kept.containsAll(running.get(0).urls()), () -> kept + " of " + running);
      }
    }
    run(0, null);
    run(1, null);
    assertEquals(bytes.keySet(), kept(), "from the caches alone");
  }

  /** Asks both caches for everything, and tells what may be kept for ever. */
  private Set<String> kept() throws Exception {
    Set<String> all = new HashSet<>(bytes.keySet());
    for (int time = 0; time < 3; time++) {
      for (OtherServer cache : List.of(nginx, varnish)) {
        for (String url : bytes.keySet()) {
          for (String coding : List.of("identity", "gzip")) {
            if (!isKept(cache, url, coding)) {
              all.remove(url);
            }
          }
        }
      }
    }
    return all;
  }

  private boolean isKept(OtherServer cache, String url, String coding) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(cache.resolve(url)).header("Accept-Encoding", coding).build();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    String told = answer.headers().firstValue("Cache-Control").orElse("");
    if (!told.contains("immutable")) {
      return false;
    }
    assertEquals(200, answer.statusCode(), url);
    boolean coded = answer.headers().firstValue("Content-Encoding").isPresent();
    byte[] decoded = coded ? unzipped(answer.body()) : answer.body();
    assertArrayEquals(bytes.get(url), decoded, () -> url + " of " + cache);
    return true;
  }

  private static byte[] unzipped(byte[] coded) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(coded))) {
      return in.readAllBytes();
    }
  }

  /** Puts another release in the place of an instance; null leaves it empty. */
  private void run(int instance, Release release) throws IOException {
    if (instances[instance] != null) {
      instances[instance].close();
    }
    instances[instance] =
        release == null ? null : new JdkServer(release.autoversion()).start(ports.get(instance));
  }

  private Release release(String name, Placement placement) throws IOException {
    Path files = folder.resolve(name);
    write(files.resolve("js/app.js"), ("const release = '" + name + "';\n").repeat(50));
    write(files.resolve("js/same.js"), "const same = 1;\n".repeat(50));
    write(files.resolve("img/logo.svg"), "<svg><!-- " + name + " --></svg>");
    write(files.resolve("css/site.css"), "a{background:url(../img/logo.svg)}\n".repeat(20));
    if (name.equals("a")) {
      write(files.resolve("js/one.js"), "const one = 1;\n".repeat(50));
    }
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/static", files)
            .placement(placement)
            .answerPlainUrls()
            .build();
    Set<String> urls = new HashSet<>();
    for (String asset : ASSETS) {
      if (Files.exists(files.resolve(asset))) {
        String url = autoversion.url("/static/" + asset);
        urls.add(url);
        bytes.put(url, sent(autoversion, url));
      }
    }
    return new Release(autoversion, urls);
  }

  private static byte[] sent(Autoversion autoversion, String url) throws IOException {
    String[] parts = url.split("\\?", 2);
    Optional<String> query = parts.length < 2 ? Optional.empty() : Optional.of(parts[1]);
    Request request = new Request("GET", parts[0], query, "", name -> List.of());
    AssetResponse answer = autoversion.respond(request).orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answer.body().writeTo(out);
    return out.toByteArray();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
