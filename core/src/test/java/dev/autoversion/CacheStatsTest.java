package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers that a page full of references gives, to the last one. */
final class CacheStatsTest {
  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    Files.writeString(site.resolve("b.txt"), "two");
  }

  private static CacheStats stats(long hits, long misses, long loads, long size) {
    return new CacheStats(hits, misses, loads, Duration.ZERO, size);
  }

  @Test
  void stats_nothingAsked() {
    assertEquals(stats(0, 0, 0, 0), time.builder().directory("/s", site).build().stats());
  }

  @Test
  void stats_referencesAndAssets() {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    autoversion.url("/s/a.txt");
    assertEquals(stats(0, 1, 1, 1), autoversion.stats());
    autoversion.url("/s/a.txt");
    autoversion.url("/s/a.txt");
    assertEquals(stats(2, 1, 1, 1), autoversion.stats());
    autoversion.url("/s/a.txt#top");
    assertEquals(stats(2, 2, 1, 2), autoversion.stats());
    autoversion.url("/s/b.txt");
    assertEquals(stats(2, 3, 2, 3), autoversion.stats());
    autoversion.url("/s/none.txt");
    autoversion.url("/s/none.txt");
    assertEquals(stats(3, 4, 2, 4), autoversion.stats());
    autoversion.url("/s/../a.txt");
    autoversion.url("/s/../a.txt");
    assertEquals(stats(4, 5, 2, 5), autoversion.stats());
  }

  @Test
  void stats_foreignReferences() {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    autoversion.url("/owners/12");
    autoversion.url("https://example.com/s/a.txt");
    autoversion.url("");
    assertEquals(stats(0, 0, 0, 0), autoversion.stats());
  }

  @Test
  void stats_recheck() throws IOException {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    autoversion.url("/s/a.txt");
    time.advance(Duration.ofSeconds(1));
    autoversion.url("/s/a.txt");
    assertEquals(stats(0, 2, 1, 1), autoversion.stats());
    Files.writeString(site.resolve("a.txt"), "three");
    time.advance(Duration.ofSeconds(1));
    autoversion.url("/s/a.txt");
    autoversion.url("/s/a.txt");
    assertEquals(stats(1, 3, 2, 1), autoversion.stats());
    Files.delete(site.resolve("a.txt"));
    time.advance(Duration.ofSeconds(1));
    autoversion.url("/s/a.txt");
    assertEquals(stats(1, 4, 2, 1), autoversion.stats());
  }

  @Test
  void stats_invalidate() {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    autoversion.url("/s/a.txt");
    autoversion.url("/s/a.txt");
    autoversion.invalidate();
    assertEquals(stats(1, 1, 1, 0), autoversion.stats());
    autoversion.url("/s/a.txt");
    assertEquals(stats(1, 2, 2, 1), autoversion.stats());
  }

  @Test
  void stats_versionAndExplain() {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    autoversion.version("/s/a.txt");
    autoversion.explain("/s/a.txt");
    assertEquals(stats(0, 0, 1, 0), autoversion.stats());
  }

  /** Nothing is looked at again, and no reference either. */
  @Test
  void stats_recheckNever() {
    Autoversion autoversion = time.builder().directory("/s", site).recheckNever().build();
    autoversion.url("/s/a.txt");
    time.advance(Duration.ofDays(1));
    autoversion.url("/s/a.txt");
    assertEquals(stats(1, 1, 1, 1), autoversion.stats());
  }

  /** Each counts for itself, wherever its number puts that. */
  @Test
  void stats_manyThreads() throws InterruptedException {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    autoversion.url("/s/a.txt");
    for (int i = 0; i < 64; i++) {
      Thread thread = new Thread(() -> autoversion.url("/s/a.txt"));
      thread.start();
      thread.join();
    }
    assertEquals(stats(64, 1, 1, 1), autoversion.stats());
  }

  @Test
  void equals_eachNumber() {
    CacheStats stats = new CacheStats(1, 2, 3, Duration.ofNanos(4), 5);
    assertEquals(new CacheStats(1, 2, 3, Duration.ofNanos(4), 5), stats);
    assertNotEquals(new CacheStats(0, 2, 3, Duration.ofNanos(4), 5), stats);
    assertNotEquals(new CacheStats(1, 0, 3, Duration.ofNanos(4), 5), stats);
    assertNotEquals(new CacheStats(1, 2, 0, Duration.ofNanos(4), 5), stats);
    assertNotEquals(new CacheStats(1, 2, 3, Duration.ZERO, 5), stats);
    assertNotEquals(new CacheStats(1, 2, 3, Duration.ofNanos(4), 0), stats);
    assertNotEquals((Object) stats, "CacheStats");
  }

  @Test
  void stats_loadTime() {
    VersionStrategy slow =
        asset -> {
          time.advance(Duration.ofMillis(5));
          return new Version("1");
        };
    Autoversion autoversion =
        time.builder().directory("/s", site).version(slow).recheckNever().build();
    autoversion.url("/s/a.txt");
    autoversion.url("/s/b.txt");
    autoversion.url("/s/b.txt");
    assertEquals(new CacheStats(1, 2, 2, Duration.ofMillis(10), 2), autoversion.stats());
  }
}
