package dev.autoversion;

import java.util.Optional;

/**
 * A reference that lies under a mount, cut in two.
 *
 * @param head what stands in front and never changes: host, context path, the mount but for its
 *     last segment
 * @param url the rest, which placements see: {@code /static/js/app.js?x=1#top}
 * @param root how much of that is the mount's last segment, as written
 * @param absolute whether the reference names the host itself
 */
record MountedUrl(Mount mount, String head, String url, int root, boolean absolute) {
  /** The reference as it was written. */
  String reference() {
    return head + url;
  }

  /** The part of a URL below the mount, as written: {@code js/app.js}; "" if it is elsewhere. */
  String below(String placed) {
    String path = UrlParts.of(placed).path();
    String folder = url.substring(0, root) + "/";
    return path.startsWith(folder) ? path.substring(folder.length()) : "";
  }

  /** What stands in front of the mount, as written: a host, a context path. */
  String front() {
    int end = head.length();
    for (int slash = mount.prefix().indexOf('/', 1); slash > 0; ) {
      end = head.lastIndexOf('/', end - 1);
      slash = mount.prefix().indexOf('/', slash + 1);
    }
    return head.substring(0, end);
  }

  /** What stands behind the mount, as written, without a fragment: {@code js/app.js?x=1}. */
  String rest() {
    UrlParts parts = UrlParts.of(url);
    return below(url) + parts.query();
  }

  /** The asset's place, with path parameters at its end taken as part of its name. */
  Optional<SitePath> path(String placed) {
    return named(below(placed));
  }

  /** The asset's place without path parameters at its end, where it has some. */
  Optional<SitePath> pathWithoutParameters(String placed) {
    String below = below(placed);
    int semicolon = below.indexOf(';', below.lastIndexOf('/') + 1);
    return semicolon < 0 ? Optional.empty() : named(below.substring(0, semicolon));
  }

  /** The reference to another asset of the same mount, for a suggestion. */
  String referenceTo(String other) {
    return head + url.substring(0, root) + "/" + other;
  }

  /**
   * Whether it is one of the site's pages rather than an asset that is missing. Where the whole
   * site is mounted only the ending tells: {@code /owners/12} and {@code /users/john.doe} are.
   */
  boolean isLink() {
    return mount.isRoot() && !MediaType.ofPath(UrlParts.of(url).path()).loaded();
  }

  private Optional<SitePath> named(String below) {
    return LogicalPath.ofUrlPath(below).map(path -> new SitePath(mount, path));
  }
}
