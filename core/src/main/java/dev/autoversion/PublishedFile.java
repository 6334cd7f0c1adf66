package dev.autoversion;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file as written in a manifest, and where a browser finds it.
 *
 * @param text as in the manifest: {@code assets/main-DKlPqP-Q.js}
 * @param path the text without query and fragment
 * @param url percent-encoded: a path inside the application, or a whole URL if {@code elsewhere}
 * @param elsewhere whether no host or context path is put before it
 */
record PublishedFile(String text, String path, String url, boolean elsewhere) {
  private static final int LONGEST = 8192;

  PublishedFile(String text, String url, boolean elsewhere) {
    this(text, UrlParts.of(text).path(), url, elsewhere);
  }

  /**
   * The file below a mount, or wherever its text says.
   *
   * @param prefix the mount's: {@code /build}
   * @param base the manifest's, or ""
   * @return null if no browser should be sent there
   */
  static @Nullable PublishedFile of(String prefix, String base, String text) {
    if (!isSafe(text)) {
      return null;
    }
    boolean elsewhere = isElsewhere(text);
    if (elsewhere || text.startsWith("/")) {
      return new PublishedFile(text, encoded(text, true), elsewhere);
    }
    return new PublishedFile(text, folder(prefix, base) + encoded(text, false), isElsewhere(base));
  }

  /** An asset's copy, which is just a name: a {@code ?} in it does not begin a query. */
  static PublishedFile ofCopy(String prefix, String base, LogicalPath name) {
    String url = folder(prefix, base) + encodedPath(name.value());
    return new PublishedFile(name.value(), name.value(), url, isElsewhere(base));
  }

  /** Where files lie that are written without a leading slash; a base may lack its own. */
  static String folder(String prefix, String base) {
    String folder = base.isEmpty() ? prefix : base;
    return folder.endsWith("/") ? folder : folder + "/";
  }

  private static boolean isElsewhere(String url) {
    return isHttp(url) || url.startsWith("//");
  }

  /** {@code https://cdn.example/x/}, in any case. */
  static boolean isHttp(String url) {
    int colon = url.indexOf("://");
    String scheme = colon < 0 ? "" : url.substring(0, colon);
    boolean isHttp = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    return isHttp && url.length() > colon + 3 && ":/".indexOf(url.charAt(colon + 3)) < 0;
  }

  /**
   * The file's place below its mount, if it lies there: {@code assets/main-DKlPqP-Q.js}.
   *
   * @param prefix the mount's
   */
  Optional<LogicalPath> below(String prefix) {
    if (isElsewhere(text)) {
      return Optional.empty();
    }
    if (!text.startsWith("/")) {
      return LogicalPath.of(path);
    }
    return rest(path, prefix).flatMap(PublishedFile::decoded);
  }

  private static Optional<LogicalPath> decoded(String urlPath) {
    return PercentEncoding.decode(urlPath).isPresent()
        ? LogicalPath.ofUrlPath(urlPath)
        : LogicalPath.of(urlPath);
  }

  /**
   * The URL with what follows a reference's path: a query's parameters are kept, except those that
   * the file's own query has, and a fragment replaces the file's own.
   */
  String with(String query, String fragment) {
    UrlParts own = UrlParts.of(url);
    return own.path()
        + merged(own.query(), query)
        + (fragment.isEmpty() ? own.fragment() : fragment);
  }

  /** This file without a fragment, which names a part of it: an icon of a sprite. */
  PublishedFile whole() {
    String fragment = UrlParts.of(url).fragment();
    return fragment.isEmpty()
        ? this
        : new PublishedFile(
            text, path, url.substring(0, url.length() - fragment.length()), elsewhere);
  }

  /**
   * The URL below a mount with our own escapes, if it has others: {@code /build/%5ba%5d.js} gives
   * {@code /build/[a].js}.
   */
  Optional<String> plainUrl(String prefix) {
    UrlParts own = UrlParts.of(url);
    return own.path().indexOf('%') < 0 || elsewhere
        ? Optional.empty()
        : rest(own.path(), prefix)
            .flatMap(LogicalPath::ofUrlPath)
            .map(name -> prefix + "/" + encodedPath(name.value()) + own.query());
  }

