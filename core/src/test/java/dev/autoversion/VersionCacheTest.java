package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  @Test
  void flood_smallHeap() throws Exception {
    assertEquals(
        List.of("hits 1000", "size 11000"),
        Fork.of(Flood.class).option("-Xmx64m").argument("1000000").lines(site));
  }

  @Test
  void flood_longReferences() throws Exception {
    assertEquals(
        List.of("hits 1000", "size 1000"),
        Fork.of(Flood.class).option("-Xmx64m").argument("2000").argument("100000").lines(site));
  }

  /** What the caches drop must not live on in the table in front of them. */
  @Test
  void flood_longVersionedReferences() throws Exception {
    assertEquals(
        List.of("size 10000"), Fork.of(LongReferences.class).option("-Xmx72m").lines(site));
  }

  /** Asks twice for each of many versioned references of 2,000 characters. */
  static final class LongReferences {
    public static void main(String[] arguments) {
      Autoversion autoversion =
          ManualTime.later().builder().source("/s", path -> Optional.of(new Empty(path))).build();
      for (int i = 0; i < 100_000; i++) {
        String reference = "/s/a.js?" + "x".repeat(1_900) + i;
        autoversion.url(reference);
        autoversion.url(reference);
      }
      System.out.println("size " + autoversion.stats().size());
    }
  }

  /** Asks for many missing assets after a thousand that are there, and for those again. */
  static final class Flood {
    private static final int HOT = 1_000;

    public static void main(String[] arguments) {
      int number = Integer.parseInt(arguments[0]);
      String tail = arguments.length == 1 ? ".js" : "x".repeat(Integer.parseInt(arguments[1]));
      AssetSource hotOnly =
          path -> path.value().startsWith("hot") ? Optional.of(new Empty(path)) : Optional.empty();
      Autoversion autoversion =
          ManualTime.later().builder().source("/s", hotOnly).onMissing(OnMissing.WARN).build();
      try (CapturedLog log = CapturedLog.open()) {
        askForHot(autoversion);
        for (int i = 0; i < number; i++) {
          autoversion.url("/s/a-name-of-usual-length-" + i + tail);
        }
        long before = autoversion.stats().hits();
        askForHot(autoversion);
        System.out.println("hits " + (autoversion.stats().hits() - before));
        System.out.println("size " + autoversion.stats().size());
        assertTrue(log.lines().size() <= 100);
      }
    }

    private static void askForHot(Autoversion autoversion) {
      for (int i = 0; i < HOT; i++) {
        autoversion.url("/s/hot" + i);
      }
    }
  }

  private record Empty(LogicalPath path) implements Asset {
    @Override
    public long size() {
      return 0;
    }

    @Override
    public FileTime lastModified() {
      return FileTime.fromMillis(1);
    }

    @Override
    public InputStream open() {
      return InputStream.nullInputStream();
    }
  }
}
