package dev.autoversion;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what {@link CacheStats} tells. */
final class Counters {
  private final HitCounter hits = new HitCounter();
  private final LongAdder misses = new LongAdder();
  private final LongAdder loads = new LongAdder();
  private final LongAdder loadNanos = new LongAdder();

  void hit() {
    hits.increment();
  }

  void miss() {
    misses.increment();
  }

  void load(long nanos) {
    loads.increment();
    loadNanos.add(nanos);
  }

  CacheStats stats(long size) {
    return new CacheStats(
        hits.sum(), misses.sum(), loads.sum(), Duration.ofNanos(loadNanos.sum()), size);
  }
}
