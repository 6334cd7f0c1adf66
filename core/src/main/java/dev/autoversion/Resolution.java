package dev.autoversion;

import java.util.Optional;

/** What a reference resolves to: an asset with the version that counts, or why there is none. */
sealed interface Resolution
    permits Resolution.Versioned,
        Resolution.Missing,
        Resolution.Ignored,
        Resolution.Unversioned,
        Published {
  /** The mount that the reference lies under. */
  MountedUrl at();

  /** When the assets behind it were looked at; the oldest look counts. */
  long checkedAt();

  /** The asset behind it, if there is one to look at. */
  default Optional<Versioned> asset(Look look) {
    return Optional.empty();
  }

  /** The current version of what is behind it. */
  default Optional<Version> version(Look look) {
    return asset(look).map(Versioned::version);
  }

  /** What is missing, if an asset was expected: also one that is there in another version. */
  default Optional<MissingReference> missing() {
    return Optional.empty();
  }

  /** Why the reference stays as it is although nothing is missing; "" if it does not. */
  default String whyUnchanged() {
    return "";
  }

  /**
   * An asset. Its cover has the version that counts: its own or, for a referrer, the one that
   * covers everything it reaches.
   */
  record Versioned(Finding finding, Sighting.Seen seen, Cover cover) implements Resolution {
    @Override
    public MountedUrl at() {
      return finding.at();
    }

    @Override
    public long checkedAt() {
      return cover.checkedAt();
    }

    Version version() {
      return cover.version();
    }

    @Override
    public Optional<Versioned> asset(Look look) {
      return Optional.of(this);
    }

    @Override
    public Optional<MissingReference> missing() {
      return isStaleName()
          ? Optional.of(MissingReference.inPage(at()).butFor(finding.plainUrl(), version()))
          : Optional.empty();
    }

    /** Whether the reference already carries the version. */
    boolean isCurrent() {
      return finding.carries(version());
    }

    /** Whether the name contains another version, which can't be replaced. */
    boolean isStaleName() {
      return finding.isInName() && !isCurrent();
    }

    /** The reference with the version in it; unchanged if that is already there, or can't be. */
    String url(Placement placement) {
      return isCurrent() || finding.isInName()
          ? at().reference()
          : at().head() + finding.placed(placement, version());
    }
  }

  /** No asset, although one was expected. */
  record Missing(MountedUrl at, long checkedAt) implements Resolution {
    @Override
    public Optional<MissingReference> missing() {
      return Optional.of(MissingReference.inPage(at));
    }
  }

  /** Nothing to put a version into, and nothing to complain about: a page, an excluded name. */
  record Ignored(MountedUrl at, String whyUnchanged, long checkedAt) implements Resolution {}

  /** An asset without a version, or a failed look. */
  record Unversioned(MountedUrl at, String whyUnchanged, long checkedAt) implements Resolution {}
}
