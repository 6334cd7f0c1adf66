package dev.autoversion;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An asset's name inside its source: {@code js/app.js}. Only the two factories create one, so it is
 * safe to pass to a file system or a class loader: it is relative, its segments are separated by
 * single slashes, none of them is empty, {@code .} or {@code ..}, it contains no backslash, control
 * character, line or paragraph separator (U+2028, U+2029) or unpaired surrogate, and it has 4,096
 * characters at most.
 *
 * <p>Names that must never be public are rejected as well: those with a segment that begins with a
 * dot (except a leading {@code .well-known}, RFC 8615), {@code WEB-INF} and {@code META-INF}, and
 * the extensions that servers run or read themselves: {@code class jsp jspx jspf tag tagx xhtml ftl
 * ftlh peb java properties}, all in upper or lower case.
 */
public final class LogicalPath {
  // The longest path that Linux opens; this also keeps hostile references cheap.
  private static final int MAXIMUM_LENGTH = 4096;
  private static final Set<String> OF_SERVERS =
      Set.of(
          "class",
          "jsp",
          "jspx",
          "jspf",
          "tag",
          "tagx",
          "xhtml",
          "ftl",
          "ftlh",
          "peb",
          "java",
          "properties");
  private static final int LONGEST_OF_SERVERS = "properties".length();

  private final String value;

  private LogicalPath(String value) {
    this.value = value;
  }

  /**
   * The path for a plain name: {@code "js/a b.js"} gives {@code js/a b.js}, {@code "../secret"}
   * gives nothing. Choose it for names that come from a file system or an archive.
   *
   * @param name any text, not percent-encoded
   * @return the path, or empty if the name is not allowed
   */
  public static Optional<LogicalPath> of(String name) {
    return isValid(name) ? Optional.of(new LogicalPath(name)) : Optional.empty();
  }

  /**
   * The path for a part of a URL, percent-decoded once, segment by segment: {@code "js/a%20b.js"}
   * gives {@code js/a b.js}, {@code "js%2Fa.js"} and {@code "%2e%2e/a"} give nothing.
   *
   * @param urlPath any text, the URL's path below the mount, without query and fragment
   * @return the path, or empty if the text is malformed or the name is not allowed; or if the text
   *     has escapes and more than 12,288 characters, which is 4,096 bytes all escaped
   */
  public static Optional<LogicalPath> ofUrlPath(String urlPath) {
    if (urlPath.indexOf('%') < 0) {
      return of(urlPath);
    }
    if (urlPath.length() > 3 * MAXIMUM_LENGTH || hasEncodedSlash(urlPath)) {
      return Optional.empty();
    }
    return PercentEncoding.decode(urlPath).flatMap(LogicalPath::of);
  }

  /** {@return the path's text, never empty: {@code js/app.js}} */
  public String value() {
    return value;
  }

  /**
   * {@return the media type for the name's extension, as IANA registered it: {@code
   * text/javascript}; {@code application/octet-stream} if the extension is unknown}
   */
  public String mediaType() {
    return MediaType.ofName(value).name();
  }

  /**
   * {@return whether files of the name's media type are, or may be, compressed already, so that no
   * content coding is tried: true for {@code a.png} and {@code a.bin}}
   */
  public boolean isCompressed() {
    return MediaType.ofName(value).packed();
  }

  /** Whether a text is a single step down; Windows also takes a backslash for a separator. */
  static boolean isSegment(String text) {
    return !text.isEmpty() && !text.equals(".") && !text.equals("..") && text.indexOf('\\') < 0;
  }

  /** The path as it appears in a URL, percent-encoded; {@link #ofUrlPath} reverses it. */
  String urlPath() {
    return PercentEncoding.encode(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogicalPath that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** The path's text. */
  @Override
  public String toString() {
    return value;
  }

  /** Whether decoding would turn an escape into a separator. */
  private static boolean hasEncodedSlash(String urlPath) {
    int at = urlPath.indexOf('%');
    while (at >= 0 && at + 2 < urlPath.length()) {
      if (urlPath.charAt(at + 1) == '2' && (urlPath.charAt(at + 2) | 0x20) == 'f') {
        return true;
      }
      at = urlPath.indexOf('%', at + 1);
    }
    return false;
  }

  private static boolean isValid(String name) {
    if (name.length() > MAXIMUM_LENGTH || !hasValidCharacters(name)) {
      return false;
    }
    int start = 0;
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', start)) {
      if (!isPublic(name, start, slash)) {
        return false;
      }
      start = slash + 1;
    }
    return isPublic(name, start, name.length()) && !isOfServers(name.substring(start));
  }

  private static boolean hasValidCharacters(String name) {
    int i = 0;
    while (i < name.length()) {
      int c = name.codePointAt(i);
      boolean separator = c == '\\' || c == '\u2028' || c == '\u2029';
      boolean unpaired = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      if (separator || unpaired || Character.isISOControl(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  private static boolean isPublic(String name, int start, int end) {
    if (start == end) {
      return false;
    }
    if (name.charAt(start) == '.') {
      return start == 0 && name.substring(0, end).equals(".well-known");
    }
    return !isAnyCase("WEB-INF", name, start, end) && !isAnyCase("META-INF", name, start, end);
  }

  private static boolean isAnyCase(String word, String name, int start, int end) {
    return end - start == word.length() && name.regionMatches(true, start, word, 0, word.length());
  }

  private static boolean isOfServers(String segment) {
    int ending = segment.lastIndexOf('.') + 1;
    return ending > 0
        && segment.length() - ending <= LONGEST_OF_SERVERS
        && OF_SERVERS.contains(segment.substring(ending).toLowerCase(Locale.ROOT));
  }
}
