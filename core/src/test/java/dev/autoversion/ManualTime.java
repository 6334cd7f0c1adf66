package dev.autoversion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The ticker and the clock of an {@link Autoversion}, which stand still until they are moved. */
final class ManualTime extends Clock {
  private final AtomicLong nanos = new AtomicLong();
  private volatile Instant instant;

  private ManualTime(Instant instant) {
    this.instant = instant;
  }

  /** The clock shows the present: a file written from now on is too recent to be trusted. */
  static ManualTime now() {
    return new ManualTime(Instant.now());
  }

  /** The clock is an hour ahead: every file of a test is old enough to be trusted. */
  static ManualTime later() {
    return new ManualTime(Instant.now().plus(Duration.ofHours(1)));
  }

  Autoversion.Builder builder() {
    return Autoversion.builder().time(nanos::get, this);
  }

  void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
    instant = instant.plus(time);
  }

  /** Moves the clock alone, as an administrator does. */
  void set(Instant other) {
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
