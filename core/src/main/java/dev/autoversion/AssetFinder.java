package dev.autoversion;

import java.util.Optional;

/**
 * Finds the asset behind a located reference. A literal file wins over reading a version out of a
 * name: {@code my-file.js} is not version {@code file} of {@code my.js}. Only a copy that a build
 * left under the versioned name is not versioned again.
 */
record AssetFinder(Placement placement, VersionStrategy strategy) {
  Finding find(MountedUrl at, Look look) {
    Optional<AssetUrl> carried = placement.extract(at.url());
    Finding literal = Finding.of(at, sighting(at, at.url(), look));
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
    Finding named = Finding.of(at, sighting(at, proposed.url(), look)).inName(proposed);
    return absent || named.carriesOwnVersion() ? named : literal;
  }

  /** Only equal hashes mean equal bytes; with a release number, two files may share a version. */
  private boolean isCopy(Finding literal) {
    return strategy.identifiesContent() && literal.carriesOwnVersion();
  }

  private static Sighting sighting(MountedUrl at, String url, Look look) {
    Sighting whole = sighting(at.path(url), look);
    Optional<SitePath> shorter = at.pathWithoutParameters(url);
    return whole instanceof Sighting.Absent && shorter.isPresent()
        ? sighting(shorter, look)
        : whole;
  }

  private static Sighting sighting(Optional<SitePath> path, Look look) {
    return path.map(look::at).orElseGet(() -> new Sighting.Absent(look.now()));
  }
}
