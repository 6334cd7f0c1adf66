package dev.autoversion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The ticker and the clock of an {@link Autoversion}, which stand still until they are moved.
 *
 * <p>Public for the tests of other modules, which have no other way to both.
 */
public final class ManualTime extends Clock {
  // It may begin anywhere and overflow, as System.nanoTime() may.
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000);
  private volatile Instant instant;

  private ManualTime(Instant instant) {
    this.instant = instant;
  }

  /** The clock shows the present: a file written from now on is too recent to be trusted. */
  public static ManualTime now() {
    return new ManualTime(Instant.now());
  }

  /** The clock is an hour ahead: every file of a test is old enough to be trusted. */
  public static ManualTime later() {
    return new ManualTime(Instant.now().plus(Duration.ofHours(1)));
  }

  public Autoversion.Builder builder() {
    return applyTo(Autoversion.builder());
  }

  /** Gives it to a builder that is there already, which is returned. */
  public Autoversion.Builder applyTo(Autoversion.Builder builder) {
    return builder.time(nanos::get, this);
  }

  public void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
    instant = instant.plus(time);
  }

  /** Moves the clock alone, as an administrator does. */
  public void set(Instant other) {
    instant = other;
  }

  @Override
  public Instant instant() {
    return instant;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
