package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import dev.autoversion.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A start with the manifest of a build: 10,000 assets, none of which is opened. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 12)
public class ManifestBenchmark {
  private static final int ASSETS = 10_000;
  private static final Path MANIFEST = Path.of("target", "built", "manifest.json");

  private List<String> urls = List.of();

  /** Writes the manifest of the tree's first files. */
  @Setup
  public void write() throws IOException {
    List<String> paths = AssetTree.paths().subList(0, ASSETS);
    Files.createDirectories(MANIFEST.getParent());
    Files.writeString(
        MANIFEST,
        paths.stream()
            .map(ManifestBenchmark::asset)
            .collect(
                Collectors.joining(
                    ",\n",
                    "{\"autoversion\":1,\"mounts\":{\"" + AssetTree.PREFIX + "\":{\n",
                    "}}}")));
    List<String> asked = new ArrayList<>(paths.stream().map(AssetTree::url).toList());
    Collections.shuffle(asked, new Random(1));
    urls = asked;
  }

  private static String asset(String path) {
    int dot = path.lastIndexOf('.');
    int end = dot < path.lastIndexOf('/') ? path.length() : dot;
    String file = path.substring(0, end) + "-9f3c2ab1d04e" + path.substring(end);
    return """
        "%s":{"file":"%s","version":"9f3c2ab1d04e","integrity":\
        "sha384-C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp",\
        "size":12345,"type":"text/javascript","codings":{"br":3210,"gzip":4000}}"""
        .formatted(path, file);
  }

  private static Autoversion site() {
    return Autoversion.builder()
        .manifest(AssetTree.PREFIX, Manifests.read(MANIFEST))
        .maximumSize(2 * ASSETS)
        .recheckNever()
        .build();
  }

  /**
   * One that was asked for everything before, and then one that has read its manifest and made all
   * answers ahead. Both are there for both benchmarks, so that what is compiled, and what is in the
   * processor's caches, is the same for the one and the other.
   */
  @State(Scope.Benchmark)
  public static class Started {
    private Autoversion asked = Autoversion.none();
    private Autoversion fresh = Autoversion.none();

    /** Starts both anew, and asks one. */
    @Setup(Level.Iteration)
    public void start(ManifestBenchmark benchmark) {
      asked = site();
      for (int time = 0; time < 2; time++) {
        // By texts of their own, as a warm-up has them: templates come with others.
        benchmark.urls.forEach(url -> asked.url(String.valueOf(url.toCharArray())));
      }
      fresh = site();
      fresh.warmUp();
    }
  }

  /** One that has read its manifest, and nothing else. */
  @State(Scope.Benchmark)
  public static class Built {
    private Autoversion autoversion = Autoversion.none();

    /** Starts anew. */
    @Setup(Level.Iteration)
    public void start() {
      autoversion = site();
    }
  }

  /** Reads the manifest. */
  @Benchmark
  public Object load() {
    return site();
  }

  /** Reads it, and makes all answers ahead. */
  @Benchmark
  public Object start() {
    return site().warmUp();
  }

  /** The first look-ups after a warm-up. */
  @Benchmark
  public void first(Started started, Blackhole hole) {
    urls.forEach(url -> hole.consume(started.fresh.url(url)));
  }

  /** The first look-ups without one. */
  @Benchmark
  public void firstCold(Built built, Blackhole hole) {
    urls.forEach(url -> hole.consume(built.autoversion.url(url)));
  }

  /** Those of assets that were asked for before. */
  @Benchmark
  public void hit(Started started, Blackhole hole) {
    urls.forEach(url -> hole.consume(started.asked.url(url)));
  }
}
