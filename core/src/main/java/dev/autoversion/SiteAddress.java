package dev.autoversion;

/** What may stand in front of a mount: a host and a context path. */
final class SiteAddress {
  private SiteAddress() {}

  /** "" or {@code /shop}. */
  static String contextPath(String text) {
    boolean valid = text.isEmpty() || (isPath(text) && !text.endsWith("/"));
    if (!valid) {
      throw new IllegalArgumentException(
          "a context path is \"\" or starts with one slash and ends without, like '/shop', unlike "
              + Printable.quote(text));
    }
    return text;
  }

  /** {@code https://cdn.example.com/} gives {@code https://cdn.example.com}. */
  static String host(String text) {
    int slashes = text.indexOf("//");
    String origin = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    boolean valid =
        slashes >= 0 && isScheme(text.substring(0, slashes)) && isAuthority(origin, slashes + 2);
    if (!valid) {
      throw new IllegalArgumentException(
          "a host is an origin like 'https://cdn.example.com' or '//cdn.example.com', unlike "
              + Printable.quote(text));
    }
    return origin;
  }

  private static boolean isScheme(String text) {
    return text.isEmpty()
        || (text.endsWith(":")
            && text.length() > 1
            && isLetter(text.charAt(0))
            && text.chars()
                .limit(text.length() - 1L)
                .allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0));
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isAuthority(String origin, int from) {
    int slash = origin.indexOf('/', from);
    int end = slash < 0 ? origin.length() : slash;
    boolean plainPath = slash < 0 || (isPath(origin.substring(slash)) && !origin.endsWith("/"));
    return end > from && plainPath && isPrintable(origin);
  }

  private static boolean isPath(String text) {
    return text.startsWith("/") && !text.contains("//") && isPrintable(text);
  }

  private static boolean isPrintable(String text) {
    return text.chars().allMatch(c -> c > ' ' && c != 0x7f && "?#\\\"'<>".indexOf(c) < 0);
  }
}
