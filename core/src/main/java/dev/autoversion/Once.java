package dev.autoversion;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made at first use, by one thread outside all locks, while others wait for it. If
 * making it fails, the next call tries again.
 */
final class Once<T> {
  private final Making<T> making;
  private final AtomicReference<@Nullable CompletableFuture<T>> made = new AtomicReference<>();

  /** Makes the value. */
  @FunctionalInterface
  interface Making<T> {
    T make() throws IOException;
  }

  Once(Making<T> making) {
    this.making = making;
  }

  T get() throws IOException {
    CompletableFuture<T> known = made.get();
    if (known == null) {
      CompletableFuture<T> mine = new CompletableFuture<>();
      known = made.compareAndExchange(null, mine);
      if (known == null) {
        return lead(mine);
      }
    }
    try {
      return known.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }

  private T lead(CompletableFuture<T> mine) throws IOException {
    try {
      T value = making.make();
      mine.complete(value);
      return value;
    } catch (Throwable e) {
      made.set(null);
      mine.completeExceptionally(e);
      throw e;
    }
  }
}
