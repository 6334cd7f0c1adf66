package dev.autoversion;

import java.util.Optional;

/**
 * Finds the asset behind a located reference. A literal file wins over reading a version out of a
 * name: {@code my-file.js} is not version {@code file} of {@code my.js}. Only a copy that a build
 * left under the versioned name is not versioned once more.
 */
record AssetFinder(Placement placement, VersionStrategy strategy) {
  /** How an asset is looked at. */
  @FunctionalInterface
  interface Look {
    Sighting at(Mount mount, LogicalPath path);
  }

  Finding find(MountedUrl at, long now, Look look) {
    Optional<AssetUrl> carried = placement.extract(at.url());
    Finding literal = find(at, at.url(), now, look);
    if (carried.isEmpty()) {
      return literal;
    }
    AssetUrl proposed = carried.get();
    if (at.below(proposed.url()).equals(at.below(at.url()))) {
      return literal.carrying(proposed.version());
    }
    boolean absent = literal.sighting() instanceof Sighting.Absent;
    if (!absent && !isCopy(literal.carrying(proposed.version()))) {
      return literal;
    }
    Finding named = find(at, proposed.url(), now, look).inName(proposed);
    return absent || named.isCurrent() ? named : literal;
  }

  /**
   * Only where equal versions mean equal bytes; with a release number, two files may share a
   * version.
   */
  private boolean isCopy(Finding literal) {
    return strategy.identifiesContent() && literal.isCurrent();
  }

  private static Finding find(MountedUrl at, String url, long now, Look look) {
    Finding whole = find(at, at.path(url), now, look);
    Optional<LogicalPath> shorter = at.pathWithoutParameters(url);
    return whole.sighting() instanceof Sighting.Absent && shorter.isPresent()
        ? find(at, shorter, now, look)
        : whole;
  }

  private static Finding find(MountedUrl at, Optional<LogicalPath> path, long now, Look look) {
    Sighting sighting =
        path.map(valid -> look.at(at.mount(), valid)).orElseGet(() -> new Sighting.Absent(now));
    return new Finding(at, path, sighting, Optional.empty(), at.url());
  }
}
