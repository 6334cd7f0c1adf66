package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law 8: an answer marked immutable has, after decoding, exactly the bytes whose version the URL
 * carries. So each URL has one body, whatever is done to the files in between.
 */
class RespondLawTest {
  private static final List<String> NAMES =
      List.of("a.js", "img/b.svg", "c.css", "css/d.css", "big.js", "e.png");
  private static final List<String> CODINGS =
      List.of("", "br", "gzip", "zstd", "br, gzip", "gzip;q=0.5, zstd", "*", "identity");

  @TempDir static Path folder;

  static List<Placement> placements() {
    return List.of(Placement.query(), Placement.fileName(), Placement.pathSegment());
  }

  @ParameterizedTest
  @MethodSource("placements")
  void law8_immutableBytesAreThoseOfTheVersion(Placement placement) {
    Generator.check(
        12,
        any -> {
          Path site = Files.createTempDirectory(folder, "site");
          ManualTime time = ManualTime.now();
          Autoversion autoversion =
              time.builder()
                  .directory("/s", site)
                  .placement(placement)
                  .recheckAfter(any.oneIn(3) ? Duration.ZERO : Duration.ofSeconds(1))
                  .maximumBytes(any.pick(List.of(0L, 100_000L, 32L << 20)))
                  .build();
          Map<String, byte[]> bodies = new HashMap<>();
          Set<String> urls = new LinkedHashSet<>();
          for (int step = 0; step < 40; step++) {
            edit(site, any);
            // The files' times are the real ones, so the clock has to be, too.
            time.advance(Duration.ofMillis(any.below(1_500)));
            time.set(Instant.now());
            NAMES.forEach(name -> urls.add(autoversion.url("/s/" + name)));
            for (String url : urls) {
              check(autoversion, placement, url, any, bodies);
            }
          }
          assertTrue(bodies.size() > NAMES.size(), () -> bodies.keySet().toString());
        });
  }

  private static void check(
      Autoversion autoversion,
      Placement placement,
      String url,
      Generator any,
      Map<String, byte[]> bodies)
      throws Exception {
    Asked asked = Asked.get(url).accepting(any.pick(CODINGS));
    Optional<AssetResponse> response = autoversion.respond(asked);
    boolean immutable =
        response.isPresent()
            && response.get().status() == 200
            && response.get().headers().get("Cache-Control").contains("immutable");
    if (!immutable) {
      return;
    }
    Sent sent;
    try {
      sent = Sent.of(response.get());
    } catch (IOException e) { // Broken off, so that nobody takes it for the whole.
      assertTrue(url.contains("big"), () -> url + ": " + e);
      return;
    }
    byte[] decoded = sent.decoded();
    byte[] before = bodies.putIfAbsent(url, decoded);
    if (before != null) {
      assertArrayEquals(before, decoded, url);
    }
    if (!url.contains(".css")) {
      String sha256 =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(decoded));
      assertEquals(
          sha256.substring(0, 12), placement.extract(url).orElseThrow().version().value(), url);
    }
  }

  /** In place, renamed, cut off, with times and sizes kept; precompressed copies of other bytes. */
  private static void edit(Path site, Generator any) throws IOException {
    for (int i = any.below(4); i >= 0; i--) {
      Path file = site.resolve(any.pick(NAMES));
      Files.createDirectories(file.getParent());
      byte[] bytes = content(file, any);
      FileTime time = Files.exists(file) ? Files.getLastModifiedTime(file) : null;
      switch (any.below(6)) {
        case 0, 1 -> Files.write(file, bytes);
        case 2 -> {
          Path other = Files.write(site.resolve("other"), bytes);
          if (time != null) {
            Files.setLastModifiedTime(other, time);
          }
          Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        }
        case 3 -> {
          Files.write(file, bytes);
          Files.setLastModifiedTime(file, time == null ? FileTime.fromMillis(86_400_000) : time);
        }
        case 4 -> Files.write(file, any.oneIn(2) ? new byte[0] : Arrays.copyOf(bytes, 20));
        default -> Files.deleteIfExists(file);
      }
      if (any.oneIn(4)) {
        Files.write(site.resolve(file.getFileName() + ".gz"), any.bytes(50));
      }
    }
  }

  /** Of one of few sizes, so that an edit often keeps it. */
  private static byte[] content(Path file, Generator any) {
    String state = "state " + any.below(5) + " ";
    String name = file.getFileName().toString();
    if (name.endsWith(".css")) {
      String up = file.getParent().endsWith("css") ? "../" : "";
      return (state.replace("state", "/*")
              + "*/@import '"
              + up
              + any.pick(List.of("c", "css/d"))
              + ".css';i{background:url("
              + up
              + any.pick(List.of("img/b.svg", "e.png", "no.png"))
              + "),url(../../out.png)}")
          .getBytes(StandardCharsets.UTF_8);
    }
    // Just more than what is read at once.
    int times = name.equals("big.js") ? 132_000 : 50;
    return state.repeat(times).getBytes(StandardCharsets.UTF_8);
  }
}
