package dev.autoversion;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A URL prefix, what is behind it, and what is excluded from that.
 *
 * @param urlPrefix {@code /static}, or "" for the whole site
 * @param manifests asked first, in this order
 * @param devServer replaces them while it answers; null for none
 * @param source has everything that no manifest knows
 */
record Mount(
    UrlPrefix urlPrefix,
    List<Manifest> manifests,
    @Nullable URI devServer,
    AssetSource source,
    List<Glob> excluded) {
  /** Checks a prefix: {@code /static/} gives {@code /static}, {@code /} gives "". */
  static String prefix(String text) {
    String prefix = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException(
          "a mount starts with one slash, like '/static', unlike " + Printable.quote(text));
    }
    String complaint = UrlPrefix.complaint(prefix, "?#\\;*");
    if (!complaint.isEmpty()) {
      throw new IllegalArgumentException(
          "a mount is a plain path like '/static', but " + Printable.quote(text) + " " + complaint);
    }
    return prefix;
  }

  /** {@code /static}, or "" for the whole site. */
  String prefix() {
    return urlPrefix.toString();
  }

  /** Whether it is the whole site, where pages and assets are mixed. */
  boolean isRoot() {
    return prefix().isEmpty();
  }

  /** The pattern that excludes an asset, if one does. */
  Optional<String> exclusion(LogicalPath path) {
    return excluded.stream()
        .filter(pattern -> pattern.matches(path.value()))
        .map(Glob::text)
        .findFirst();
  }

  /** {@code exclude('sw.js') leaves it alone}. */
  static String whyExcluded(String pattern) {
    return "exclude(" + Printable.quote(pattern) + ") leaves it alone";
  }

  /** Whether there is a source; a manifest alone has only names. */
  boolean hasFiles() {
    return source != FirstOf.NOTHING;
  }

  /** What is searched, for messages: {@code directory /srv/static}. */
  String described() {
    Stream<String> all =
        manifests.stream().map(each -> Printable.described(each, "a manifest without toString"));
    return Stream.of(
            all,
            Stream.ofNullable(devServer).map(origin -> "dev server " + origin),
            Stream.of(
                Printable.described(
                    source, "a source without toString, mounted at " + prefix() + "/")))
        .flatMap(part -> part)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** All names, for a suggestion. The caller closes the stream. */
  Stream<String> names() throws IOException {
    List<Manifest> latest = manifests.stream().map(Mount::latest).toList();
    return Stream.concat(
        latest.stream()
            .flatMap(Manifest::names)
            .map(name -> name.startsWith("/") ? name.substring(1) : name),
        source
            .paths()
            .filter(path -> latest.stream().noneMatch(each -> new Copies(each).wrote(path)))
            .map(LogicalPath::value));
  }

  private static Manifest latest(Manifest manifest) {
    try {
      return manifest.current();
    } catch (IOException | RuntimeException e) { // The latter from a manifest of the user's own.
      return manifest; // Its failure is reported where a reference is looked up.
    }
  }
}
