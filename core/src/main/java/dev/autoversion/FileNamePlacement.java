package dev.autoversion;

import java.util.Optional;
import java.util.Set;

/**
 * {@code /js/app-9f3c.js.map}: the version follows the last dash before the extension, or before
 * the last two extensions if the last one only wraps the other. A version's own dots and dashes are
 * written {@code _} and {@code ~}, so that the last dash is always the separator.
 */
record FileNamePlacement() implements Placement {
  private static final Set<String> WRAPPERS = Set.of(".map", ".gz", ".br", ".zst");

  @Override
  public String insert(String url, Version version) {
    UrlParts parts = UrlParts.of(url);
    String path = parts.path();
    int at = extension(path);
    String token = version.value().replace('-', '~').replace('.', '_');
    return parts.withPath(path.substring(0, at) + "-" + token + path.substring(at));
  }

  @Override
  public Optional<AssetUrl> extract(String url) {
    UrlParts parts = UrlParts.of(url);
    String path = parts.path();
    int end = extension(path);
    int dash = path.lastIndexOf('-', end - 1);
    if (dash < startOfName(path)) {
      return Optional.empty();
    }
    String token = path.substring(dash + 1, end);
    if (token.indexOf('.') >= 0) {
      return Optional.empty();
    }
    String clean = path.substring(0, dash) + path.substring(end);
    return Version.parse(token.replace('~', '-').replace('_', '.'))
        .map(version -> new AssetUrl(parts.withPath(clean), version));
  }

  @Override
  public String toString() {
    return "fileName()";
  }

  private static int startOfName(String path) {
    return path.lastIndexOf('/') + 1;
  }

  /**
   * Where the extension begins, or else the name ends; a leading dot does not begin an extension.
   */
  private static int extension(String path) {
    int end = UrlParts.withoutParameters(path).length();
    int last = dotBefore(path, end);
    return WRAPPERS.contains(path.substring(last, end)) ? dotBefore(path, last) : last;
  }

  /** Where the last extension before an index begins, or that index if there is none. */
  private static int dotBefore(String path, int end) {
    int dot = path.lastIndexOf('.', end - 1);
    return dot > startOfName(path) ? dot : end;
  }
}
