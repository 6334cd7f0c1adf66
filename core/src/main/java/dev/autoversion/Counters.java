package dev.autoversion;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts for {@link CacheStats}. Hits are counted without a locked instruction, which would take up
 * to an eighth of a rechecked hit: each thread has a stripe by its number, and two that share one
 * may lose a count when they meet in the same nanosecond. With many threads the sum is a close
 * lower bound.
 */
final class Counters {
  private static final int STRIPES = 64;
  // A cache line is 8 longs; its neighbour is fetched with it.
  private static final int STRIDE = 16;

  private final long[] hits = new long[STRIPES * STRIDE];
  private final LongAdder misses = new LongAdder();
  private final LongAdder loads = new LongAdder();
  private final LongAdder loadNanos = new LongAdder();

  void hit() {
    hits[((int) Thread.currentThread().getId() & (STRIPES - 1)) * STRIDE]++;
  }

  void miss() {
    misses.increment();
  }

  void load(long nanos) {
    loads.increment();
    loadNanos.add(nanos);
  }

  CacheStats stats(long size) {
    long sum = 0;
    for (int i = 0; i < hits.length; i += STRIDE) {
      sum += hits[i];
    }
    return new CacheStats(sum, misses.sum(), loads.sum(), Duration.ofNanos(loadNanos.sum()), size);
  }
}
