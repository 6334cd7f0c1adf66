package dev.autoversion;

import java.util.Optional;

/**
 * {@code /static/@9f3c/js/app.js}: the version is a segment of its own after the first one, or
 * before a name without other segments ({@code /@9f3c/app.js}).
 */
record PathSegmentPlacement() implements Placement {
  @Override
  public String insert(String url, Version version) {
    int at = second(UrlParts.of(url).path());
    return url.substring(0, at) + "/@" + version.value() + url.substring(at);
  }

  @Override
  public Optional<AssetUrl> extract(String url) {
    String path = UrlParts.of(url).path();
    int from = second(path);
    int to = path.indexOf('/', from + 1);
    if (to < 0) { // At most two segments: a version can only come first.
      to = from;
      from = 0;
    }
    if (to == from || !path.startsWith("/@", from)) {
      return Optional.empty();
    }
    String clean = url.substring(0, from) + url.substring(to);
    return Version.parse(path.substring(from + 2, to)).map(v -> new AssetUrl(clean, v));
  }

  @Override
  public String toString() {
    return "pathSegment()";
  }

  /** The index of the second segment's slash, or 0 if there is none. */
  private static int second(String path) {
    return Math.max(path.indexOf('/', 1), 0);
  }
}
