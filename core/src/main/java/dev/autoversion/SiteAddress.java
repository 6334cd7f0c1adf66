package dev.autoversion;

/** Where the site is: what may precede a mount, that is, its own host and a context path. */
final class SiteAddress {
  private static final String ADDRESS = "[0123456789abcdefABCDEF:.]";

  private final String host;
  private final UrlPrefix contextPath;

  private SiteAddress(String host, UrlPrefix contextPath) {
    this.host = host;
    this.contextPath = contextPath;
  }

  /** The address that a builder was given, in checked parts; "" is none. */
  static SiteAddress of(String host, String contextPath) {
    return new SiteAddress(host, UrlPrefix.of(contextPath));
  }

  /** This address with the context path of a request, unless the builder has its own. */
  SiteAddress in(String requested) {
    String path = unlessOwn(requested);
    return path.isEmpty() ? this : new SiteAddress(host, UrlPrefix.of(path));
  }

  /** The context path that only a request knows: "" if the builder was given one. */
  String unlessOwn(String requested) {
    return contextPath().isEmpty() ? requested : "";
  }

  String host() {
    return host;
  }

  /** Whether the host has a path; a URL that starts with a slash leads out of it. */
  boolean hasFolder() {
    return !origin(host).equals(host);
  }

  String contextPath() {
    return contextPath.toString();
  }

  /** Whether a reference begins with our own host. */
  boolean isNamedBy(String reference) {
    return !host.isEmpty()
        && reference.startsWith(host)
        && UrlPrefix.isSlash(reference, host.length());
  }

  /**
   * Where the path inside the application begins, at its slash; -1 if a reference leads to another
   * host or application, or is relative to its own page.
   */
  int startOfPath(String reference) {
    int start = isNamedBy(reference) ? host.length() : 0;
    if (!UrlPrefix.isSlash(reference, start) || UrlPrefix.isSlash(reference, start + 1)) {
      return -1;
    }
    int inside = contextPath.endIn(reference, start);
    return UrlPrefix.isSlash(reference, inside + 1) ? -1 : inside;
  }

  /** Why a reference leads elsewhere. */
  String whyElsewhere(String reference) {
    if (reference.isEmpty() || reference.startsWith("#") || reference.startsWith("?")) {
      return "it names the page itself";
    }
    return UrlParts.isRooted(reference) || isNamedBy(reference)
        ? "it lies outside of the application at " + Printable.quote(contextPath())
        : "it names another host or scheme, or is relative, which means something only to its page";
  }

  /** "" or {@code /shop}. */
  static String contextPath(String text) {
    boolean shaped = text.isEmpty() || UrlParts.isRooted(text) && !text.endsWith("/");
    if (!shaped || !UrlPrefix.complaint(text, "?#\\;\"'<>").isEmpty()) {
      throw new IllegalArgumentException(
          "a context path is \"\" or starts with one slash and ends without, like '/shop', unlike "
              + Printable.quote(text));
    }
    return text;
  }

  /** {@code https://cdn.example.com/} gives {@code https://cdn.example.com}. */
  static String host(String text) {
    String host = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    String origin = origin(host);
    boolean valid =
        !origin.isEmpty()
            && isAuthority(origin.substring(origin.indexOf("//") + 2))
            && UrlPrefix.complaint(host.substring(origin.length()), " ?#\\\"'<>").isEmpty();
    if (!valid) {
      throw new IllegalArgumentException(
          "a host is an origin like 'https://cdn.example.com' or '//cdn.example.com', unlike "
              + Printable.quote(text));
    }
    return host;
  }

  /** A name or an address, and a port: {@code cdn.example.com:8443}, {@code [::1]}. */
  private static boolean isAuthority(String text) {
    int end = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
    String name = end < 0 ? text : text.substring(0, end);
    String port = end < 0 ? "" : text.substring(end);
    boolean named =
        name.startsWith("[")
            ? name.length() > 2 && name.chars().allMatch(c -> ADDRESS.indexOf(c) >= 0)
            : name.chars()
                .allMatch(c -> c >= 0x80 || Character.isLetterOrDigit(c) || "-._".indexOf(c) >= 0);
    return !name.isEmpty()
        && named
        && (port.isEmpty() || port.startsWith(":"))
        && port.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * {@code https://cdn.example.com/x/a.js} gives {@code https://cdn.example.com}; "" if a URL names
   * no host.
   */
  static String origin(String url) {
    int slashes = url.indexOf("//");
    if (slashes < 0 || !isScheme(url.substring(0, slashes))) {
      return "";
    }
    int slash = url.indexOf('/', slashes + 2);
    return slash < 0 ? url : url.substring(0, slash);
  }

  /** Whether a reference begins with a scheme: {@code data:,x}. */
  static boolean hasScheme(String reference) {
    int colon = reference.indexOf(':');
    return colon >= 0 && isScheme(reference.substring(0, colon + 1));
  }

  /** Whether it is a scheme with its colon: {@code https:}; or none. */
  private static boolean isScheme(String text) {
    return text.isEmpty()
        || (text.endsWith(":")
            && isLetter(text.charAt(0))
            && text.chars()
                .limit(text.length() - 1L)
                .allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0));
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
