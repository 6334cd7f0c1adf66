package dev.autoversion.manifest;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A published file as a tool wrote it: what is repaired, and what no browser should be sent to. */
final class FileText {
  private static final int LONGEST = 4096;
  // Parcel's reporter joins URLs as if they were paths.
  private static final Pattern ONE_SLASH = Pattern.compile("(?i)^(https?:)/(?!/)");
  private static final Pattern HTTP = Pattern.compile("(?i)https?://[^/?#].*");

  private FileText() {}

  /**
   * {@code https:/cdn.example/a.js} gives {@code https://cdn.example/a.js}, and {@code css\a.css},
   * from a build on Windows, gives {@code css/a.css}.
   */
  static String mended(String written) {
    String text = Contents.slashed(written);
    if (text.startsWith("./")) {
      return text.substring(2);
    }
    return text.regionMatches(true, 0, "http", 0, 4)
        ? ONE_SLASH.matcher(text).replaceFirst("$1//")
        : text;
  }

  /** Why a page must not load it: {@code has a '..' segment}; "" if it may. */
  static String fault(String text) {
    if (text.isEmpty()) {
      return "is empty";
    }
    if (text.length() > LONGEST) {
      return "is longer than " + LONGEST + " characters";
    }
    if (!isPlain(text)) {
      return "has a control character";
    }
    String path = path(text);
    if (hasScheme(path) && !HTTP.matcher(path).matches()) {
      return "has a scheme that is neither http nor https";
    }
    return climbs(path) ? "has a '.' or '..' segment" : "";
  }

  /** The text before query and fragment. */
  static String path(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
      end++;
    }
    return text.substring(0, end);
  }

  private static boolean isPlain(String text) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean unpaired = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      if (unpaired || Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  private static boolean hasScheme(String path) {
    int colon = path.indexOf(':');
    return colon >= 0 && path.lastIndexOf('/', colon) < 0;
  }

  private static boolean climbs(String path) {
    String plain = path.indexOf('%') < 0 ? path : path.replaceAll("(?i)%2e", ".");
    return (plain.startsWith(".") || plain.contains("/.")) && hasDotSegment(plain);
  }

  private static boolean hasDotSegment(String path) {
    return Stream.of(path.split("/", -1)).anyMatch(each -> each.equals(".") || each.equals(".."));
  }
}
