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

  /**
   * One key for each asset of all mounts: the path a browser would ask for, decoded. Two slashes
   * tell {@code lib/a.js} below {@code /s} from {@code a.js} below {@code /s/lib}.
   */
  String key(LogicalPath path) {
    return prefix + "//" + path.value();
  }

  /** The path that a key stands for, for messages. */
  static String pathOf(String key) {
    return key.replace("//", "/");
  }

  /** The path of an asset as a browser would write it, percent-encoded. */
  String url(LogicalPath path) {
    return prefix + "/" + PercentEncoding.encode(path.value());
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
