package dev.autoversion;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets one thread do a piece of work and the others wait for its result. Works outside all locks,
 * so a slow key delays no other one and nothing can nest.
 */
final class SingleFlight<T> {
  private final ConcurrentHashMap<String, CompletableFuture<T>> flights = new ConcurrentHashMap<>();

  /**
   * The result of work for a key.
   *
   * @param acceptable whether a result that another thread began to make earlier will do
   */
  T run(String key, Supplier<T> work, Predicate<T> acceptable) {
    while (true) {
      CompletableFuture<T> mine = new CompletableFuture<>();
      CompletableFuture<T> other = flights.putIfAbsent(key, mine);
      if (other == null) {
        return lead(key, work, mine);
      }
      T joined = other.join();
      if (acceptable.test(joined)) {
        return joined;
      }
    }
  }

  private T lead(String key, Supplier<T> work, CompletableFuture<T> mine) {
    try {
      T result = work.get();
      mine.complete(result);
      return result;
    } finally {
      flights.remove(key, mine);
      // Only an Error gets here unfinished; those who wait must not wait for ever.
      mine.completeExceptionally(new IllegalStateException("loading " + key + " was aborted"));
    }
  }
}
