package dev.autoversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at assets: one {@code stat} for one that is known, its bytes only when that moved, one
 * thread at a time for each. What fails keeps its last version, is reported once and is asked again
 * later.
 */
final class AssetLookup {
  private static final int ATTEMPTS = 3;

  private final VersionStrategy strategy;
  private final Freshness freshness;
  private final Warnings warnings;
  private final Counters counters;

  AssetLookup(VersionStrategy strategy, Freshness freshness, Warnings warnings, Counters counters) {
    this.strategy = strategy;
    this.freshness = freshness;
    this.warnings = warnings;
    this.counters = counters;
  }

  /** What an asset looks like, as of a time no older than the freshness allows. */
  Sighting look(Mount mount, LogicalPath path, long now, Memory memory) {
    String key = mount.key(path);
    Sighting.Seen known = memory.cache().asset(key);
    if (known != null && freshness.isFresh(known.checkedAt(), now)) {
      return known;
    }
    return memory
        .flights()
        .run(
            key,
            () -> check(mount, path, memory),
            sighting -> isYoungEnough(sighting.checkedAt(), now));
  }

  private boolean isYoungEnough(long checkedAt, long now) {
    return checkedAt - now >= 0 || freshness.isFresh(checkedAt, now);
  }

  private Sighting check(Mount mount, LogicalPath path, Memory memory) {
    long now = freshness.now();
    String key = mount.key(path);
    Sighting.Seen known = memory.cache().asset(key);
    try {
      Sighting sighting = check(mount, path, known, now);
      warnings.forget(key);
      remember(key, sighting, memory);
      return sighting;
    } catch (UnversionedAssetException e) {
      warnings.once(key, () -> quote(mount, path) + " stays unversioned: " + e.getMessage());
      memory.cache().forgetAsset(key);
      return new Sighting.Unversioned(e.getMessage(), now);
    } catch (IOException | UncheckedIOException e) {
      return failed(mount, path, e, known, now, memory);
    } catch (RuntimeException e) { // From a source or strategy of the user's own.
      return failed(mount, path, e, known, now, memory);
    }
  }

  /**
   * Finds and reads. What changed or vanished in between is found again: its bytes may be half of
   * each state, and a deploy may have put another file under its name.
   */
  private Sighting check(Mount mount, LogicalPath path, Sighting.@Nullable Seen known, long now)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Sighting sighting = glance(mount.source().find(path), known, now);
        boolean steady = !(sighting instanceof Sighting.Seen seen) || seen.lasting();
        if (steady || attempt == ATTEMPTS) {
          return sighting;
        }
      } catch (NoSuchFileException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Sighting glance(Optional<Asset> found, Sighting.@Nullable Seen known, long now)
      throws IOException {
    if (found.isEmpty()) {
      return new Sighting.Absent(now);
    }
    Asset asset = found.get();
    Stamp stamp = Stamp.of(asset);
    return known != null && isUnmoved(known, stamp)
        ? known.checkedAgain(now)
        : load(asset, stamp, now);
  }

  private boolean isUnmoved(Sighting.Seen known, Stamp stamp) {
    return known.settled() && strategy.followsAsset() && known.stamp().sameAs(stamp);
  }

  /** Stat, read, stat: the version lasts if the two are equal. */
  private Sighting.Seen load(Asset asset, Stamp before, long now) throws IOException {
    long began = freshness.now();
    boolean reliable = before.isReliable(freshness.clock().instant());
    Version version = Objects.requireNonNull(strategy.versionOf(asset), "version");
    counters.load(freshness.now() - began);
    Stamp after = Stamp.now(asset);
    boolean steady = before.sameAs(after);
    return new Sighting.Seen(after, version, steady && reliable, steady, now);
  }

  private static void remember(String key, Sighting sighting, Memory memory) {
    if (sighting instanceof Sighting.Seen seen && seen.lasting()) {
      memory.cache().remember(key, seen);
    } else {
      memory.cache().forgetAsset(key);
    }
  }

  private Sighting failed(
      Mount mount,
      LogicalPath path,
      Exception cause,
      Sighting.@Nullable Seen known,
      long now,
      Memory memory) {
    String key = mount.key(path);
    String consequence = known == null ? "stays unversioned" : "keeps its last version";
    String message =
        quote(mount, path) + " " + consequence + ": " + mount.source() + " failed: " + cause;
    warnings.once(key, () -> message, cause);
    if (known == null) {
      return new Sighting.Unversioned(message, now);
    }
    Sighting.Seen kept = known.checkedAgain(now);
    memory.cache().remember(key, kept);
    return kept;
  }

  private static String quote(Mount mount, LogicalPath path) {
    return Printable.quote(mount.urlPath(path));
  }
}
