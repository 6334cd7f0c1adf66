package dev.autoversion;

import java.io.IOException;

/** Looks at the assets themselves. */
final class LiveResolver implements Resolver {
  private final AssetFinder finder;
  private final References references;

  LiveResolver(AssetFinder finder, References references) {
    this.finder = finder;
    this.references = references;
  }

  @Override
  public Resolution resolve(MountedUrl at, Look look) {
    Finding finding = finder.find(at, look);
    return finder
        .original(finding, look)
        .map(original -> resolve(original, look))
        .filter(it -> it instanceof Resolution.Versioned versioned && versioned.isCurrent())
        .orElseGet(() -> resolve(finding, look));
  }

  private Resolution resolve(Finding finding, Look look) {
    MountedUrl at = finding.at();
    Sighting sighting = finding.sighting();
    if (sighting instanceof Sighting.Seen seen) {
      return resolve(finding, seen, look);
    }
    if (sighting instanceof Sighting.Unversioned unversioned) {
      return new Resolution.Unversioned(at, unversioned.reason(), sighting.checkedAt());
    }
    if (sighting instanceof Sighting.Excluded excluded) {
      return new Resolution.Ignored(at, excluded.reason(), sighting.checkedAt());
    }
    return absent(at, sighting.checkedAt());
  }

  private Resolution resolve(Finding finding, Sighting.Seen seen, Look look) {
    try {
      Cover cover =
          seen.references().isEmpty() ? Cover.ofItself(seen) : references.cover(seen, look);
      return finding.mayBeOf(cover.version())
          ? new Resolution.Versioned(finding, seen, cover)
          : absent(finding.at(), cover.checkedAt());
    } catch (IOException | RuntimeException e) { // The latter from a user's own strategy.
      String reason = look.lookup().failedToCover(seen.path(), e);
      return new Resolution.Unversioned(finding.at(), reason, look.now());
    }
  }

  private Resolution absent(MountedUrl at, long checkedAt) {
    return finder.isLink(at)
        ? new Resolution.Ignored(
            at,
            "no asset has this name, and with a mount at '/' only a name that ends like a script,"
                + " style, image, font or the like is missed: all others may be pages",
            checkedAt)
        : new Resolution.Missing(at, checkedAt);
  }
}
