package dev.autoversion;

import java.util.Optional;

/**
 * A reference that lies under a mount, cut in two.
 *
 * @param head what stands in front and never changes: host, context path, the mount but for its
 *     last segment
 * @param url the rest, which placements see: {@code /static/js/app.js?x=1#top}
 * @param absolute whether the reference names the host itself
 */
record Located(Mount mount, String head, String url, boolean absolute) {
  /** The part of a URL below the mount, as written: {@code js/app.js}. */
  String below(String placed) {
    String path = UrlParts.of(placed).path();
    int start = mountLength() + 1;
    return start <= path.length() ? path.substring(start) : "";
  }

  /** The asset's name, with path parameters at its end taken as part of it. */
  Optional<LogicalPath> path(String placed) {
    return LogicalPath.ofUrlPath(below(placed));
  }

  /** The asset's name without path parameters at its end, where it has some. */
  Optional<LogicalPath> pathWithoutParameters(String placed) {
    String below = below(placed);
    int semicolon = below.indexOf(';', below.lastIndexOf('/') + 1);
    return semicolon < 0 ? Optional.empty() : LogicalPath.ofUrlPath(below.substring(0, semicolon));
  }

  /** The URL of another asset of the same mount, for a suggestion. */
  String urlOf(LogicalPath other) {
    return mount.urlPath(other);
  }

  private int mountLength() {
    return mount.prefix().isEmpty() ? 0 : mount.prefix().length() - mount.prefix().lastIndexOf('/');
  }
}
