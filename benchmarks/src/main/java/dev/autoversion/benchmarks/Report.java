package dev.autoversion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rounds gave, for a console and for {@code RESULTS.md}.
 *
 * @param rows those that were to be measured
 * @param rounds what was measured
 */
record Report(List<Row> rows, List<Scores> rounds) {
  /** Lines like {@code hit of 100 / ConcurrentHashMap.get: 1.08 (≤ 1.30)}. */
  String budgets() {
    return rows.stream()
        .filter(Row::hasBudget)
        .map(row -> row.name() + ": " + median(row) + " (" + row.limit() + ")" + missed(row))
        .collect(Collectors.joining("\n"));
  }

  /**
   * Fails where a budget has no score: a benchmark of another name must not lift it. A peer that
   * this machine does not have is told in its row.
   */
  void requireBudgets() {
    String open =
        rows.stream()
            .filter(row -> row.hasBudget() && !isMeasured(row) && !isPeerMissing(row))
            .map(row -> row.name() + " (" + String.join(", ", row.missing(rounds)) + ")")
            .collect(Collectors.joining("; "));
    if (!open.isEmpty()) {
      throw new IllegalStateException("budgets without a score: " + open);
    }
  }

  void write(Path file) throws IOException {
    Files.writeString(file, markdown());
  }

  private String markdown() {
    String table =
        rows.stream()
            .map(row -> "| " + String.join(" | ", cells(row)) + " |")
            .collect(Collectors.joining("\n"));
    return """
        # Results

        Written by `./mvnw -q -Pbenchmarks compile`; [README.md](README.md) says how to read it.

        * %s, %d cores, %s
        * JDK %s, %s
        * %s, %d rounds

        | what | median | smallest | largest | budget | met |
        |---|---|---|---|---|---|
        %s
        """
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("java.version"),
            System.getProperty("java.vm.vendor"),
            LocalDate.now(),
            rounds.size(),
            table);
  }

  private List<String> cells(Row row) {
    List<Double> numbers = isMeasured(row) ? row.numbers(rounds) : List.of();
    return List.of(
        row.name(),
        median(row),
        numbers.isEmpty() ? "" : Row.number(numbers.get(0)),
        numbers.isEmpty() ? "" : Row.number(numbers.get(numbers.size() - 1)),
        row.hasBudget() ? row.limit().toString() : "",
        met(row));
  }

  private String met(Row row) {
    if (!row.hasBudget() || isPeerMissing(row)) {
      return "";
    }
    return isMet(row) ? "yes" : "**no**";
  }

  private boolean isPeerMissing(Row row) {
    return !isMeasured(row) && !row.whyAbsent().isEmpty();
  }

  private boolean isMeasured(Row row) {
    return row.missing(rounds).isEmpty();
  }

  private String median(Row row) {
    if (isMeasured(row)) {
      return Row.number(row.median(rounds));
    }
    return isPeerMissing(row)
        ? "peer missing: " + row.whyAbsent()
        : "no score of " + String.join(", ", row.missing(rounds));
  }

  private String missed(Row row) {
    return isMet(row) || isPeerMissing(row) ? "" : " missed";
  }

  private boolean isMet(Row row) {
    return isMeasured(row) && row.limit().isMet(row.median(rounds));
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) { // Only Linux has that file.
      return System.getProperty("os.arch");
    }
  }
}
