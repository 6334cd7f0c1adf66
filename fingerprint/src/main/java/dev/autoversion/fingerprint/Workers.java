package dev.autoversion.fingerprint;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Several threads that do one kind of work; the first failure stops them. */
record Workers(int threads) {
  /** The work to do with each thing. */
  @FunctionalInterface
  interface Work<T> {
    void on(T thing) throws IOException;
  }

  /** Does the work for each, roughly in the order of the list. */
  <T> void each(List<T> things, Work<T> work) throws IOException {
    Turn<T> turn = new Turn<>(things, work, new AtomicInteger(), new AtomicReference<>());
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, things.size()); i++) {
      Thread other = new Thread(turn, "fingerprint-" + i);
      other.setDaemon(true);
      others.add(other);
      other.start();
    }
    turn.run();
    join(others, turn);
    turn.rethrow();
  }

  private static void join(List<Thread> others, Turn<?> turn) throws IOException {
    boolean interrupted = false;
    for (Thread other : others) {
      while (other.isAlive()) { // So that no thread writes after this has returned.
        try {
          other.join();
        } catch (InterruptedException e) {
          interrupted = true;
          turn.failure().compareAndSet(null, new InterruptedIOException("interrupted"));
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The remaining work, and what went wrong. */
  private record Turn<T>(
      List<T> things, Work<T> work, AtomicInteger next, AtomicReference<Throwable> failure)
      implements Runnable {
    @Override
    public void run() {
      for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
        if (failure.get() != null) {
          return;
        }
        try {
          work.on(things.get(i));
        } catch (IOException | RuntimeException | Error e) { // Rethrown by the waiting thread.
          failure.compareAndSet(null, e);
        }
      }
    }

    void rethrow() throws IOException {
      Throwable cause = failure.get();
      if (cause instanceof IOException e) {
        throw e;
      }
      if (cause instanceof RuntimeException e) {
        throw e;
      }
      if (cause instanceof Error e) {
        throw e;
      }
    }
  }
}
