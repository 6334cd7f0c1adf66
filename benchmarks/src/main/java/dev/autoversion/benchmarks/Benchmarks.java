package dev.autoversion.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what the design's budgets limit, and writes {@code RESULTS.md}. */
@Command(name = "benchmarks", mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--quick", description = "One round of what has a budget; prints, writes nothing")
  private boolean quick;

  @Option(
      names = "--rounds",
      description = "Rounds, of which the median counts; default: ${DEFAULT-VALUE}")
  private int rounds = 3;

  @Option(
      names = "--only",
      description = "Only those whose name matches, such as 'Lookup.*'; writes nothing")
  private String only = ".*";

  /**
   * Runs them.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Benchmarks()).execute(args));
  }

  @Override
  public Integer call() throws IOException, RunnerException {
    Plan plan = (quick ? Plan.quick() : Plan.full()).only(only);
    if (plan.steps().isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no benchmark matches '" + only + "'");
    }
    AssetTree.unpack();
    List<Scores> scores = new ArrayList<>();
    for (int round = 1; round <= (quick ? 1 : rounds); round++) {
      scores.add(plan.run());
    }
    Report report = new Report(plan.rowsOf(Table.rows()), scores);
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(report.budgets());
    report.requireBudgets();
    if (!quick && only.equals(".*")) {
      report.write(Path.of("RESULTS.md"));
    }
    return CommandLine.ExitCode.OK;
  }
}
