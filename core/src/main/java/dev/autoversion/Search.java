package dev.autoversion;

import java.util.List;
import java.util.Optional;

/** Finds the asset behind a reference, and the version that covers it and all it reaches. */
final class Search {
  private final AssetFinder finder;
  private final AssetLookup lookup;
  private final References references;

  Search(Settings settings, AssetLookup lookup) {
    this.finder = new AssetFinder(settings.placement(), settings.strategy());
    this.lookup = lookup;
    this.references = new References(settings.mounts(), finder, lookup);
  }

  Resolution find(MountedUrl at, long now, Memory memory) {
    return cover(
        finder.find(at, now, (mount, path) -> lookup.look(mount, path, now, memory)), now, memory);
  }

  /** What a stylesheet's reference leads to, if it lies under a mount. */
  Optional<Resolution> find(String stylesheet, String reference, long now, Memory memory) {
    return references
        .find(stylesheet, reference, now, memory)
        .map(finding -> cover(finding, now, memory));
  }

  private Resolution cover(Finding own, long now, Memory memory) {
    if (!(own.sighting() instanceof Sighting.Seen seen) || seen.references().isEmpty()) {
      return Resolution.byItself(own);
    }
    Reach reach = references.follow(own, seen, now, memory);
    if (!reach.leadsAnywhere()) {
      return new Resolution(own, List.of(), reach.misses(), reach.hasFailed());
    }
    Finding covered = own.seenAs(lookup.cover(own, reach));
    return new Resolution(covered, reach.names(), reach.misses(), reach.hasFailed());
  }
}
