package dev.autoversion;

import java.util.Optional;

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
    String whole = url + UrlParts.of(at.url()).fragment();
    return new Published(at, file, whole, false, false, "", now);
  }

  @Override
  public String whyUnchanged() {
    return "it is a published file's own name already";
  }

  /** The file among the mount's assets; empty where it is not there now. */
  @Override
  public Optional<Resolution.Versioned> asset(Look look) {
    return file.below(at.mount().prefix())
        .map(path -> look.at(new SitePath(at.mount(), path)))
        .flatMap(
            sighting ->
                sighting instanceof Sighting.Seen seen
                    ? Optional.of(
                        new Resolution.Versioned(Finding.of(at, seen), seen, Cover.ofItself(seen)))
                    : Optional.empty());
  }

  /** The URL that a page is given. */
  String placed(Hosting hosting) {
    return file.elsewhere() ? url : hosting.url(at, file, url);
  }
}
