package dev.autoversion;

import java.util.Optional;

/**
 * A reference that lies under a mount, cut in two.
 *
 * @param start where the mount's prefix begins in the reference
 * @param head the first part, which never changes: host, context path, the mount without its last
 *     segment
 * @param url the rest, which placements see: {@code /static/js/app.js?x=1#top}
 * @param mountEnd where the mount ends in that, as written
 * @param absolute whether the reference names the host itself
 */
record MountedUrl(Mount mount, int start, String head, String url, int mountEnd, boolean absolute) {
  /** The reference as it was written. */
  String reference() {
    return head + url;
  }

  /** The part of a URL below the mount, as written: {@code js/app.js}; "" if it is elsewhere. */
  String below(String other) {
    String path = UrlParts.of(other).path();
    String folder = url.substring(0, mountEnd) + "/";
    return path.startsWith(folder) ? path.substring(folder.length()) : "";
  }

  /** What precedes the mount, as written: a host, a context path. */
  String front() {
    return head.substring(0, start);
  }

  /** What follows the mount, as written, without a fragment: {@code js/app.js?x=1}. */
  String rest() {
    return below(url) + UrlParts.of(url).query();
  }

  /** The place that the reference names as it stands, whatever version it carries. */
  Optional<SitePath> path() {
    return path(url);
  }

  /** The asset's place; path parameters at its end count as part of its name. */
  Optional<SitePath> path(String other) {
    return named(below(other));
  }

  /** The asset's place without path parameters at its end, if it has some. */
  Optional<SitePath> pathWithoutParameters(String other) {
    String below = below(other);
    String plain = UrlParts.withoutParameters(below);
    return plain.equals(below) ? Optional.empty() : named(plain);
  }

  /** The reference to another asset of the same mount, for a suggestion. */
  String referenceTo(String other) {
    return head + url.substring(0, mountEnd) + "/" + other;
  }

  /**
   * Whether it is one of the site's pages rather than a missing asset. If the whole site is
   * mounted, only the ending tells: {@code /owners/12} and {@code /users/john.doe} are pages.
   */
  boolean isLink() {
    return mount.isRoot() && !MediaType.ofUrl(url).loaded();
  }

  private Optional<SitePath> named(String below) {
    return LogicalPath.ofUrlPath(below).map(path -> new SitePath(mount, path));
  }
}
