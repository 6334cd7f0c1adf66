package dev.autoversion;

import java.util.Set;

/**
 * One look at the site: a moment, the memory, the site's address, and how an asset is looked at.
 * Everything for one answer is seen in one look.
 */
record Look(AssetLookup lookup, VersionCache memory, SiteAddress address, long now) {
  /** The look at an asset, which may be one that is remembered. */
  Sighting at(SitePath path) {
    return path.exclusion()
        .<Sighting>map(pattern -> new Sighting.Excluded(Mount.whyExcluded(pattern), now))
        .orElseGet(() -> lookup.look(path, this));
  }

  /** Another look, in which one asset is found in its own way, and only once. */
  Look findingOnce(SitePath path, AssetLookup.Way way) {
    return new Look(lookup.findingOnce(path, way), memory, address, now);
  }

  /** What sources have found out a short while ago. */
  Set<Object> facts() {
    return memory.facts.at(now);
  }
}
