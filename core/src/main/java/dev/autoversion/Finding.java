package dev.autoversion;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands behind a reference by itself, and the version that the reference carries. */
final class Finding {
  private final MountedUrl at;
  private final Sighting sighting;
  private final @Nullable AssetUrl read;
  private final Carried as;

  /** What the version that was read out of the reference is to the asset. */
  private enum Carried {
    REPLACEABLE,
    IN_NAME,
    /** The asset's own name contains it. */
    NOT
  }

  private Finding(MountedUrl at, Sighting sighting, @Nullable AssetUrl read, Carried as) {
    this.at = at;
    this.sighting = sighting;
    this.read = read;
    this.as = as;
  }

  static Finding of(MountedUrl at, Sighting sighting) {
    return new Finding(at, sighting, null, Carried.NOT);
  }

  /** The same, with a version that can be replaced by another one. */
  Finding carrying(AssetUrl url) {
    return new Finding(at, sighting, url, Carried.REPLACEABLE);
  }

  /** The same, with a version that is part of the name. */
  Finding inName(AssetUrl url) {
    return new Finding(at, sighting, url, Carried.IN_NAME);
  }

  /** The same, beside an asset whose name would lack what looks like a version in this one's. */
  Finding beside(AssetUrl other) {
    return new Finding(at, sighting, other, Carried.NOT);
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
    return as == Carried.NOT ? Optional.empty() : Optional.ofNullable(read).map(AssetUrl::version);
  }

  /** Whether the reference carries this version. */
  boolean carries(Version version) {
    return as != Carried.NOT && read != null && version.equals(read.version());
  }

  /** Whether the version is part of the name, so that no other can replace it. */
  boolean isInName() {
    return as == Carried.IN_NAME;
  }

  /** The reference without the version that is part of its name. */
  String plainUrl() {
    return at.head() + (isInName() && read != null ? read.url() : at.url());
  }

  /** The asset beside, and what looks like its version. */
  Optional<AssetUrl> beside() {
    return as == Carried.NOT ? Optional.ofNullable(read) : Optional.empty();
  }
}
