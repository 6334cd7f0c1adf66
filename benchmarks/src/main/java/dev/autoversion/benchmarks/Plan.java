package dev.autoversion.benchmarks;

import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What one round runs, each benchmark once in a process of its own. Ratios are taken inside a
 * round, so that a machine's mood of the minute is in both their terms.
 *
 * @param steps what is run, in order
 * @param sample how long each benchmark is measured, five times
 */
record Plan(List<Step> steps, TimeValue sample) {
  /** Benchmarks by a regular expression; a parameter with no values keeps those of the class. */
  record Step(String include, String parameter, String... values) {}

  /** All of it. */
  static Plan full() {
    return new Plan(
        List.of(
            new Step("LookupBenchmark.(map|hit|hitRechecked)$", "assets"),
            new Step("LookupBenchmark.(?!(map|hit|hitRechecked)$)", "assets", "100"),
            new Step("PageBenchmark", "references"),
            new Step("ColdBenchmark", ""),
            new Step("StylesheetBenchmark", "file"),
            new Step("ServingBenchmark", "file")),
        TimeValue.milliseconds(200));
  }

  /** What the budgets need. */
  static Plan quick() {
    return new Plan(
        List.of(
            new Step("LookupBenchmark.(map|hit|hitRechecked)$", "assets"),
            new Step(
                "LookupBenchmark.(hitByTwo|missing|foreign|spring|springMissing)$",
                "assets",
                "100"),
            new Step("PageBenchmark", "references", "identity", "autoversion"),
            new Step("ColdBenchmark.(plain|plainParallel|autoversion|warmUp|spring)$", ""),
            new Step("StylesheetBenchmark.(autoversion|spring)$", "file", "font-awesome"),
            new Step("ServingBenchmark", "file", "small")),
        TimeValue.milliseconds(100));
  }

  /** Runs a round of those whose name matches. */
  Scores run(String only) throws RunnerException {
    Scores scores = Scores.empty();
    for (Step step : steps) {
      if (step.include().matches(only)) {
        scores.add(new Runner(options(step)).run());
      }
    }
    return scores;
  }

  private Options options(Step step) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + step.include())
            .forks(1)
            .warmupTime(sample)
            .measurementTime(sample)
            .addProfiler(GCProfiler.class)
            .addProfiler(ServerTime.class)
            .jvmArgsAppend("-Xmx1g")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    if (step.values().length > 0) {
      options.param(step.parameter(), step.values());
    }
    return options.build();
  }
}
