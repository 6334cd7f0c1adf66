package dev.autoversion.examples.servers;

/**
 * A running server that only this machine can reach.
 *
 * @param port where it listens
 * @param stop stops it
 */
record RunningServer(int port, Runnable stop) implements AutoCloseable {
  @Override
  public void close() {
    stop.run();
  }
}
