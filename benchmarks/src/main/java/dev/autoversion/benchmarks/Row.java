package dev.autoversion.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;

/**
 * A row of the table: what is compared with what, and the budget.
 *
 * @param name what it says
 * @param terms the scores that it needs
 * @param result the number that their values give
 * @param limit where the number should end
 */
record Row(String name, List<Term> terms, ToDoubleFunction<List<Double>> result, Limit limit) {
  /** For what is shown only. */
  private static final Limit NO_LIMIT = new Limit("", 0);

  /**
   * What one round says of a benchmark, such as {@code LookupBenchmark.hit 100}.
   *
   * @param whyAbsent what keeps a peer from being measured on this machine, or ""
   */
  record Term(String benchmark, Function<Scores, OptionalDouble> score, String whyAbsent) {
    static Term time(String benchmark) {
      return new Term(benchmark, scores -> scores.time(benchmark), "");
    }

    static Term bytes(String benchmark) {
      return new Term(benchmark, scores -> scores.bytes(benchmark), "");
    }

    boolean isIn(Scores round) {
      return score.apply(round).isPresent();
    }
  }

  /** A budget: {@code ≤ 1.3}; or none. */
  record Limit(String sign, double value) {
    boolean isMet(double number) {
      // To the two digits that are shown.
      long shown = Math.round(number * 100);
      long budget = Math.round(value * 100);
      return sign.equals("≥") ? shown >= budget : shown <= budget;
    }

    @Override
    public String toString() {
      return sign + " " + number(value);
    }
  }

  /** The time of one benchmark over that of another. */
  static Row ratio(String name, String over, String under) {
    return ofTwo(name, over, under, values -> values.get(0) / values.get(1));
  }

  /** The same with a peer that is not on every machine. */
  static Row ratioToPeer(String name, String over, String peer, String whyAbsent) {
    Term under = new Term(peer, scores -> scores.time(peer), whyAbsent);
    return new Row(
        name, List.of(Term.time(over), under), values -> values.get(0) / values.get(1), NO_LIMIT);
  }

  /** What one of so many parts adds to the time of a benchmark, in percent of that. */
  static Row share(String name, String with, String without, int parts) {
    return ofTwo(name, with, without, values -> 100 * (values.get(0) / values.get(1) - 1) / parts);
  }

  /** The same as it was measured for one thread, of two. */
  static Row throughputOfTwo(String name, String one, String two) {
    return ofTwo(name, one, two, values -> 2 * values.get(0) / values.get(1));
  }

  /** Megabytes that a benchmark reads in a second. */
  static Row speed(String name, String benchmark, IntSupplier bytes) {
    return new Row(
        name,
        List.of(Term.time(benchmark)),
        values -> 1000.0 * bytes.getAsInt() / values.get(0),
        NO_LIMIT);
  }

  /** Microseconds of one of a batch. */
  static Row micros(String name, String benchmark) {
    return new Row(
        name,
        List.of(Term.time(benchmark)),
        values -> values.get(0) / Asked.BATCH / 1000,
        NO_LIMIT);
  }

  /** Milliseconds of all of it. */
  static Row millis(String name, String benchmark) {
    return new Row(name, List.of(Term.time(benchmark)), values -> values.get(0) / 1e6, NO_LIMIT);
  }

  /** Whole bytes that one look-up allocates; the sampling itself takes some in each batch. */
  static Row bytes(String name, String benchmark) {
    return new Row(
        name,
        List.of(Term.bytes(benchmark)),
        values -> Math.rint(values.get(0) / Asked.BATCH),
        NO_LIMIT);
  }

  private static Row ofTwo(
      String name, String one, String other, ToDoubleFunction<List<Double>> result) {
    return new Row(name, List.of(Term.time(one), Term.time(other)), result, NO_LIMIT);
  }

  Row atMost(double most) {
    return new Row(name, terms, result, new Limit("≤", most));
  }

  Row atLeast(double least) {
    return new Row(name, terms, result, new Limit("≥", least));
  }

  boolean hasBudget() {
    return !limit.sign().isEmpty();
  }

  /** The benchmarks that it needs and some round has not. */
  List<String> missing(List<Scores> rounds) {
    return terms.stream()
        .filter(term -> !rounds.stream().allMatch(term::isIn))
        .map(Term::benchmark)
        .toList();
  }

  /** What keeps a peer from being measured on this machine, or "". */
  String whyAbsent() {
    return terms.stream().map(Term::whyAbsent).filter(why -> !why.isEmpty()).findFirst().orElse("");
  }

  /** The numbers of all rounds, the smallest first; there is no score that is missing. */
  List<Double> numbers(List<Scores> rounds) {
    return rounds.stream().map(this::number).sorted().toList();
  }

  double median(List<Scores> rounds) {
    List<Double> numbers = numbers(rounds);
    int half = numbers.size() / 2;
    return numbers.size() % 2 == 1
        ? numbers.get(half)
        : (numbers.get(half - 1) + numbers.get(half)) / 2;
  }

  static String number(double number) {
    return number >= 100
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.format(Locale.ROOT, "%.2f", number);
  }

  private double number(Scores round) {
    return result.applyAsDouble(
        terms.stream().map(term -> term.score().apply(round).orElseThrow()).toList());
  }
}
