package dev.autoversion;

/**
 * A URL prefix and the source behind it.
 *
 * @param prefix {@code /static}, or "" for the whole site
 */
record Mount(String prefix, AssetSource source) {
  static String prefix(String text) {
    String prefix = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (!text.startsWith("/") || !isPlain(prefix)) {
      throw new IllegalArgumentException(
          "a mount starts with one slash, like '/static', unlike " + Printable.quote(text));
    }
    return prefix;
  }

  /** The path a browser would ask for, decoded. */
  String urlPath(LogicalPath path) {
    return prefix + "/" + path.value();
  }

  /** The path of an asset as a browser would write it, percent-encoded. */
  String url(LogicalPath path) {
    return prefix + "/" + PercentEncoding.encode(path.value());
  }

  /** One key for each asset of all mounts; no prefix holds a space, so no two of them are equal. */
  String key(LogicalPath path) {
    return prefix + " " + path.value();
  }

  private static boolean isPlain(String prefix) {
    if (prefix.isEmpty()) {
      return true;
    }
    for (String segment : prefix.substring(1).split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        return false;
      }
    }
    return prefix.chars().allMatch(c -> c > ' ' && c != 0x7f && "?#\\;".indexOf(c) < 0);
  }
}
