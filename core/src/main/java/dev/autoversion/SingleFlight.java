package dev.autoversion;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets one thread do a piece of work and the others wait for its result. Works outside all locks,
 * so a slow key delays no other one and nothing can nest.
 */
final class SingleFlight<T> {
  private final ConcurrentHashMap<String, CompletableFuture<Optional<T>>> flights =
      new ConcurrentHashMap<>();

  /**
   * The result of work for a key.
   *
   * @param acceptable whether a result that another thread began to make earlier will do
   */
  T run(String key, Supplier<T> work, Predicate<T> acceptable) {
    while (true) {
      CompletableFuture<Optional<T>> mine = new CompletableFuture<>();
      CompletableFuture<Optional<T>> other = flights.putIfAbsent(key, mine);
      if (other == null) {
        return lead(key, work, mine);
      }
      Optional<T> joined = other.join().filter(acceptable);
      if (joined.isPresent()) {
        return joined.get();
      }
    }
  }

  private T lead(String key, Supplier<T> work, CompletableFuture<Optional<T>> mine) {
    try {
      T result = work.get();
      mine.complete(Optional.of(result));
      return result;
    } finally {
      flights.remove(key, mine);
      // Only an Error gets here unfinished; those who wait try for themselves.
      mine.complete(Optional.empty());
    }
  }
}
