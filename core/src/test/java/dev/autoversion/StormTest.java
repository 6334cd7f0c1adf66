package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law 8 in a storm: eight threads write the files of a site, in whatever way, while others fetch
 * them; and in a {@link Storm} of files that are renamed into place. Longer ones are had with
 * {@code -Dautoversion.storm=60}, in seconds for each placement.
 */
@Tag("random")
class StormTest {
  private static final int WRITERS = 8;
  private static final int CLIENTS = 4;
  private static final List<String> CODINGS = List.of("", "br", "gzip", "zstd", "br, gzip, zstd");
  private static final int PART = 20;

  @TempDir Path site;
  private final long seed = Long.getLong("autoversion.seed", 1);
  private final long end =
      System.nanoTime() + Duration.ofSeconds(Integer.getInteger("autoversion.storm", 1)).toNanos();
  // The hash of what each immutable URL was answered with, and the bytes at either end of it.
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final Map<String, byte[]> parts = new ConcurrentHashMap<>();
  private final AtomicInteger immutable = new AtomicInteger();

  static List<Placement> placements() {
    return List.of(Placement.query(), Placement.fileName(), Placement.pathSegment());
  }

  @Test
  void everyAnswer_isOfAStateThatWas() throws Exception {
    Autoversion autoversion = Storm.builder(site).build();
    Storm.over(
        site,
        new Storm.Asker() {
          @Override
          public String url(String reference) {
            return autoversion.url(reference);
          }

          @Override
          public Optional<byte[]> bytes(String url) throws IOException {
            Optional<AssetResponse> response = autoversion.respond(Asked.get(url));
            return response.isPresent() && isImmutable(response.get())
                ? Optional.of(Sent.of(response.get()).bytes())
                : Optional.empty();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("placements")
  void immutableBytesAreThoseOfTheVersion(Placement placement) throws Exception {
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/s", site)
            .placement(placement)
            .recheckAfter(Duration.ofMillis(5))
            .build();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS + CLIENTS);
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < WRITERS + CLIENTS; i++) {
        Generator any = Generator.of(seed * 100 + i);
        Callable<Integer> work =
            i < WRITERS ? () -> write(any) : () -> fetch(autoversion, placement, any);
        all.add(threads.submit(work));
      }
      for (Future<Integer> one : all) {
        assertTrue(one.get() > 0, "a thread got nothing done");
      }
    } finally {
      threads.shutdownNow();
    }
    assertTrue(bodies.size() > Edits.NAMES.size(), () -> bodies.keySet().toString());
    assertTrue(immutable.get() > bodies.size(), () -> immutable + " immutable answers");
  }

  /** On a busy machine it takes longer until something has happened, but not for ever. */
  private boolean goesOn() {
    long left = end - System.nanoTime();
    boolean little = bodies.size() <= Edits.NAMES.size() || immutable.get() <= bodies.size();
    return left > 0 || little && left > -Duration.ofSeconds(30).toNanos();
  }

  private int write(Generator any) throws IOException {
    int done = 0;
    while (goesOn()) {
      try {
        Edits.of(site, any);
        done++;
      } catch (NoSuchFileException e) {
        done++; // Another writer was faster.
      }
    }
    return done;
  }

  /** Asks for what is there now, and for what was there a while ago. */
  private int fetch(Autoversion autoversion, Placement placement, Generator any) throws Exception {
    int done = 0;
    List<String> urls = new ArrayList<>();
    while (goesOn()) {
      urls.add(autoversion.url("/s/" + any.pick(Edits.NAMES)));
      String url = urls.get(urls.size() - 1 - any.below(Math.min(urls.size(), 10)));
      Asked asked = Asked.get(url).accepting(any.pick(CODINGS));
      int range = any.below(8);
      String part = range == 0 ? "bytes=0-" + (PART - 1) : range == 1 ? "bytes=-" + PART : "";
      Optional<AssetResponse> response =
          autoversion.respond(part.isEmpty() ? asked : asked.with("Range", part));
      if (response.filter(StormTest::isImmutable).isPresent()) {
        check(placement, url, part, response.get());
      }
      done++;
    }
    return done;
  }

  private static boolean isImmutable(AssetResponse response) {
    return response.headers().get("Cache-Control").contains("immutable")
        && (response.status() == 200 || response.status() == 206);
  }

  private void check(Placement placement, String url, String part, AssetResponse response)
      throws Exception {
    Sent sent;
    try {
      sent = Sent.of(response);
    } catch (IOException e) { // Broken off, so that nobody takes it for the whole.
      assertTrue(url.contains("big"), () -> url + ": " + e);
      return;
    }
    immutable.incrementAndGet();
    if (sent.status() == 206) {
      checkPart(url + " " + part, sent.bytes());
      return;
    }
    byte[] decoded = sent.decoded();
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(decoded));
    if (!url.contains(".css")) {
      String version = placement.extract(url).orElseThrow().version().value();
      assertEquals(sha256.substring(0, 12), version, url);
    }
    String before = bodies.putIfAbsent(url, sha256);
    assertEquals(before == null ? sha256 : before, sha256, url);
    int from = Math.max(decoded.length - PART, 0);
    checkPart(url + " bytes=0-" + (PART - 1), Arrays.copyOf(decoded, decoded.length - from));
    checkPart(url + " bytes=-" + PART, Arrays.copyOfRange(decoded, from, decoded.length));
  }

  private void checkPart(String key, byte[] bytes) {
    byte[] before = parts.putIfAbsent(key, bytes);
    assertArrayEquals(before == null ? bytes : before, bytes, key);
  }
}
