package dev.autoversion;

import java.io.IOException;
import java.util.Optional;

/**
 * What stands behind a reference.
 *
 * @param at the mount it lies under
 * @param path the name that was looked for; empty where an asset can't have it
 * @param carried the version in the reference
 * @param plain the URL without the version that is part of its name, so that no other can replace
 *     it
 */
record Finding(
    MountedUrl at,
    Optional<LogicalPath> path,
    Sighting sighting,
    Optional<Version> carried,
    String plain) {
  /** The same, with a version that another one can replace. */
  Finding carrying(Version version) {
    return new Finding(at, path, sighting, Optional.of(version), plain);
  }

  /** The same, with a version that is part of the name. */
  Finding inName(AssetUrl url) {
    return new Finding(at, path, sighting, Optional.of(url.version()), url.url());
  }

  /** The same with another look at the asset. */
  Finding seenAs(Sighting other) {
    return new Finding(at, path, other, carried, plain);
  }

  /** What the asset is remembered by. */
  String key() {
    return at.mount().key(path.orElseThrow());
  }

  /** The asset's path in the site: {@code /static/js/a b.js}. */
  String name() {
    return at.mount().name(path.orElseThrow());
  }

  /** The same, as a URL: {@code /static/js/a%20b.js}. */
  String base() {
    return at.mount().url(path.orElseThrow());
  }

  Optional<Asset> asset() throws IOException {
    return at.mount().source().find(path.orElseThrow());
  }

  /** The asset's bytes, or 0 where its source can't tell how many without reading them. */
  long size() {
    if (sighting instanceof Sighting.Seen seen && seen.stamp().size() >= 0) {
      return seen.stamp().size();
    }
    try {
      Optional<Asset> asset = asset();
      return asset.isPresent() ? Math.max(asset.get().size(), 0) : 0;
    } catch (IOException | RuntimeException e) { // The latter from a source of the user's own.
      return 0;
    }
  }

  /** The reference as it was written. */
  String url() {
    return at.head() + at.url();
  }

  /** The reference without the version that is part of its name. */
  String plainUrl() {
    return at.head() + plain;
  }

  /** The reference with the asset's version in it; the same where it is there already. */
  String versionedUrl(Placement placement) {
    return sighting instanceof Sighting.Seen seen && !isCurrent()
        ? at.head() + placement.insert(at.url(), seen.version())
        : url();
  }

  /** Whether the asset's version is still to be put into the reference. */
  boolean lacksVersion() {
    return sighting instanceof Sighting.Seen && !isStaleName() && !isCurrent();
  }

  boolean isCurrent() {
    return sighting instanceof Sighting.Seen seen
        && carried.isPresent()
        && carried.get().equals(seen.version());
  }

  /** Whether the version is part of the name. */
  boolean isInName() {
    return !plain.equals(at.url());
  }

  boolean isStaleName() {
    return isInName() && !isCurrent();
  }
}
