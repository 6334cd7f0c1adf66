package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much is remembered, and what of it survives a flood of references. */
final class VersionCacheTest {
  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  @Test
  void maximumSize_missingReferences() {
    Autoversion autoversion = time.builder().directory("/s", site).maximumSize(10).build();
    for (int i = 0; i < 1_000; i++) {
      assertEquals("/s/no" + i, autoversion.url("/s/no" + i));
    }
    assertEquals(10, autoversion.stats().size());
  }

  @Test
  void maximumSize_versionedReferences() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    Autoversion autoversion = time.builder().directory("/s", site).maximumSize(10).build();
    for (int i = 0; i < 1_000; i++) {
      assertEquals("/s/a.txt?v=7692c3ad3540#" + i, autoversion.url("/s/a.txt#" + i));
    }
    assertEquals(10, autoversion.stats().size());
  }

  @Test
  void maximumSize_one() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    Files.writeString(site.resolve("b.txt"), "two");
    Autoversion autoversion = time.builder().directory("/s", site).maximumSize(1).build();
    for (int i = 0; i < 3; i++) {
      assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
      assertEquals("/s/b.txt?v=3fc4ccfe7458", autoversion.url("/s/b.txt"));
    }
    assertEquals(1, autoversion.stats().size());
  }

  @Test
  void maximumSize_lessThanOne() {
    Autoversion.Builder builder = Autoversion.builder();
    String message =
        assertThrows(IllegalArgumentException.class, () -> builder.maximumSize(0)).getMessage();
    assertEquals("maximumSize takes 1 or more, not 0", message);
  }

  @Test
  void remember_longReference() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    Autoversion autoversion = time.builder().directory("/s", site).build();
    String query = "x".repeat(10_240);
    for (int i = 0; i < 2; i++) {
      assertEquals("/s/a.txt?" + query + "&v=7692c3ad3540", autoversion.url("/s/a.txt?" + query));
      assertEquals("/s/" + query, autoversion.url("/s/" + query));
    }
    assertEquals(new CacheStats(0, 4, 1, Duration.ZERO, 0), autoversion.stats());
  }

  @Test
  void remember_longestReference() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    Autoversion autoversion = time.builder().directory("/s", site).build();
    String longest = "/s/a.txt#" + "x".repeat(2048 - 9);
    autoversion.url(longest);
    autoversion.url(longest);
    autoversion.url(longest + "x");
    autoversion.url(longest + "x");
    assertEquals(new CacheStats(1, 3, 1, Duration.ZERO, 1), autoversion.stats());
  }

  /** The path below one mount may spell the other mount, and is another asset all the same. */
  @Test
  void asset_sameNameUnderTwoMounts() throws IOException {
    Path all = Files.createDirectories(site.resolve("all/lib"));
    Path own = Files.createDirectory(site.resolve("own"));
    Files.writeString(all.resolve("a.txt"), "one");
    Files.writeString(own.resolve("a.txt"), "two");
    Autoversion autoversion =
        time.builder()
            .directory("/s", site.resolve("all"))
            .directory("/s/lib", own)
            .placement(Placement.pathSegment())
            .recheckNever()
            .build();
    assertEquals(
        "7692c3ad3540", autoversion.version("/s/@7692c3ad3540/lib/a.txt").orElseThrow().value());
    assertEquals("/s/lib/@3fc4ccfe7458/a.txt", autoversion.url("/s/lib/a.txt"));
  }
}
