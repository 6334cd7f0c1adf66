package dev.autoversion;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The latest good edition of a manifest. Who finds it too old looks for a new one; the others go on
 * with what there is, since a manifest is known from the start.
 */
final class LatestEdition {
  private final String prefix;
  private final Manifest told;
  private final Freshness freshness;
  private final Warnings warnings;
  private volatile State state;

  /**
   * What there is.
   *
   * @param looking whether somebody looks for what comes next
   */
  private record State(Edition edition, long checkedAt, boolean settled, AtomicBoolean looking) {
    State(Edition edition, long checkedAt, boolean settled) {
      this(edition, checkedAt, settled, new AtomicBoolean());
    }
  }

  LatestEdition(String prefix, Manifest told, Freshness freshness, Warnings warnings) {
    this.prefix = prefix;
    this.told = told;
    this.freshness = freshness;
    this.warnings = warnings;
    Edition first = new Edition(prefix, told, warnings);
    this.state = new State(first, freshness.longAgo(freshness.now()), false);
  }

  /** The edition as of a time no older than the freshness allows. */
  Edition at(long now) {
    State known = state;
    if (freshness.isFresh(known.checkedAt, known.settled, now)
        || !known.looking.compareAndSet(false, true)) {
      return known.edition;
    }
    try {
      State renewed = renewed(known, now);
      replace(known, renewed);
      return renewed.edition;
    } finally {
      known.looking.set(false);
    }
  }

  /** Looks for a new one at the next question. */
  synchronized void doubt() {
    state = new State(state.edition, freshness.longAgo(freshness.now()), false);
  }

  /** Not where it was doubted since: then the next one looks as well. */
  private synchronized void replace(State known, State renewed) {
    if (state == known) {
      state = renewed;
    }
  }

  private State renewed(State known, long now) {
    try {
      Manifest current = told.current();
      warnings.forget(subject());
      return new State(
          current == known.edition.manifest()
              ? known.edition
              : new Edition(prefix, current, warnings),
          now,
          true);
    } catch (IOException | RuntimeException e) { // The latter from a manifest of the user's own.
      String name = Printable.described(told, "a manifest without toString");
      String message = name + " can't be read, so the last one is kept: " + e.getMessage();
      warnings.failure(subject(), () -> message, name, e);
      return new State(known.edition, now, false);
    }
  }

  private String subject() {
    return "manifest " + prefix + " " + told;
  }
}
