package dev.autoversion.spring;

import dev.autoversion.LogicalPath;
import java.util.Collection;

/**
 * URL prefixes, which may be written in several ways: {@code /my%20files/} is {@code /my files/},
 * with a slash at its end or without.
 */
final class Prefixes {
  private Prefixes() {}

  static String withSlash(String prefix) {
    return prefix.endsWith("/") ? prefix : prefix + "/";
  }

  static boolean contain(Collection<String> prefixes, String prefix) {
    return prefixes.stream().anyMatch(each -> same(each, prefix));
  }

  static boolean same(String one, String other) {
    return decoded(one).equals(decoded(other));
  }

  /** {@code /my%20files} gives {@code /my files/}; what can't be decoded stays as it is. */
  static String decoded(String prefix) {
    String folder = withSlash(prefix);
    // Only names inside a source can be decoded, so it is put between two of them.
    return LogicalPath.ofUrlPath("site" + folder + "name")
        .map(LogicalPath::value)
        .map(path -> path.substring("site".length(), path.length() - "name".length()))
        .orElse(folder);
  }
}
