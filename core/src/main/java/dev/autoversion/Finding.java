package dev.autoversion;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands behind a reference by itself, and the version that the reference carries. */
final class Finding {
  private final MountedUrl at;
  private final Sighting sighting;
  private final @Nullable AssetUrl candidate;
  private final Role role;

  /** What the version that was read out of the reference is to the asset. */
  private enum Role {
    REPLACEABLE,
    IN_NAME,
    /** The asset's own name contains it. */
    NONE
  }

  private Finding(MountedUrl at, Sighting sighting, @Nullable AssetUrl candidate, Role role) {
    this.at = at;
    this.sighting = sighting;
    this.candidate = candidate;
    this.role = role;
  }

  static Finding of(MountedUrl at, Sighting sighting) {
    return new Finding(at, sighting, null, Role.NONE);
  }

  /** The finding of a reference whose version can be replaced by another one. */
  Finding carrying(AssetUrl url) {
    return new Finding(at, sighting, url, Role.REPLACEABLE);
  }

  /** The finding of a reference with a version that is part of its name. */
  Finding inName(AssetUrl url) {
    return new Finding(at, sighting, url, Role.IN_NAME);
  }

  /** The finding of an asset that may be a copy: its name is another's with a version in it. */
  Finding maybeCopyOf(AssetUrl original) {
    return new Finding(at, sighting, original, Role.NONE);
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
    return role == Role.NONE
        ? Optional.empty()
        : Optional.ofNullable(candidate).map(AssetUrl::version);
  }

  /** Whether the reference carries this version. */
  boolean carries(Version version) {
    return carried().filter(version::equals).isPresent();
  }

  /** Whether the version is part of the name, so that no other can replace it. */
  boolean isInName() {
    return role == Role.IN_NAME;
  }

  /**
   * Whether no asset has the whole name, so that it may contain a version. One without its path
   * parameters has the whole name, unless the version is one of those: {@code app.js;v=9f3c}.
   */
  boolean isFreeFor(AssetUrl carried, Look look) {
    return sighting instanceof Sighting.Absent
        || UrlParts.withoutParameters(at.below(carried.url()))
                .equals(UrlParts.withoutParameters(at.below(at.url())))
            && at.path().map(look::at).filter(it -> !(it instanceof Sighting.Absent)).isEmpty();
  }

  /**
   * Whether what looks like a version in its name can be one. A referrer may be versioned as a
   * bundle, in another form than by itself.
   */
  boolean mayBeVersioned(VersionStrategy strategy) {
    return !(sighting instanceof Sighting.Seen seen)
        || mayBeOf(seen.version())
        || !seen.references().isEmpty() && carried().filter(strategy::couldGive).isPresent();
  }

  /** Whether its name contains no version, or one that may come before or after this one. */
  boolean mayBeOf(Version version) {
    return !isInName() || carried().filter(it -> it.hasFormOf(version)).isPresent();
  }

  /** The finding of a name that no asset has: {@code my-dark.js} is unrelated to {@code my.js}. */
  Finding unrelated() {
    return of(at, new Sighting.Absent(sighting.checkedAt()));
  }

  /** The reference without the version that is part of its name. */
  String plainUrl() {
    return at.head() + (isInName() && candidate != null ? candidate.url() : at.url());
  }

  /**
   * The URL with a version in it, in place of the one that it carries. A user's own placement need
   * not replace that by itself.
   */
  String placed(Placement placement, Version version) {
    String url = SitePath.placed(placement, at.url(), version);
    if (role != Role.REPLACEABLE || candidate == null) {
      return url;
    }
    AssetUrl replaced = new AssetUrl(candidate.url(), version);
    return placement.extract(url).filter(replaced::equals).isPresent()
        ? url
        : SitePath.placed(placement, candidate.url(), version);
  }

  /** What the asset may be a copy of, by its name, and the version in that name. */
  Optional<AssetUrl> original() {
    return role == Role.NONE ? Optional.ofNullable(candidate) : Optional.empty();
  }
}
