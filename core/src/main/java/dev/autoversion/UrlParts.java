package dev.autoversion;

/**
 * A URL cut at its delimiters (RFC 3986, appendix B); joined again, the parts give the same text.
 *
 * @param path everything before the query and the fragment
 * @param query from the question mark on, or ""
 * @param fragment from the number sign on, or ""
 */
record UrlParts(String path, String query, String fragment) {
  static UrlParts of(String url) {
    int hash = url.indexOf('#');
    int end = hash < 0 ? url.length() : hash;
    int mark = url.indexOf('?');
    int pathEnd = mark < 0 ? end : Math.min(mark, end);
    return new UrlParts(url.substring(0, pathEnd), url.substring(pathEnd, end), url.substring(end));
  }

  /** A path without parameters at its end: {@code /js/app.js;id=7} gives {@code /js/app.js}. */
  static String withoutParameters(String path) {
    int semicolon = path.indexOf(';', path.lastIndexOf('/') + 1);
    return semicolon < 0 ? path : path.substring(0, semicolon);
  }

  /** Whether a URL begins with a single slash, and so stays on the host of its page. */
  static boolean isRooted(String url) {
    return url.startsWith("/") && !url.startsWith("//");
  }

  /** The URL with another path: {@code /b.js?x#top} for {@code /a.js?x#top}. */
  String withPath(String other) {
    return other + query + fragment;
  }
}
