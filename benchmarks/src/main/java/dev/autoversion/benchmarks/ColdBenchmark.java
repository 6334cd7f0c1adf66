package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The first look-up of every file of the tree. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 12)
public class ColdBenchmark {
  private List<String> paths = List.of();
  private List<String> urls = List.of();

  /** Lists the files. */
  @Setup
  public void list() throws IOException {
    paths = AssetTree.paths().stream().map(p -> AssetTree.ROOT.resolve(p).toString()).toList();
    urls = AssetTree.paths().stream().map(AssetTree::url).toList();
  }

  /** Ours, new. */
  @State(Scope.Benchmark)
  public static class Ours {
    private Autoversion autoversion = Sites.lookingUpOnly();

    /** Forgets all. */
    @Setup(Level.Iteration)
    public void renew() {
      autoversion = Sites.lookingUpOnly();
    }
  }

  /** Spring's, new. */
  @State(Scope.Benchmark)
  public static class Spring {
    private ResourceUrlProvider provider = new ResourceUrlProvider();

    /** Forgets all. */
    @Setup(Level.Iteration)
    public void renew() throws Exception {
      provider = Sites.spring();
    }
  }

  /** Reads and hashes the bytes, in the fastest way that the JDK has. */
  @Benchmark
  public Object plain() {
    return paths.stream().map(Sha256::ofFile).toList();
  }

  /** The same on all cores. */
  @Benchmark
  public Object plainParallel() {
    return paths.parallelStream().map(Sha256::ofFile).toList();
  }

  /** Ours. */
  @Benchmark
  public Object autoversion(Ours ours) {
    return urls.stream().map(ours.autoversion::url).toList();
  }

  /** Ours, told to find and look up all by itself, without content codings. */
  @Benchmark
  public Object warmUp(Ours ours) {
    return ours.autoversion.warmUp();
  }

  /** Spring's. */
  @Benchmark
  public Object spring(Spring spring) {
    return urls.stream()
        .map(spring.provider::getForLookupPath)
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
