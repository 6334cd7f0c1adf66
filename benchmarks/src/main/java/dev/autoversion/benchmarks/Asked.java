package dev.autoversion.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What is looked up: real URLs in a fixed disorder, never the very strings that are remembered. */
@State(Scope.Benchmark)
public class Asked {
  /** Look-ups in one sample, as one alone is shorter than a reading of the clock. */
  static final int BATCH = 1000;

  private static final int LENGTH = 10 * BATCH;

  /** The number of different references. */
  @Param({"1", "100", "10000"})
  public int assets;

  String[] assetPaths = {};
  String[] present = {};
  String[] missing = {};
  String[] foreign = {};

  /** Chooses the assets. */
  @Setup
  public void choose() throws IOException {
    List<String> paths = new ArrayList<>(AssetTree.paths());
    Collections.shuffle(paths, new Random(1));
    int[] order = new Random(2).ints(LENGTH, 0, assets).toArray();
    assetPaths = paths.subList(0, assets).toArray(String[]::new);
    String[] some = IntStream.range(0, assets).mapToObj(i -> url(i)).toArray(String[]::new);
    String[] none =
        Stream.of(some).map(url -> url.substring(0, url.length() - 1) + "_").toArray(String[]::new);
    String[] pages =
        IntStream.range(0, assets).mapToObj(i -> "/owners/" + i).toArray(String[]::new);
    present = IntStream.of(order).mapToObj(i -> some[i]).toArray(String[]::new);
    missing = IntStream.of(order).mapToObj(i -> none[i]).toArray(String[]::new);
    foreign = IntStream.of(order).mapToObj(i -> pages[i]).toArray(String[]::new);
  }

  /** A new string each time. */
  String url(int asset) {
    return AssetTree.url(assetPaths[asset]);
  }

  /** Where a thread is in the sequence. */
  @State(Scope.Thread)
  public static class Cursor {
    private int at;

    /** The start of the next batch. */
    int next() {
      at = at + BATCH == LENGTH ? 0 : at + BATCH;
      return at;
    }

    /**
     * The next place, which is not known before the answer is: a page too asks for one URL after
     * the other, and a processor that works on several at once would hide what each one takes.
     */
    int after(int place, @Nullable String answer, Blackhole hole) {
      hole.consume(answer);
      return place + 1 + (Objects.requireNonNull(answer).length() >>> 30);
    }
  }
}
