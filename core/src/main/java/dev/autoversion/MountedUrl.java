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
record MountedUrl(Mount mount, String head, String url, boolean absolute) {
  /** The part of a URL below the mount, as written: {@code js/app.js}; "" if it is elsewhere. */
  String below(String placed) {
    String path = UrlParts.of(placed).path();
    String root = lastSegment() + "/";
    return path.startsWith(root) ? path.substring(root.length()) : "";
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

  /** The reference to another asset of the same mount, for a suggestion. */
  String referenceTo(LogicalPath other) {
    return head + lastSegment() + "/" + other.value();
  }

  /** The mount's last segment, which {@code url} begins with: {@code /static}, or "". */
  private String lastSegment() {
    return mount.prefix().substring(Math.max(mount.prefix().lastIndexOf('/'), 0));
  }
}
