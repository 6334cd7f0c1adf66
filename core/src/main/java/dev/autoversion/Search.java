package dev.autoversion;

import java.util.List;
import java.util.Optional;

/** Finds the asset behind a reference, and the version that covers it and all it reaches. */
final class Search {
  private final Finder finder;
  private final AssetLookup lookup;
  private final References references;

  Search(Settings settings, AssetLookup lookup) {
    this.finder = new Finder(settings.placement(), settings.strategy());
    this.lookup = lookup;
    this.references = new References(settings.mounts(), finder, lookup);
  }

  Covered find(Located at, long now, Memory memory) {
    return cover(
        finder.find(at, now, (mount, path) -> lookup.look(mount, path, now, memory)), now, memory);
  }

  /** What a stylesheet's reference leads to, if it lies under a mount. */
  Optional<Covered> find(String stylesheet, String reference, long now, Memory memory) {
    return references
        .find(stylesheet, reference, now, memory)
        .map(finding -> cover(finding, now, memory));
  }

  private Covered cover(Finding own, long now, Memory memory) {
    if (!(own.sighting() instanceof Sighting.Seen seen) || seen.references().isEmpty()) {
      return Covered.byItself(own);
    }
    Reach reach = references.follow(own, seen, now, memory);
    if (!reach.leadsAnywhere()) {
      return new Covered(own, List.of(), reach.misses(), reach.hasFailed());
    }
    Finding covered = own.seenAs(lookup.cover(own.key(), reach));
    return new Covered(covered, reach.paths(), reach.misses(), reach.hasFailed());
  }
}
