package dev.autoversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Several streams one after the other, each opened when its turn comes; all are closed together,
 * since their elements may need them open. If one fails, the others are still read, and the failure
 * is thrown at the end.
 */
final class InTurn<T> extends Spliterators.AbstractSpliterator<T> {
  private final Deque<Part<T>> parts;
  private final Failures failures;
  private final Deque<Stream<T>> open = new ArrayDeque<>();
  private @Nullable Spliterator<T> rest;

  /** Opens one of the streams. */
  @FunctionalInterface
  interface Opening<T> {
    Stream<T> open() throws IOException;
  }

  /**
   * One of the streams.
   *
   * @param label the prefix of its failure's message, or ""
   */
  record Part<T>(String label, Opening<T> opening) {}

  private InTurn(Collection<Part<T>> parts, Failures failures) {
    super(Long.MAX_VALUE, ORDERED | NONNULL);
    this.parts = new ArrayDeque<>(parts);
    this.failures = failures;
  }

  static <T> Stream<T> of(Collection<Part<T>> parts, Failures failures) {
    InTurn<T> all = new InTurn<>(parts, failures);
    return StreamSupport.stream(all, false).onClose(all::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    T next = next();
    if (next == null) {
      failures.end();
      return false;
    }
    action.accept(next);
    return true;
  }

  private @Nullable T next() {
    while (!parts.isEmpty()) {
      Part<T> part = parts.getFirst();
      Holder<T> held = new Holder<>();
      try {
        if (opened(part).tryAdvance(held)) {
          return held.value;
        }
      } catch (IOException e) {
        failures.add(part.label() + e, e);
      } catch (UncheckedIOException e) { // Its message is its cause's, or better.
        failures.add(part.label() + e.getMessage(), Objects.requireNonNull(e.getCause()));
      } catch (RuntimeException e) { // From a user's own source.
        failures.add(part.label() + e, new IOException(e));
      }
      parts.removeFirst();
      rest = null;
    }
    return null;
  }

  private Spliterator<T> opened(Part<T> part) throws IOException {
    Spliterator<T> known = rest;
    if (known == null) {
      Stream<T> opened = part.opening().open();
      open.push(opened);
      known = opened.spliterator();
      rest = known;
    }
    return known;
  }

  /** If one can't be closed, the others still are. */
  private void close() {
    Stream<T> last = open.poll();
    if (last != null) {
      try (last) {
        close();
      }
    }
  }

  private static final class Holder<T> implements Consumer<T> {
    private @Nullable T value;

    @Override
    public void accept(T next) {
      value = next;
    }
  }
}
