package dev.autoversion;

/**
 * All that an {@link Autoversion} has learnt. Forgetting swaps it whole, so that a load that was
 * under way leaves its result in the old one.
 */
record Memory(VersionCache cache, SingleFlight<Sighting> flights) {
  static Memory empty(long maximumSize) {
    return new Memory(new VersionCache(maximumSize), new SingleFlight<>());
  }
}
