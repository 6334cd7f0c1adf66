package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an edit is seen, and that it is not seen before. */
final class FreshnessTest {
  private static final String ONE = "/s/a.txt?v=7692c3ad3540";
  private static final String TWO = "/s/a.txt?v=3fc4ccfe7458";
  private static final String THREE = "/s/a.txt?v=8b5b9db0c13d";
  private static final String UNCHANGED = "/s/a.txt";

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();
  private Path file;

  @BeforeEach
  void name() {
    file = site.resolve("a.txt");
  }

  private Autoversion.Builder builder() {
    return time.builder().directory("/s", site);
  }

  /** What was built, and has been asked for a file that says "one". */
  private Autoversion knowingOne(Autoversion.Builder builder) throws IOException {
    Files.writeString(file, "one");
    Autoversion autoversion = builder.build();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    return autoversion;
  }

  /** To the last nanosecond an edit of it is not seen. */
  private void assertOneUntil(Duration age, Autoversion autoversion) {
    time.advance(age.minusNanos(1));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    time.advance(Duration.ofNanos(1));
    assertEquals(THREE, autoversion.url("/s/a.txt"));
  }

  @Test
  void recheck_afterOneSecondByDefault() throws IOException {
    Autoversion autoversion = knowingOne(builder());
    Files.writeString(file, "three");
    assertOneUntil(Duration.ofSeconds(1), autoversion);
  }

  @Test
  void recheck_ageCountsFromTheLastLook() throws IOException {
    Autoversion autoversion = knowingOne(builder());
    time.advance(Duration.ofMillis(1500));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    Files.writeString(file, "three");
    assertOneUntil(Duration.ofSeconds(1), autoversion);
  }

  @Test
  void recheck_sameForAllReferencesOfAnAsset() throws IOException {
    Autoversion autoversion = knowingOne(builder());
    Files.writeString(file, "three");
    assertEquals("/s/a.txt?x&v=7692c3ad3540", autoversion.url("/s/a.txt?x"));
    assertEquals("7692c3ad3540", autoversion.version("/s/a.txt").orElseThrow().value());
    assertEquals(ONE, autoversion.explain("/s/a.txt").url());
    time.advance(Duration.ofSeconds(1));
    assertEquals("8b5b9db0c13d", autoversion.version("/s/a.txt").orElseThrow().value());
    assertEquals(THREE, autoversion.explain("/s/a.txt").url());
    assertEquals(THREE, autoversion.url("/s/a.txt"));
    assertEquals("/s/a.txt?x&v=8b5b9db0c13d", autoversion.url("/s/a.txt?x"));
  }

  @Test
  void recheckAfter_fiveMinutes() throws IOException {
    Autoversion autoversion = knowingOne(builder().recheckAfter(Duration.ofMinutes(5)));
    Files.writeString(file, "three");
    assertOneUntil(Duration.ofMinutes(5), autoversion);
  }

  @Test
  void recheckAfter_zero() throws IOException {
    Autoversion autoversion = builder().recheckAfter(Duration.ZERO).build();
    assertEquals(UNCHANGED, autoversion.url("/s/a.txt"));
    Files.writeString(file, "one");
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    Files.writeString(file, "three");
    assertEquals(THREE, autoversion.url("/s/a.txt"));
    Files.delete(file);
    assertEquals(UNCHANGED, autoversion.url("/s/a.txt"));
  }

  @Test
  void recheckAfter_longerThanNanosecondsCount() throws IOException {
    Autoversion autoversion =
        knowingOne(builder().recheckAfter(Duration.ofSeconds(Long.MAX_VALUE)));
    Files.writeString(file, "three");
    time.advance(Duration.ofDays(365 * 100));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  @Test
  void recheckAfter_negative() {
    Autoversion.Builder builder = builder();
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> builder.recheckAfter(Duration.ofNanos(-1)))
            .getMessage();
    assertEquals("recheckAfter takes zero or more, not PT-0.000000001S", message);
  }

  @Test
  void recheckNever_editDeletionAndAppearance() throws IOException {
    Autoversion autoversion = knowingOne(builder().recheckNever());
    assertEquals("/s/b.txt", autoversion.url("/s/b.txt"));
    Files.writeString(file, "three");
    Files.writeString(site.resolve("b.txt"), "two");
    time.advance(Duration.ofDays(3650));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals("/s/b.txt", autoversion.url("/s/b.txt"));
    Files.delete(file);
    time.advance(Duration.ofDays(3650));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    autoversion.invalidate();
    assertEquals(UNCHANGED, autoversion.url("/s/a.txt"));
    assertEquals("/s/b.txt?v=3fc4ccfe7458", autoversion.url("/s/b.txt"));
  }

