package dev.autoversion;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands behind a reference by itself, and the version that the reference carries. */
final class Finding {
  private final MountedUrl at;
  private final Sighting sighting;
  private final @Nullable Version carried;
  private final String plain;

  private Finding(MountedUrl at, Sighting sighting, @Nullable Version carried, String plain) {
    this.at = at;
    this.sighting = sighting;
    this.carried = carried;
    this.plain = plain;
  }

  static Finding of(MountedUrl at, Sighting sighting) {
    return new Finding(at, sighting, null, at.url());
  }

  /** The same, with a version that can be replaced by another one. */
  Finding carrying(Version version) {
    return new Finding(at, sighting, version, plain);
  }

  /** The same, with a version that is part of the name. */
  Finding inName(AssetUrl url) {
    return new Finding(at, sighting, url.version(), url.url());
  }

  /** The mount that the reference lies under. */
  MountedUrl at() {
    return at;
  }

  Sighting sighting() {
    return sighting;
  }

  /** The version in the reference. */
  Optional<Version> carried() {
    return Optional.ofNullable(carried);
  }

  /** Whether the reference carries this version. */
  boolean carries(Version version) {
    return version.equals(carried);
  }

  /** Whether it carries the asset's own version. */
  boolean carriesOwnVersion() {
    return sighting instanceof Sighting.Seen seen && carries(seen.version());
  }

  /** Whether the version is part of the name, so that no other can replace it. */
  boolean isInName() {
    return !plain.equals(at.url());
  }

  /** The reference without the version that is part of its name. */
  String plainUrl() {
    return at.head() + plain;
  }
}
