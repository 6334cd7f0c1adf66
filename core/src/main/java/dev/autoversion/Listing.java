package dev.autoversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lists the names in several places, one after the other. If a place can't be listed, the others
 * still are, and the stream fails at its end. Nothing stays open between two names.
 */
final class Listing {
  private final Deque<Place> places;
  private final Deque<LogicalPath> names = new ArrayDeque<>();
  private final Failures failures = new Failures();

  /** A folder or an archive. */
  @FunctionalInterface
  interface Place {
    /** Adds the names and places in it. */
    void list(Listing listing) throws IOException;
  }

  private Listing(Collection<? extends Place> places) {
    this.places = new ArrayDeque<>(places);
  }

  /** The names, as they are found; a failure is an {@link UncheckedIOException}. */
  static Stream<LogicalPath> of(Collection<? extends Place> places) {
    Listing listing = new Listing(places);
    return StreamSupport.stream(listing.new Names(), false);
  }

  void add(LogicalPath name) {
    names.add(name);
  }

  void add(Place place) {
    places.push(place); // On top, so that few wait at a time.
  }

  void fail(IOException cause) {
    failures.add(cause);
  }

  private @Nullable LogicalPath next() {
    while (names.isEmpty() && !places.isEmpty()) {
      try {
        places.pop().list(this);
      } catch (IOException e) {
        fail(e);
      }
    }
    return names.poll();
  }

  private final class Names extends Spliterators.AbstractSpliterator<LogicalPath> {
    Names() {
      super(Long.MAX_VALUE, NONNULL);
    }

    @Override
    public boolean tryAdvance(Consumer<? super LogicalPath> action) {
      LogicalPath name = next();
      if (name == null) {
        failures.end();
        return false;
      }
      action.accept(name);
      return true;
    }
  }
}