  /** What a failing disk kept from being looked at is no part of files that never change. */
  @Test
  void recheckNever_referenceThatCouldNotBeLookedAt() throws IOException {
    Files.writeString(site.resolve("a.css"), "i{background:url(a.png)}");
    Files.writeString(site.resolve("a.png"), "two");
    FaultyFiles disk = new FaultyFiles();
    disk.fail(
        (operation, path) -> {
          if (path.endsWith("a.png")) {
            throw new FileSystemException(path.toString(), null, "Stale file handle");
          }
        });
    Autoversion autoversion =
        time.builder().directory("/s", disk.path(site)).recheckNever().build();
    try (CapturedLog log = CapturedLog.open()) {
      // printf 'i{background:url(a.png)}' | sha256sum
      assertEquals("/s/a.css?v=62972be8146d", autoversion.url("/s/a.css"));
      assertEquals(1, log.lines().size());
    }
    disk.recover();
    time.advance(Duration.ofSeconds(1));
    assertEquals("/s/a.css?v=147a73388da1", autoversion.url("/s/a.css"));
  }

  @Test
  void invalidate_editSeenAtOnce() throws IOException {
    Autoversion autoversion = knowingOne(builder());
    Files.writeString(file, "three");
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    autoversion.invalidate();
    assertEquals(THREE, autoversion.url("/s/a.txt"));
  }

  @Test
  void clock_moved() throws IOException {
    Autoversion autoversion = knowingOne(builder());
    Files.writeString(file, "three");
    time.set(Instant.parse("2100-01-01T00:00:00Z"));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    time.set(Instant.parse("1970-01-01T00:00:00Z"));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    time.advance(Duration.ofSeconds(1));
    assertEquals(THREE, autoversion.url("/s/a.txt"));
  }

  @Test
  void missing_appears() throws IOException {
    Autoversion autoversion = builder().build();
    assertEquals(UNCHANGED, autoversion.url("/s/a.txt"));
    Files.writeString(file, "one");
    time.advance(Duration.ofNanos(999_999_999));
    assertEquals(UNCHANGED, autoversion.url("/s/a.txt"));
    time.advance(Duration.ofNanos(1));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  @Test
  void missing_appearsUnderAnotherReferenceFirst() throws IOException {
    Autoversion autoversion = builder().build();
    assertEquals(UNCHANGED, autoversion.url("/s/a.txt"));
    Files.writeString(file, "one");
    assertEquals("/s/a.txt?x&v=7692c3ad3540", autoversion.url("/s/a.txt?x"));
    assertEquals(UNCHANGED, autoversion.url("/s/a.txt"));
    time.advance(Duration.ofSeconds(1));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  @Test
  void missing_folderAppears() throws IOException {
    Autoversion autoversion = builder().build();
    assertEquals("/s/js/lib/a.txt", autoversion.url("/s/js/lib/a.txt"));
    Files.createDirectories(site.resolve("js/lib"));
    Files.writeString(site.resolve("js/lib/a.txt"), "one");
    time.advance(Duration.ofSeconds(1));
    assertEquals("/s/js/lib/a.txt?v=7692c3ad3540", autoversion.url("/s/js/lib/a.txt"));
  }

  @Test
  void deleted_andCreatedAgain() throws IOException {
    Autoversion autoversion = knowingOne(builder());
    Files.delete(file);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    time.advance(Duration.ofSeconds(1));
    assertEquals(UNCHANGED, autoversion.url("/s/a.txt"));
    Files.writeString(file, "one");
    time.advance(Duration.ofSeconds(1));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    Files.delete(file);
    Files.writeString(file, "two");
    time.advance(Duration.ofSeconds(1));
    assertEquals(TWO, autoversion.url("/s/a.txt"));
  }

  @Test
  void deleted_directoryInItsPlace() throws IOException {
    Autoversion autoversion = knowingOne(builder());
    Files.delete(file);
    Files.createDirectory(file);
    time.advance(Duration.ofSeconds(1));
    assertEquals(UNCHANGED, autoversion.url("/s/a.txt"));
    Files.delete(file);
    Files.writeString(file, "two");
    time.advance(Duration.ofSeconds(1));
    assertEquals(TWO, autoversion.url("/s/a.txt"));
  }

  /** Half of what nanoseconds hold: the longest age in whole seconds, and one more. */
  @ParameterizedTest
  @CsvSource({"4611686018, 4611686018000000000", "4611686019, 4611686018427387903"})
  void after_longestAge(long seconds, long nanos) {
    assertEquals(nanos, Freshness.after(Duration.ofSeconds(seconds)).nanos());
  }

  @Test
  void sources_earlierOneGainsTheFile() throws IOException {
    Path theme = Files.createDirectory(site.resolve("theme"));
    Path base = Files.createDirectory(site.resolve("base"));
    Files.writeString(base.resolve("a.txt"), "one");
    Autoversion autoversion = time.builder().directory("/s", theme).directory("/s", base).build();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    Files.writeString(theme.resolve("a.txt"), "two");
    time.advance(Duration.ofSeconds(1));
    assertEquals(TWO, autoversion.url("/s/a.txt"));
    Files.delete(theme.resolve("a.txt"));
    time.advance(Duration.ofSeconds(1));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }
}
