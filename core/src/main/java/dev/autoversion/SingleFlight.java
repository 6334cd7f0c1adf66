package dev.autoversion;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread do a piece of work and the others wait for its result. Works outside all locks,
 * so a slow key delays no other one and nothing can nest. A thread with something to fall back on
 * does not wait long, and none waits for itself.
 */
final class SingleFlight<T> {
  /** How long work may take before others fall back on what they know. */
  static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  private final ConcurrentHashMap<String, Flight<T>> flights = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Thread, Flight<?>> waiting;
  private final LongSupplier ticker;

  SingleFlight(LongSupplier ticker) {
    this(ticker, new ConcurrentHashMap<>());
  }

  private SingleFlight(LongSupplier ticker, ConcurrentHashMap<Thread, Flight<?>> waiting) {
    this.ticker = ticker;
    this.waiting = waiting;
  }

  /**
   * One for work of another kind, whose threads may wait for those of this one and be waited for.
   */
  <U> SingleFlight<U> sibling() {
    return new SingleFlight<>(ticker, waiting);
  }

  /** A piece of work. */
  interface Work<T> {
    T result();

    /** Whether a result that another thread began earlier is acceptable. */
    boolean isAcceptable(T early);

    /** What to fall back on if another thread takes long; null if all must wait. */
    @Nullable Supplier<T> fallback();

    /** The answer for a thread that asks for the result while making it. */
    T inCircle();
  }

  private static final class Flight<T> {
    private final Thread leader = Thread.currentThread();
    private final CompletableFuture<Optional<T>> result = new CompletableFuture<>();
    private final long began;
    private volatile boolean ended;

    Flight(long began) {
      this.began = began;
    }

    /** Whether its leader had no stack left to say that it failed. */
    boolean isLost() {
      return ended && !result.isDone();
    }
  }

  /** The result of work for a key. */
  T run(String key, Work<T> work) {
    while (true) {
      Flight<T> mine = new Flight<>(ticker.getAsLong());
      Flight<T> other;
      try {
        other = flights.putIfAbsent(key, mine);
        if (other == null) {
          return lead(key, work, mine);
        }
      } finally {
        mine.ended = true; // Where a template includes itself, there is no stack left for a call.
      }
      Optional<T> joined = other.isLost() ? Optional.empty() : join(other, work);
      if (joined.isPresent()) {
        return joined.get();
      }
      flights.remove(key, other);
    }
  }

  private T lead(String key, Work<T> work, Flight<T> mine) {
    try {
      T result = work.result();
      mine.result.complete(Optional.of(result));
      return result;
    } finally {
      flights.remove(key, mine);
      // Only after an Error is it unfinished here; waiting threads then try for themselves.
      mine.result.complete(Optional.empty());
    }
  }

  private Optional<T> join(Flight<T> other, Work<T> work) {
    Thread self = Thread.currentThread();
    waiting.put(self, other);
    try {
      return waitsForItself(self) ? Optional.of(work.inCircle()) : await(other, work);
    } finally {
      waiting.remove(self);
    }
  }

  private Optional<T> await(Flight<T> other, Work<T> work) {
    Supplier<T> fallback = work.fallback();
    if (fallback == null) {
      return other.result.join().filter(work::isAcceptable);
    }
    try {
      long left = PATIENCE - (ticker.getAsLong() - other.began);
      return other.result.get(Math.max(left, 0), TimeUnit.NANOSECONDS).filter(work::isAcceptable);
    } catch (TimeoutException e) {
      return Optional.of(fallback.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(fallback.get());
    } catch (ExecutionException e) {
      throw new AssertionError("a flight is never completed exceptionally", e);
    }
  }

  /**
   * Each thread waits for at most one flight, so there is one path from thread to thread. A thread
   * registers before it checks: of those that close a circle at the same time, the last to register
   * sees all of it.
   */
  private boolean waitsForItself(Thread self) {
    Flight<?> at = awaited(self);
    while (at != null && at.leader != self) {
      at = awaited(at.leader);
    }
    return at != null;
  }

  /** What a thread waits for; null once the result is there, even if the thread has not resumed. */
  private @Nullable Flight<?> awaited(Thread thread) {
    Flight<?> flight = waiting.get(thread);
    return flight == null || flight.result.isDone() ? null : flight;
  }
}
