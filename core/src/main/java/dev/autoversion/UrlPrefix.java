package dev.autoversion;

import java.util.Locale;
import java.util.Optional;

/**
 * A path that others begin with: {@code /static}, or "". A blank or a non-ASCII letter is the same
 * percent-encoded or not, since templates write one form and browsers send the other.
 */
final class UrlPrefix {
  private final String text;
  private final String decoded;
  private final boolean hasTwoSpellings;

  private UrlPrefix(String text) {
    this.text = text;
    this.decoded = PercentEncoding.decode(text).orElse(text);
    this.hasTwoSpellings = !PercentEncoding.encode(decoded).equals(decoded);
  }

  /** A prefix that was already checked, or any that a request has. */
  static UrlPrefix of(String text) {
    return new UrlPrefix(text);
  }

  /**
   * What is wrong with a text that starts with a slash and ends without one; "" if nothing is.
   *
   * @param forbidden characters that it must not contain
   */
  static String complaint(String text, String forbidden) {
    if (text.isEmpty()) {
      return "";
    }
    Optional<String> decoded = PercentEncoding.decode(text);
    if (decoded.isEmpty() || text.toLowerCase(Locale.ROOT).contains("%2f")) {
      return decoded.isEmpty() ? "has a malformed escape" : "has an encoded slash";
    }
    for (String segment : decoded.get().substring(1).split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        return segment.isEmpty() ? "has an empty segment" : "has the segment '" + segment + "'";
      }
    }
    if (text.startsWith(" ", text.length() - 1)) {
      return "ends with a blank";
    }
    return text.chars()
        .filter(c -> c < ' ' || c == 0x7f || forbidden.indexOf(c) >= 0)
        .mapToObj(c -> "has " + Printable.quote(Character.toString(c)) + " in it")
        .findFirst()
        .orElse("");
  }

  /** The index after this prefix if it is at that place in a URL and a slash follows, else -1. */
  int endIn(String url, int from) {
    int end = from + text.length();
    // Check the slash first: one character rules out most ordinary links.
    if (isSlash(url, end) && url.startsWith(text, from)) {
      return end;
    }
    return hasTwoSpellings ? endOfOtherSpelling(url, from) : -1;
  }

  /** Whether it is the same prefix in any spelling. */
  boolean isSameAs(UrlPrefix other) {
    return decoded.equals(other.decoded);
  }

  /** Its length in any spelling: of two prefixes of one path, the longer is the deeper. */
  int length() {
    return decoded.length();
  }

  /** The text as it was given. */
  @Override
  public String toString() {
    return text;
  }

  private int endOfOtherSpelling(String url, int from) {
    int end = from;
    for (int i = decoded.indexOf('/'); i >= 0 && end >= 0; i = decoded.indexOf('/', i + 1)) {
      end = isSlash(url, end) ? url.indexOf('/', end + 1) : -1;
    }
    return end >= 0 && PercentEncoding.decode(url.substring(from, end)).equals(Optional.of(decoded))
        ? end
        : -1;
  }

  static boolean isSlash(String text, int at) {
    return at < text.length() && text.charAt(at) == '/';
  }
}
