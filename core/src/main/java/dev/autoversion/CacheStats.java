package dev.autoversion;

import java.time.Duration;
import java.util.Objects;

/**
 * What an {@link Autoversion} remembered and what it had to look up, since it was built. References
 * outside all mounts are answered from their text alone and not counted. Of a warm-up, which no
 * page waits for, only the loads are counted.
 *
 * @param hits references answered from memory; with many threads, a few may go uncounted
 * @param misses references that were looked up, for the first time or because their answer was old
 * @param loads versions computed
 * @param loadTime time spent computing versions, summed over threads
 * @param size references remembered now
 */
public record CacheStats(long hits, long misses, long loads, Duration loadTime, long size) {
  // Written by hand: on JDK 17 the generated one keeps this class loader alive once it has run.
  @Override
  public boolean equals(Object other) {
    return other instanceof CacheStats that
        && hits == that.hits
        && misses == that.misses
        && loads == that.loads
        && size == that.size
        && loadTime.equals(that.loadTime);
  }

  @Override
  public int hashCode() {
    return Objects.hash(hits, misses, loads, loadTime, size);
  }
}
