package dev.autoversion;

import java.util.List;
import java.util.Optional;

/**
 * A URL prefix, the source behind it, and what of it is left alone.
 *
 * @param at {@code /static}, or "" for the whole site
 */
record Mount(UrlPrefix at, AssetSource source, List<Glob> excluded) {
  /** Checks a prefix: {@code /static/} gives {@code /static}, {@code /} gives "". */
  static String prefix(String text) {
    String prefix = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException(
          "a mount starts with one slash, like '/static', unlike " + Printable.quote(text));
    }
    String complaint = UrlPrefix.complaint(prefix, "?#\\;");
    if (!complaint.isEmpty()) {
      throw new IllegalArgumentException(
          "a mount is a plain path like '/static', but " + Printable.quote(text) + " " + complaint);
    }
    return prefix;
  }

  /** {@code /static}, or "" for the whole site. */
  String prefix() {
    return at.toString();
  }

  /** Whether it is the whole site, whose pages lie among the assets. */
  boolean isRoot() {
    return prefix().isEmpty();
  }

  /** The pattern that leaves an asset alone, if one does. */
  Optional<String> exclusion(LogicalPath path) {
    return excluded.stream()
        .filter(pattern -> pattern.matches(path.value()))
        .map(Glob::text)
        .findFirst();
  }

  /** What is searched, for messages: {@code directory /srv/static}. */
  String described() {
    return Printable.described(source, "a source without toString, mounted at " + prefix() + "/");
  }
}
