package dev.autoversion.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * What one round measured: nanoseconds (the median of the samples, which a busy machine hardly
 * moves; of a server, the processor time of its parts) and bytes allocated, by names like {@code
 * LookupBenchmark.hit 100}.
 */
record Scores(Map<String, Double> times, Map<String, Double> bytes) {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  static Scores empty() {
    return new Scores(new TreeMap<>(), new TreeMap<>());
  }

  void add(Collection<RunResult> results) {
    for (RunResult run : results) {
      String name = name(run.getParams());
      for (BenchmarkResult fork : run.getBenchmarkResults()) {
        if (run.getParams().getMode() == Mode.SingleShotTime) {
          addShots(name, fork.getIterationResults());
        } else {
          times.put(name, fork.getPrimaryResult().getStatistics().getPercentile(50));
        }
        addParts(name, fork);
        Result<?> allocated = fork.getSecondaryResults().get(ALLOCATED);
        if (allocated != null) {
          bytes.put(name, allocated.getScore());
        }
      }
    }
  }

  /** What a benchmark counts by itself; 0 is what it was not asked for. */
  private void addParts(String name, BenchmarkResult fork) {
    fork.getSecondaryResults()
        .forEach(
            (part, taken) -> {
              if (part.chars().allMatch(Character::isLetter) && taken.getScore() > 0) {
                times.put(name + " " + part, taken.getScore());
              }
            });
  }

  /** The first in a new JVM, and the median of the later half. */
  private void addShots(String name, Collection<IterationResult> iterations) {
    double[] shots =
        iterations.stream().mapToDouble(shot -> shot.getPrimaryResult().getScore()).toArray();
    Statistics warm = new ListStatistics(Arrays.copyOfRange(shots, shots.length / 2, shots.length));
    times.put(name + " first", shots[0]);
    times.put(name, warm.getPercentile(50));
  }

  OptionalDouble time(String name) {
    return number(times.get(name));
  }

  OptionalDouble bytes(String name) {
    return number(bytes.get(name));
  }

  private static OptionalDouble number(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static String name(BenchmarkParams benchmark) {
    String method = benchmark.getBenchmark();
    String name = method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1);
    return benchmark.getParamsKeys().stream()
        .map(key -> " " + benchmark.getParam(key))
        .collect(Collectors.joining("", name, ""));
  }
}
