package dev.autoversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Resolves the paths of relative references (RFC 3986, section 5). Pure text. */
final class UrlPath {
  private UrlPath() {}

  /** Whether a reference can lead anywhere but to its own page, a fragment, or inline data. */
  static boolean mayNameAsset(String reference) {
    return !reference.isEmpty()
        && reference.charAt(0) != '#'
        && reference.charAt(0) != '?'
        && !reference.regionMatches(true, 0, "data:", 0, 5);
  }

  /**
   * A reference as browsers read it (WHATWG URL, 4.4): without blanks and controls at its ends,
   * without tabs and line ends, with slashes for backslashes: {@code " ..\img\a.png"} gives {@code
   * ../img/a.png}.
   */
  static String asRead(String reference) {
    String trimmed = reference.trim(); // Of everything up to the blank, unlike strip().
    StringBuilder read = new StringBuilder(trimmed.length());
    boolean inPath = true;
    for (int i = 0; i < trimmed.length(); i++) {
      char c = trimmed.charAt(i);
      inPath &= c != '?' && c != '#';
      if (c != '\t' && c != '\n' && c != '\r') {
        read.append(c == '\\' && inPath ? '/' : c);
      }
    }
    return read.toString();
  }

  /** Whether a reference is resolved against its base: {@code img/a.png}, {@code ../a.png}. */
  static boolean isRelative(String reference) {
    return !reference.isEmpty()
        && "/?#".indexOf(reference.charAt(0)) < 0
        && !SiteAddress.hasScheme(reference);
  }

  /**
   * {@code ("/s/css/a.css", "../img/x.png?y")} gives {@code /s/img/x.png?y}; a reference with a
   * host or scheme, or to the page itself, is unchanged.
   */
  static String resolve(String base, String reference) {
    UrlParts parts = UrlParts.of(reference);
    if (isRelative(reference)) {
      return parts.withPath(withoutDots(directory(base) + parts.path()));
    }
    return UrlParts.isRooted(reference) ? parts.withPath(withoutDots(parts.path())) : reference;
  }

  /** Makes semicolons part of the name: {@code ../a;b.png?x} gives {@code ../a%3Bb.png?x}. */
  static String asName(String reference) {
    UrlParts parts = UrlParts.of(reference);
    int name = parts.path().lastIndexOf('/') + 1;
    String encoded = parts.path().substring(name).replace(";", "%3B");
    return parts.withPath(parts.path().substring(0, name) + encoded);
  }

  private static String withoutDots(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.substring(1).split("/", -1)) {
      if (isUp(segment) && !segments.isEmpty()) {
        segments.remove(segments.size() - 1);
      } else if (!isUp(segment) && !isHere(segment)) {
        segments.add(segment);
      }
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (isUp(last) || isHere(last)) {
      segments.add(""); // A folder, so not an asset.
    }
    return "/" + String.join("/", segments);
  }

  /** Encoded dots count as dots (WHATWG URL, 4.2). */
  private static boolean isHere(String segment) {
    return segment.equals(".") || segment.equalsIgnoreCase("%2e");
  }

  private static boolean isUp(String segment) {
    return segment.length() <= 6
        && (segment.startsWith(".") || segment.startsWith("%")) // Nearly all end here.
        && segment.toLowerCase(Locale.ROOT).replace("%2e", ".").equals("..");
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
