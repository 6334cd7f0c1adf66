package dev.autoversion;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How old an answer may be. Ages are measured with a ticker, which changes of the clock don't
 * affect; the clock is only compared with the times of files.
 */
record Freshness(Duration age, boolean never, LongSupplier ticker, Clock clock) {
  static final Duration DEFAULT_AGE = Duration.ofSeconds(1);

  private static final long LONGEST = Long.MAX_VALUE / 2;

  static Freshness after(Duration age) {
    return new Freshness(age, false, System::nanoTime, Clock.systemUTC());
  }

  /** Failures and files that have not settled are still rechecked, after the default age. */
  static Freshness forEver() {
    return new Freshness(DEFAULT_AGE, true, System::nanoTime, Clock.systemUTC());
  }

  Freshness with(LongSupplier otherTicker, Clock otherClock) {
    return new Freshness(age, never, otherTicker, otherClock);
  }

  long now() {
    return ticker.getAsLong();
  }

  /**
   * Whether a look is recent enough.
   *
   * @param settled whether it may be used for ever if files can't change
   */
  boolean isFresh(long checkedAt, boolean settled, long now) {
    return never && settled || now - checkedAt < nanos();
  }

  /** A time so long ago that anything seen then is too old, now and later. */
  long longAgo(long now) {
    return now - nanos();
  }

  long nanos() {
    // About 146 years: with twice as much, the time since long ago would overflow and seem short.
    return age.getSeconds() > LONGEST / 1_000_000_000 ? LONGEST : age.toNanos();
  }

  @Override
  public String toString() {
    return never ? "recheckNever()" : "recheckAfter(" + age + ")";
  }
}
