package dev.autoversion;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The latest good edition of a manifest. A thread that finds it too old looks for a new one; the
 * others use the known one, since a manifest is known from the start.
 */
final class LatestEdition {
  private final String prefix;
  private final Manifest configured;
  private final Freshness freshness;
  private final Warnings warnings;
  private volatile State state;

  /**
   * What is known.
   *
   * @param looking whether a thread is looking for the next edition
   */
  private record State(Edition edition, long checkedAt, boolean settled, AtomicBoolean looking) {
    State(Edition edition, long checkedAt, boolean settled) {
      this(edition, checkedAt, settled, new AtomicBoolean());
    }
  }

  LatestEdition(String prefix, Manifest configured, Freshness freshness, Warnings warnings) {
    this.prefix = prefix;
    this.configured = configured;
    this.freshness = freshness;
    this.warnings = warnings;
    Edition first = new Edition(prefix, configured, warnings);
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

  /** Makes the next call look for a new edition. */
  synchronized void doubt() {
    state = new State(state.edition, freshness.longAgo(freshness.now()), false);
  }

  /** Does nothing if it was doubted meanwhile: then the next call looks, too. */
  private synchronized void replace(State known, State renewed) {
    if (state == known) {
      state = renewed;
    }
  }

  private State renewed(State known, long now) {
    try {
      Manifest current = Objects.requireNonNull(configured.current(), "current() gave null");
      warnings.forget(subject());
      return new State(
          current == known.edition.manifest()
              ? known.edition
              : new Edition(prefix, current, warnings),
          now,
          true);
    } catch (IOException | RuntimeException e) { // The latter from a user's own manifest.
      String name = Printable.described(configured, "a manifest without toString");
      String message = name + " can't be read, so the last one is kept: " + e.getMessage();
      warnings.failure(subject(), message, name, e);
      return new State(known.edition, now, false);
    }
  }

  private String subject() {
    return "manifest " + prefix + " " + configured;
  }
}
