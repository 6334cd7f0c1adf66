package dev.autoversion;

import java.util.Optional;

/**
 * Finds the asset behind a located reference. A literal file wins over reading a version out of a
 * name: {@code my-file.js} is not version {@code file} of {@code my.js}.
 */
record AssetFinder(Placement placement, VersionStrategy strategy) {
  Finding find(MountedUrl at, Look look) {
    Finding literal = Finding.of(at, sighting(at, at.url(), look));
    AssetUrl carried = placement.extract(at.url()).orElse(null);
    if (carried == null || at.below(carried.url()).equals(at.below(at.url()))) {
      return carried == null ? literal : literal.carrying(carried);
    }
    return literal.isFreeFor(carried, look)
        ? named(at, carried, look)
        : literal.maybeCopyOf(carried);
  }

  /**
   * What a literal file may be a build's copy of, by its name. A referrer's has the version that
   * covers the original. Only equal hashes mean equal bytes: two files may share a release number.
   */
  Optional<Finding> original(Finding literal, Look look) {
    return literal.sighting() instanceof Sighting.Seen seen && strategy.identifiesContent()
        ? literal.original().filter(seen::mayBeCopyOf).map(name -> named(literal.at(), name, look))
        : Optional.empty();
  }

  /** Whether it leads to a page. A version may follow an asset's ending: {@code app.js~9f3c}. */
  boolean isLink(MountedUrl at) {
    return at.isLink()
        && placement
            .extract(at.url())
            .filter(url -> strategy.couldGive(url.version()) && MediaType.ofUrl(url.url()).loaded())
            .isEmpty();
  }

  private Finding named(MountedUrl at, AssetUrl name, Look look) {
    Finding found = Finding.of(at, sighting(at, name.url(), look)).inName(name);
    return found.mayBeVersioned(strategy) ? found : found.unrelated();
  }

  private static Sighting sighting(MountedUrl at, String url, Look look) {
    Sighting whole = at.path(url).map(look::at).orElseGet(() -> new Sighting.Absent(look.now()));
    return whole instanceof Sighting.Absent
        ? at.pathWithoutParameters(url).map(look::at).orElse(whole)
        : whole;
  }
}
