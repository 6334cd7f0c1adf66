package dev.autoversion.benchmarks;

/**
 * A started container with three applications: {@code /ours} behind our filter, {@code /bare} with
 * a servlet that writes prepared bytes, {@code /static} with its own servlet for files.
 *
 * @param port where it listens
 * @param stop stops it
 */
record Container(int port, Stop stop) {
  /** Stops it. */
  interface Stop {
    void now() throws Exception;
  }
}
