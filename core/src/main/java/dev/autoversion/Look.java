package dev.autoversion;

/**
 * One look at the site: a moment, the memory, the site's address, and how an asset is looked at.
 * Everything for one answer is seen in one look.
 */
record Look(AssetLookup lookup, VersionCache memory, SiteAddress address, long now) {
  Sighting at(SitePath path) {
    return path.exclusion()
        .<Sighting>map(pattern -> new Sighting.Excluded(Mount.whyExcluded(pattern), now))
        .orElseGet(() -> lookup.look(path, this));
  }
}
