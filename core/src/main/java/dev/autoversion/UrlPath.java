package dev.autoversion;

import java.util.ArrayList;
import java.util.List;

/** Relative references (RFC 3986, section 5), as far as their path goes. Pure text. */
final class UrlPath {
  private UrlPath() {}

  /** Whether a reference can lead anywhere but to its own page, a fragment, or data in itself. */
  static boolean mayNameAsset(String reference) {
    return !reference.isEmpty()
        && reference.charAt(0) != '#'
        && reference.charAt(0) != '?'
        && !reference.regionMatches(true, 0, "data:", 0, 5);
  }

  /** Whether a reference is resolved against its base: {@code img/a.png}, {@code ../a.png}. */
  static boolean isRelative(String reference) {
    String path = UrlParts.of(reference).path();
    int slash = path.indexOf('/');
    String first = slash < 0 ? path : path.substring(0, slash);
    return !first.isEmpty() && first.indexOf(':') < 0;
  }

  /** {@code ("/s/css/a.css", "../img/x.png?y")} gives {@code /s/img/x.png?y}. */
  static String resolve(String base, String relative) {
    UrlParts parts = UrlParts.of(relative);
    List<String> segments = new ArrayList<>();
    String merged = directory(base) + parts.path();
    for (String segment : merged.substring(1).split("/", -1)) {
      if (segment.equals("..") && !segments.isEmpty()) {
        segments.remove(segments.size() - 1);
      } else if (!isDots(segment)) {
        segments.add(segment);
      }
    }
    if (isDots(merged.substring(merged.lastIndexOf('/') + 1))) {
      segments.add(""); // A folder, and so no asset.
    }
    return parts.withPath("/" + String.join("/", segments));
  }

  private static boolean isDots(String segment) {
    return segment.equals(".") || segment.equals("..");
  }

  /** {@code ("/s/@1/css/a.css", "/s/@2/img/x.png")} gives {@code ../../@2/img/x.png}. */
  static String relativize(String base, String target) {
    String[] from = base.split("/", -1);
    String[] to = target.split("/", -1);
    int shared = 0;
    while (shared < Math.min(from.length, to.length) - 1 && from[shared].equals(to[shared])) {
      shared++;
    }
    String up = "../".repeat(from.length - 1 - shared);
    String down = String.join("/", List.of(to).subList(shared, to.length));
    boolean looksLikeScheme = up.isEmpty() && down.indexOf(':') >= 0;
    return (looksLikeScheme ? "./" : up) + down;
  }

  /** {@code /s/css/a.css?x} gives {@code /s/css/}. */
  static String directory(String url) {
    String path = UrlParts.of(url).path();
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
