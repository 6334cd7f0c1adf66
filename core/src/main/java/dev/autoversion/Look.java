package dev.autoversion;

/**
 * One look at the site: a moment, what is remembered at it, where the site is, and how an asset is
 * looked at. All that belongs to one answer is seen in one look.
 */
record Look(AssetLookup lookup, VersionCache memory, SiteAddress address, long now) {
  Sighting at(SitePath path) {
    return path.exclusion()
        .<Sighting>map(pattern -> new Sighting.Excluded(Mount.whyExcluded(pattern), now))
        .orElseGet(() -> lookup.look(path, this));
  }
}
