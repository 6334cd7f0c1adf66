package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much heap a flood of references takes, each in a JVM of its own. */
@Tag("fork")
final class FloodTest {
  @TempDir Path site;

  @Test
  void flood_smallHeap() throws Exception {
    assertEquals(
        List.of("hits 1000", "size 11000"),
        Fork.of(Flood.class).option("-Xmx32m").argument("300000").lines(site));
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

  /** What a stylesheet leads to is remembered for each path that a visitor invents. */
  @Test
  void flood_contextPaths() throws Exception {
    assertEquals(List.of("size 1000"), Fork.of(ContextPaths.class).option("-Xmx20m").lines(site));
  }

  /** Asks for a stylesheet of 500 pictures inside many applications. */
  static final class ContextPaths {
    public static void main(String[] arguments) {
      Map<String, String> texts = new HashMap<>();
      for (int i = 0; i < 500; i++) {
        texts.put(i + ".png", "two");
        texts.merge("a.css", "i{background:url(" + i + ".png)}", String::concat);
      }
      Autoversion autoversion =
          ManualTime.later().builder().source("/s", new MemorySource(texts)).build();
      for (int i = 0; i < 1_000; i++) {
        autoversion.url("/" + i + "/s/a.css", "/" + i);
      }
      System.out.println("size " + autoversion.stats().size());
    }
  }

  /** Asks twice for each of many versioned references of 2,000 characters. */
  static final class LongReferences {
    public static void main(String[] arguments) {
      Autoversion autoversion =
          ManualTime.later().builder().source("/s", path -> Optional.of(new Empty(path))).build();
      for (int i = 0; i < 30_000; i++) {
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
