package dev.autoversion;

import java.io.IOException;
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
            () -> renew(mount, path, memory),
            sighting -> isYoungEnough(sighting.checkedAt(), now));
  }

  private boolean isYoungEnough(long checkedAt, long now) {
    return checkedAt - now >= 0 || freshness.isFresh(checkedAt, now);
  }

  /** A stylesheet as it was seen, with the version that covers all it reaches. */
  Sighting cover(Finding stylesheet, Reach reach) {
    try {
      return reach.covered(strategy.versionOf(reach.bundle()));
    } catch (IOException | RuntimeException e) { // The latter from a strategy of the user's own.
      return failed(stylesheet.key(), stylesheet.name(), strategy, e, null);
    }
  }

  private Sighting renew(Mount mount, LogicalPath path, Memory memory) {
    String key = mount.key(path);
    Sighting sighting = check(mount, path, memory.cache().asset(key));
    if (sighting instanceof Sighting.Seen seen && seen.lasting()) {
      memory.cache().remember(key, seen);
    } else {
      memory.cache().forgetAsset(key);
    }
    return sighting;
  }

  private Sighting check(Mount mount, LogicalPath path, Sighting.@Nullable Seen known) {
    long now = freshness.now();
    String key = mount.key(path);
    String name = mount.name(path);
    try {
      Sighting sighting = findSteady(mount.source(), path, known, now);
      warnings.forget(key);
      return sighting;
    } catch (UnversionedAssetException e) {
      warnings.once(key, () -> Printable.quote(name) + " stays unversioned: " + e.getMessage());
      return new Sighting.Unversioned(e.getMessage(), now);
    } catch (IOException | RuntimeException e) { // The latter from a source of the user's own.
      return failed(key, name, mount.source(), e, known);
    }
  }

  /**
   * Finds and reads. What changed or vanished in between is found again: its bytes may be half of
   * each state, and a deploy may have put another file under its name.
   */
  private Sighting findSteady(
      AssetSource source, LogicalPath path, Sighting.@Nullable Seen known, long now)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Sighting sighting = glance(source.find(path), known, now);
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
    Stamp stamp = asset.stamp();
    if (known == null || !known.settled() || !known.stamp().equals(stamp)) {
      return load(asset, stamp, now);
    }
    return strategy.followsAsset()
        ? known.checkedAgain(now)
        : known.withVersion(Objects.requireNonNull(strategy.versionOf(asset), "version"), now);
  }

  /** Stat, read, stat: the version lasts if the two are equal. */
  private Sighting.Seen load(Asset asset, Stamp before, long now) throws IOException {
    long began = freshness.now();
    boolean reliable = before.isReliable(freshness.clock().instant());
    Content content = Content.of(asset, strategy);
    counters.load(freshness.now() - began);
    Stamp after = asset.stampNow();
    boolean steady = before.equals(after);
    return new Sighting.Seen(
        after, content.version(), content.references(), steady && reliable, steady, now);
  }

  private Sighting failed(
      String key, String name, Object asked, Exception cause, Sighting.@Nullable Seen known) {
    long now = freshness.now();
    String consequence = known == null ? " stays unversioned: " : " keeps its last version: ";
    String message = Printable.quote(name) + consequence + asked + " failed: " + cause;
    warnings.once(key, () -> message, cause);
    return known == null ? new Sighting.Unversioned(message, now) : known.checkedAgain(now);
  }
}
