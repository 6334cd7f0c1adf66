package dev.autoversion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jspecify.annotations.Nullable;

/**
 * What several threads are told could have been told to one of them after the other: Lincheck makes
 * up what they ask, and looks for an order that explains the answers. A program of its own, since
 * Lincheck brings an agent.
 */
final class Linearity {
  private Linearity() {}

  /** Prints a line for each that holds, and fails at one that does not. */
  public static void main(String[] arguments) {
    options().sequentialSpecification(OneSite.class).check(Site.class);
    System.out.println("invalidate while loading holds");
    options().sequentialSpecification(OneMap.class).check(Memory.class);
    System.out.println("the seam to the caches holds");
    options().sequentialSpecification(OneTable.class).check(Table.class);
    System.out.println("the table in front holds");
  }

  private static StressOptions options() {
    return new StressOptions()
        .iterations(8)
        .invocationsPerIteration(1_000)
        .threads(3)
        .actorsPerThread(3)
        .minimizeFailedScenario(false);
  }

  /** A site of one asset, which somebody edits and says so. */
  public static final class Site {
    private final AtomicInteger edits = new AtomicInteger();
    private final Autoversion autoversion =
        Autoversion.builder()
            .source("/s", path -> Optional.of(new Numbered(path, edits.get())))
            .version(asset -> new Version(read(asset)))
            .recheckNever()
            .maximumSize(10) // Each of thousands of runs makes a site, and it makes its tables.
            .build();

    /** Tells the number of edits. */
    @Operation
    public int edit() {
      int edit = edits.incrementAndGet();
      autoversion.invalidate();
      return edit;
    }

    /** Tells the edit that the URL is of. */
    @Operation
    public int url() {
      return Integer.parseInt(autoversion.url("/s/a").substring("/s/a?v=".length()));
    }

    private static String read(Asset asset) throws IOException {
      try (InputStream in = asset.open()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  /** The same, for one thread. */
  public static final class OneSite {
    private int edits;

    /** Tells the number of edits. */
    public int edit() {
      return ++edits;
    }

    /** Tells the edit that the URL is of. */
    public int url() {
      return edits;
    }
  }

  private record Numbered(LogicalPath path, int number) implements Asset {
    @Override
    public long size() {
      return Integer.toString(number).length();
    }

    @Override
    public FileTime lastModified() {
      return FileTime.fromMillis(1_000_000_000_000L);
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What is remembered of two references; an answer is told apart by its time. */
  @Param(name = "reference", gen = IntGen.class, conf = "0:1")
  @Param(name = "time", gen = IntGen.class, conf = "1:9")
  public static final class Memory {
    private final VersionCache memory = new VersionCache(10, 0, Freshness.forEver());

    /** Remembers an answer. */
    @Operation
    public void remember(@Param(name = "reference") int reference, @Param(name = "time") int time) {
      memory.remember(answer(reference, time));
    }

    /** Tells the time of an answer, 0 if there is none. */
    @Operation
    public long find(@Param(name = "reference") int reference) {
      Answer found = memory.find("/s/" + reference, "");
      return found == null ? 0 : found.checkedAt;
    }
  }

  /** The same, for one thread. */
  public static final class OneMap {
    private final Map<Integer, Integer> times = new HashMap<>();

    /** Remembers an answer. */
    public void remember(int reference, int time) {
      times.put(reference, time);
    }

    /** Tells the time of an answer, 0 if there is none. */
    public long find(int reference) {
      return times.getOrDefault(reference, 0);
    }
  }

  /** References that share places, which may lose them; never is one answered as another. */
  @Param(name = "reference", gen = IntGen.class, conf = "0:5")
  public static final class Table {
    private final RecentAnswers table = new RecentAnswers(1);

    /** Puts an answer in its place. */
    @Operation
    public void put(@Param(name = "reference") int reference) {
      table.put(answer(reference, 1));
    }

    /** Renews an answer that has its place. */
    @Operation
    public void renew(@Param(name = "reference") int reference) {
      table.renew(answer(reference, 2));
    }

    /** Gives a place free. */
    @Operation
    public void drop(@Param(name = "reference") int reference) {
      table.drop(answer(reference, 1));
    }

    /** Whether there is no other one's answer. */
    @Operation
    public boolean get(@Param(name = "reference") int reference) {
      @Nullable Answer found = table.get("/s/" + reference, "");
      return found == null
          || found.reference.equals("/s/" + reference)
              && found.url().equals("/s/" + reference + "?v=1");
    }
  }

  /** The same, for one thread. */
  public static final class OneTable {
    /** Puts an answer in its place. */
    public void put(int reference) {}

    /** Renews an answer that has its place. */
    public void renew(int reference) {}

    /** Gives a place free. */
    public void drop(int reference) {}

    /** Whether there is no other one's answer. */
    public boolean get(int reference) {
      return true;
    }
  }

  private static Answer answer(int reference, long time) {
    String text = "/s/" + reference;
    return Answer.versioned(
        new Answer.Question(text, ""), text + "?v=1", Answer.Kind.VERSIONED, time);
  }
}
