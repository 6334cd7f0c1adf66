package dev.autoversion.benchmarks;

import java.io.IOException;

/**
 * A server that is asked for a file.
 *
 * @param connection asks it
 * @param clock its processor time
 */
record Peer(KeptConnection connection, Clock clock) {
  /** Tells the nanoseconds that a server took so far. */
  interface Clock {
    long nanos() throws IOException;
  }

  /** What so many requests take of it. */
  long nanos(int requests) throws IOException {
    long before = clock.nanos();
    for (int i = 0; i < requests; i++) {
      connection.get();
    }
    return clock.nanos() - before;
  }
}
