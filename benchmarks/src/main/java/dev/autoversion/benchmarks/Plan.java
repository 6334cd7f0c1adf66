package dev.autoversion.benchmarks;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 */
record Plan(List<Step> steps) {
  // As many of them as each class says.
  private static final TimeValue SAMPLE = TimeValue.milliseconds(150);

  /** Benchmarks by a regular expression; a parameter with no values keeps those of the class. */
  record Step(String include, String parameter, String... values) {
    /** Whether it gives the score of {@code PageBenchmark.render pebble literal}. */
    boolean gives(String score) {
      List<String> words = List.of(score.split(" "));
      return Pattern.compile(include).matcher(words.get(0)).lookingAt()
          && (values.length == 0 || Stream.of(values).anyMatch(words::contains));
    }
  }

  /** All of it. */
  static Plan full() {
    return new Plan(
        List.of(
            new Step("LookupBenchmark.(map|hit|hitRechecked)$", "assets"),
            new Step("LookupBenchmark.(?!(map|hit|hitRechecked)$)", "assets", "100"),
            new Step("PageBenchmark", "references"),
            new Step("ColdBenchmark", ""),
            new Step("ManifestBenchmark", ""),
            new Step("StylesheetBenchmark", "file"),
            new Step("ScriptBenchmark", "file"),
            new Step("FilterBenchmark", ""),
            new Step("ServingBenchmark", "file"),
            new Step("WireBenchmark", "file")));
  }

  /** What the budgets need, as far as it fits in about a minute. */
  static Plan quick() {
    return new Plan(
        List.of(
            new Step(
                "LookupBenchmark.(map|hit|hitRechecked|hitByTwo|missing|foreign|spring.*)$",
                "assets",
                "100"),
            new Step("PageBenchmark", "references", "identity", "autoversion"),
            new Step("ColdBenchmark.(plain|autoversion|warmUp|spring)$", ""),
            new Step("ManifestBenchmark.(first|hit)$", ""),
            new Step("StylesheetBenchmark", "file", "font-awesome"),
            new Step("ScriptBenchmark", "file"),
            new Step("FilterBenchmark", ""),
            new Step("ServingBenchmark", "file", "30kB"),
            new Step("WireBenchmark", "file", "bootstrap.min.css")));
  }

  /** The steps whose name matches. */
  Plan only(String pattern) {
    return new Plan(steps.stream().filter(step -> step.include().matches(pattern)).toList());
  }

  /** The rows that have all their scores from it. */
  List<Row> rowsOf(List<Row> rows) {
    return rows.stream().filter(row -> row.terms().stream().allMatch(this::gives)).toList();
  }

  /** Runs a round. */
  Scores run() throws RunnerException {
    Scores scores = Scores.empty();
    for (Step step : steps) {
      scores.add(new Runner(options(step)).run());
    }
    return scores;
  }

  private boolean gives(Row.Term term) {
    return steps.stream().anyMatch(step -> step.gives(term.benchmark()));
  }

  private Options options(Step step) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + step.include())
            .forks(1)
            .warmupTime(SAMPLE)
            .measurementTime(SAMPLE)
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend("-Xmx1g")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    if (step.values().length > 0) {
      options.param(step.parameter(), step.values());
    }
    return options.build();
  }
}
