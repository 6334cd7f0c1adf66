package dev.autoversion;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at assets: one {@code stat} for a known one, its bytes only if that changed, one thread at
 * a time for each. On failure, the last version stays, a warning is logged once, and the next look
 * tries again.
 */
final class AssetLookup {
  private static final int ATTEMPTS = 3;

  private final Content.Reader reader;
  private final Freshness freshness;
  private final Warnings warnings;
  private final Counters counters;
  private final Way way;

  /** How an asset is found. */
  @FunctionalInterface
  interface Way {
    Optional<Asset> find(SitePath path, Set<Object> facts) throws IOException;
  }

  AssetLookup(Content.Reader reader, Freshness freshness, Warnings warnings, Counters counters) {
    this(reader, freshness, warnings, counters, SitePath::find);
  }

  private AssetLookup(
      Content.Reader reader, Freshness freshness, Warnings warnings, Counters counters, Way way) {
    this.reader = reader;
    this.freshness = freshness;
    this.warnings = warnings;
    this.counters = counters;
    this.way = way;
  }

  /** A lookup for one thread, which finds one asset in its own way, and only once. */
  AssetLookup findingOnce(SitePath wanted, Way other) {
    String key = wanted.key();
    List<Asset> kept = new ArrayList<>();
    Way once =
        (path, facts) -> {
          if (!path.key().equals(key)) {
            return path.find(facts);
          }
          if (kept.isEmpty()) {
            other.find(path, facts).ifPresent(kept::add);
          }
          return kept.stream().findFirst();
        };
    return new AssetLookup(reader, freshness, warnings, counters, once);
  }

  /** The asset itself, to be read. */
  Optional<Asset> find(SitePath path, Look look) throws IOException {
    return way.find(path, look.facts());
  }

  /** What an asset looks like, as of a time no older than the freshness allows. */
  Sighting look(SitePath path, Look look) {
    Sighting.Seen known = look.memory().asset(path.key());
    return known != null && isFresh(known, look.now())
        ? known
        : look.memory().flights.run(path.key(), new Renewal(this, path, look, known));
  }

  /** Reports that a strategy has no version for a referrer with all it reaches, and why. */
  String failedToCover(SitePath path, Exception cause) {
    return failed(path, reader.strategy(), cause, null).reason();
  }

  private boolean isFresh(Sighting sighting, long now) {
    boolean settled =
        !(sighting instanceof Sighting.Seen seen) || seen.steadiness() == Steadiness.SETTLED;
    return freshness.isFresh(sighting.checkedAt(), settled, now);
  }

  /** One look, shared by all threads that ask at the same time. */
  private record Renewal(
      AssetLookup lookup, SitePath path, Look look, Sighting.@Nullable Seen known)
      implements SingleFlight.Work<Sighting> {
    /** What keeps changing is not remembered, but what was known is not forgotten either. */
    @Override
    public Sighting result() {
      Sighting sighting = lookup.check(path, look);
      if (!(sighting instanceof Sighting.Seen seen)) {
        look.memory().forgetAsset(path.key());
      } else if (seen.steadiness() != Steadiness.MOVING) {
        look.memory().remember(seen);
      }
      return sighting;
    }

    @Override
    public boolean isAcceptable(Sighting early) {
      return early.checkedAt() - look.now() >= 0 || lookup.isFresh(early, look.now());
    }

    @Override
    public @Nullable Supplier<Sighting> fallback() {
      Sighting.Seen last = known;
      return last == null ? null : () -> kept(last);
    }

    private Sighting kept(Sighting.Seen last) {
      lookup.warnings.unanswered(path);
      return last.checkedAgain(lookup.freshness.now());
    }

    @Override
    public Sighting inCircle() {
      String reason = lookup.warnings.circle(path, lookup.reader.strategy());
      return new Sighting.Unversioned(reason, lookup.freshness.now());
    }
  }

  private Sighting check(SitePath path, Look look) {
    Sighting.Seen known = look.memory().asset(path.key());
    long now = freshness.now();
    try {
      Sighting sighting = findSteady(path, look, known, now);
      warnings.forget(path.key());
      return sighting;
    } catch (UnversionedAssetException e) {
      warnings.failure(
          path.key(), () -> Printable.quote(path.name()) + " stays unversioned: " + e.getMessage());
      return new Sighting.Unversioned(e.getMessage(), now);
    } catch (IOException | RuntimeException e) { // The latter from a user's own source.
      Sighting.Unversioned failed = failed(path, path.mount().source(), e, known);
      return known == null ? failed : known.checkedAgain(failed.checkedAt());
    }
  }

  /**
   * Finds and reads. If the asset changed or vanished meanwhile, it is found again: its bytes may
   * be a mixture, and a deploy may have put another file under its name.
   */
  private Sighting findSteady(SitePath path, Look look, Sighting.@Nullable Seen known, long now)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Way used = attempt == 1 ? way : SitePath::find;
        Optional<Asset> found = used.find(path, look.facts());
        Sighting sighting =
            found.isEmpty() ? new Sighting.Absent(now) : glance(path, found.get(), known, now);
        boolean moving =
            sighting instanceof Sighting.Seen seen && seen.steadiness() == Steadiness.MOVING;
        if (!moving || attempt == ATTEMPTS) {
          return sighting;
        }
      } catch (NoSuchFileException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Sighting glance(SitePath path, Asset asset, Sighting.@Nullable Seen known, long now)
      throws IOException {
    Stamp stamp = Objects.requireNonNull(asset.stamp(), "stamp() of the asset gave null");
    if (known == null || known.steadiness() != Steadiness.SETTLED || !known.stamp().equals(stamp)) {
      return load(path, asset, stamp, now);
    }
    return reader.strategy().followsAsset()
        ? known.checkedAgain(now)
        : known.withVersion(reader.versionOf(asset), now);
  }

  /** Stat, read, stat: the version may be remembered if the two are equal. */
  private Sighting.Seen load(SitePath path, Asset asset, Stamp before, long now)
      throws IOException {
    long began = freshness.now();
    boolean reliable = before.isReliable(freshness.clock().instant());
    Content content = reader.read(asset);
    counters.load(freshness.now() - began);
    Stamp after = Objects.requireNonNull(asset.stampNow(), "stampNow() of the asset gave null");
    Steadiness steadiness =
        !before.equals(after)
            ? Steadiness.MOVING
            : reliable ? Steadiness.SETTLED : Steadiness.YOUNG;
    return new Sighting.Seen(path, after, content.version(), content.references(), steadiness, now);
  }

  private Sighting.Unversioned failed(
      SitePath path, Object asked, Exception cause, Sighting.@Nullable Seen known) {
    String consequence = known == null ? " stays unversioned: " : " keeps its last version: ";
    String name = Printable.described(asked, "a source or strategy without toString");
    String message = Printable.quote(path.name()) + consequence + name + " failed: " + cause;
    warnings.failure(path.key(), message, name, cause);
    return new Sighting.Unversioned(message, freshness.now());
  }
}
