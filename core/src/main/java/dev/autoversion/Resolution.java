package dev.autoversion;

import java.util.Optional;

/** What a reference resolves to: an asset with the version that counts, or why there is none. */
sealed interface Resolution {
  /** The mount that the reference lies under. */
  MountedUrl at();

  /** When the assets behind it were looked at; the oldest look counts. */
  long checkedAt();

  /** The asset behind it, where there is one to look at. */
  default Optional<Versioned> asset(Look look) {
    return Optional.empty();
  }

  /** Why the reference stays as it is, where it does. */
  String whyUnchanged();

  /**
   * An asset. Its cover has the version that counts: its own, or for a stylesheet the one that
   * covers all it reaches.
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
    public String whyUnchanged() {
      return "no asset for "
          + Printable.quote(at().reference())
          + ": "
          + Printable.quote(finding.plainUrl())
          + " is there in another version, "
          + version()
          + "; write its name without a version";
    }

    /** Whether the reference carries the version already. */
    boolean isCurrent() {
      return finding.carries(version());
    }

    /** Whether the name has another version, which can't be replaced. */
    boolean isStaleName() {
      return finding.isInName() && !isCurrent();
    }

    /** The reference with the version in it; the same where it is there already, or can't be. */
    String url(Placement placement) {
      return isCurrent() || finding.isInName()
          ? at().reference()
          : at().head() + placement.insert(at().url(), version());
    }
  }

  /**
   * A file that a build published, or that its server has in development.
   *
   * @param file where it is
   * @param url that, with what the reference has behind the name
   * @param itself whether the reference is that URL already
   * @param forEver whether what that URL is answered with never changes
   * @param integrity the manifest's value of the HTML attribute, or ""
   */
  record Published(
      MountedUrl at,
      PublishedFile file,
      String url,
      boolean itself,
      boolean forEver,
      String integrity,
      long checkedAt)
      implements Resolution {
    static Published of(MountedUrl at, Edition.Match match, long now) {
      String integrity = match.integrity().orElse("");
      return new Published(
          at, match.file(), match.url(), match.itself(), match.isForEver(), integrity, now);
    }

    static Published inDevelopment(MountedUrl at, String base, long now) {
      String url = base + at.rest();
      PublishedFile file = new PublishedFile(at.rest(), url, true);
      return new Published(at, file, url, false, false, "", now);
    }

    @Override
    public String whyUnchanged() {
      return "it is a published file's own name already";
    }

    /** The file among the mount's assets; empty where it is not there now. */
    @Override
    public Optional<Versioned> asset(Look look) {
      return file.below(at.mount().prefix())
          .map(path -> look.at(new SitePath(at.mount(), path)))
          .flatMap(
              sighting ->
                  sighting instanceof Sighting.Seen seen
                      ? Optional.of(new Versioned(Finding.of(at, seen), seen, Cover.ofItself(seen)))
                      : Optional.empty());
    }

    /** The URL that a page is given. */
    String placed(Hosting hosting) {
      return file.elsewhere() ? url : hosting.url(at, file, url);
    }
  }

  /** No asset, where one was to be expected. */
  record Missing(MountedUrl at, long checkedAt) implements Resolution {
    @Override
    public String whyUnchanged() {
      return MissingReference.inPage(at).describe();
    }
  }

  /** Nothing to put a version into, and nothing to complain of: a page, an excluded name. */
  record Left(MountedUrl at, String whyUnchanged, long checkedAt) implements Resolution {}

  /** An asset without a version, or a look that failed. */
  record Unversioned(MountedUrl at, String whyUnchanged, long checkedAt) implements Resolution {}
}
