package dev.autoversion;

/**
 * Counts without a locked instruction, which takes up to an eighth of a rechecked hit. Each thread
 * has a stripe by its number; two that share one may lose a count when they meet in the same
 * nanosecond, so under threads the sum is a close lower bound.
 */
final class HitCounter {
  private static final int STRIPES = 64;
  // A cache line is 8 longs; its neighbour is fetched with it.
  private static final int STRIDE = 16;

  private final long[] counts = new long[STRIPES * STRIDE];

  void increment() {
    counts[((int) Thread.currentThread().getId() & (STRIPES - 1)) * STRIDE]++;
  }

  long sum() {
    long sum = 0;
    for (int i = 0; i < counts.length; i += STRIDE) {
      sum += counts[i];
    }
    return sum;
  }
}