  /** What follows a mount's prefix, which a build may write encoded or not. */
  private static Optional<String> rest(String path, String prefix) {
    int end = UrlPrefix.of(prefix).endIn(path, 0);
    return end < 0 ? Optional.empty() : Optional.of(path.substring(end + 1));
  }

  private static String merged(String own, String query) {
    if (own.isEmpty() || query.isEmpty()) {
      return own + query;
    }
    Set<String> names = parameters(own.substring(1)).map(PublishedFile::name).collect(toSet());
    String more =
        parameters(query.substring(1))
            .filter(each -> !names.contains(name(each)))
            .collect(joining("&"));
    // A lone delimiter would become part of the last value, or be lost when the URL comes by again.
    return more.isEmpty() ? own : own + "&" + more;
  }

  private static Stream<String> parameters(String query) {
    return Stream.of(query.split("&", -1));
  }

  private static String name(String parameter) {
    int equals = parameter.indexOf('=');
    return equals < 0 ? parameter : parameter.substring(0, equals);
  }

  /** Whether it has no scheme but HTTP, no {@code ..} segment and no control character. */
  private static boolean isSafe(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    String path = UrlParts.of(text).path();
    int colon = path.indexOf(':');
    boolean scheme = colon >= 0 && path.lastIndexOf('/', colon) < 0 && !isHttp(text);
    boolean plain = text.chars().allMatch(c -> c >= ' ' && c != 0x7f && c != '\\');
    return plain && !scheme && !climbs(path);
  }

  private static boolean climbs(String path) {
    String decoded = PercentEncoding.decode(path).orElse(path);
    for (String segment : decoded.split("/", -1)) {
      if (segment.equals("..") || segment.equals(".")) {
        return true;
      }
    }
    return false;
  }

  /**
   * A path, percent-encoded. A bundler's scripts import one another by their plain names, so a
   * script's parentheses stay: with {@code %28} it would be another module, and run twice.
   */
  static String encodedPath(String path) {
    return withParentheses(PercentEncoding.encode(path), path);
  }

  private static String withParentheses(String encoded, String path) {
    return MediaType.ofPath(path).isScript() ? withParentheses(encoded) : encoded;
  }

  private static String withParentheses(String encoded) {
    return encoded.replace("%28", "(").replace("%29", ")");
  }

  /** A URL below a folder with our own escapes, as copies have them; others stay as they are. */
  static String inOurSpelling(String folder, String url) {
    if (!url.startsWith(folder)) {
      return url;
    }
    UrlParts parts = UrlParts.of(url.substring(folder.length()));
    return PercentEncoding.decode(parts.path())
        .map(name -> folder + parts.withPath(encodedPath(name)))
        .orElse(url);
  }

  /** Whether the paths of two URLs differ by nothing but their escapes. */
  static boolean isSamePath(String url, String other) {
    String path = UrlParts.of(url).path();
    String otherPath = UrlParts.of(other).path();
    Optional<String> decoded = PercentEncoding.decode(path);
    return path.equals(otherPath)
        || decoded.isPresent() && decoded.equals(PercentEncoding.decode(otherPath));
  }

  /**
   * A reference's own path for a dev server: {@code src/a b.js?x} gives {@code src/a%20b.js?x}. It
   * makes scripts of {@code .ts}, {@code .vue} and others that browsers do not know.
   */
  static String encodedUrl(String url) {
    UrlParts parts = UrlParts.of(encoded(url, true));
    String path = parts.path();
    return (MediaType.ofPath(path).isKnown() ? path : withParentheses(path))
        + parts.query()
        + parts.fragment();
  }

  /** Tools write names unencoded; a complete URL keeps its other escapes. */
  private static String encoded(String text, boolean isUrl) {
    UrlParts parts = UrlParts.of(text);
    boolean escaped =
        isUrl && parts.path().indexOf('%') >= 0 && PercentEncoding.decode(parts.path()).isPresent();
    String path = PercentEncoding.encode(parts.path());
    return withParentheses(escaped ? escaped(path) : path, parts.path()) + tail(parts);
  }

  private static String escaped(String encoded) {
    return encoded.replace("%25", "%");
  }

  private static String tail(UrlParts parts) {
    String encoded = PercentEncoding.encode(parts.query() + parts.fragment());
    return escaped(encoded.replace("%3F", "?").replace("%23", "#"));
  }
}
