package dev.autoversion.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A row of the table: what is compared with what, and the budget.
 *
 * @param name what it says
 * @param measure the number of one round, where the round has it
 * @param limit where the number should end
 */
record Row(String name, Function<Scores, OptionalDouble> measure, Limit limit) {
  /** For what is shown only. */
  static final Limit NO_LIMIT = new Limit("", 0);

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
    return new Row(name, scores -> divide(scores.time(over), scores.time(under)), NO_LIMIT);
  }

  /** What one of so many parts adds to the time of a benchmark, in percent of that. */
  static Row share(String name, String with, String without, int parts) {
    Function<Scores, OptionalDouble> each =
        scores -> {
          OptionalDouble ratio = divide(scores.time(with), scores.time(without));
          return ratio.isPresent()
              ? OptionalDouble.of(100 * (ratio.getAsDouble() - 1) / parts)
              : ratio;
        };
    return new Row(name, each, NO_LIMIT);
  }

  /** The same as it was measured for one thread, of two. */
  static Row throughputOfTwo(String name, String one, String two) {
    return new Row(name, scores -> divide(scores.time(one), scores.time(two), 2), NO_LIMIT);
  }

  /** Whole bytes that one look-up allocates; the sampling itself takes some in each batch. */
  static Row bytes(String name, String benchmark) {
    Function<Scores, OptionalDouble> each =
        scores -> {
          OptionalDouble batch = scores.bytes(benchmark);
          return batch.isPresent()
              ? OptionalDouble.of(Math.rint(batch.getAsDouble() / Asked.BATCH))
              : batch;
        };
    return new Row(name, each, NO_LIMIT);
  }

  Row atMost(double most) {
    return new Row(name, measure, new Limit("≤", most));
  }

  Row atLeast(double least) {
    return new Row(name, measure, new Limit("≥", least));
  }

  boolean hasBudget() {
    return !limit.sign().isEmpty();
  }

  /** The numbers of all rounds, the smallest first. */
  List<Double> numbers(List<Scores> rounds) {
    return rounds.stream()
        .flatMap(scores -> measure.apply(scores).stream().boxed())
        .sorted()
        .toList();
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

  private static OptionalDouble divide(OptionalDouble over, OptionalDouble under) {
    return divide(over, under, 1);
  }

  private static OptionalDouble divide(OptionalDouble over, OptionalDouble under, int factor) {
    return over.isPresent() && under.isPresent()
        ? OptionalDouble.of(factor * over.getAsDouble() / under.getAsDouble())
        : OptionalDouble.empty();
  }
}
