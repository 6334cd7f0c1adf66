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
    long since = now - checkedAt;
    // With the longest ages, what was seen long ago overflows, and seems to lie centuries ahead.
    boolean recent = since < nanos() && since > Long.MIN_VALUE / 2;
    return never && settled || recent;
  }

  /** A time so long ago that anything seen then is too old, now and later. */
  long longAgo(long now) {
    return now - nanos();
  }

  long nanos() {
    // About 292 years if the duration does not fit.
    return age.getSeconds() > Long.MAX_VALUE / 1_000_000_000 - 1 ? Long.MAX_VALUE : age.toNanos();
  }

  @Override
  public String toString() {
    return never ? "recheckNever()" : "recheckAfter(" + age + ")";
  }
}
