package dev.autoversion.examples.servers;

/**
 * A server that was started, on this machine alone.
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
