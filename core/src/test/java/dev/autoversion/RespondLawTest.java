package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
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
        3,
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
            Edits.of(site, any);
            // The files' times are the real ones, so the clock has to be, too.
            time.advance(Duration.ofMillis(any.below(1_500)));
            time.set(Instant.now());
            Edits.NAMES.forEach(name -> urls.add(autoversion.url("/s/" + name)));
            for (String url : urls) {
              check(autoversion, placement, url, any, bodies);
            }
          }
          assertTrue(bodies.size() > Edits.NAMES.size(), () -> bodies.keySet().toString());
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
}
