package dev.autoversion.page;

import dev.autoversion.Autoversion;
import dev.autoversion.Explanation;
import dev.autoversion.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The site as one page sees it. A proxy may give a request another context path than the builder's:
 * then the page's references begin with the request's, while the site knows only its own.
 */
record PageSite(Autoversion autoversion, String contextPath, Supplier<String> place) {
  String url(String reference) {
    return asSeen(autoversion.url(asKnown(reference), contextPath, place));
  }

  Optional<String> integrity(String reference) {
    return autoversion.integrity(asKnown(reference), contextPath);
  }

  /** The integrity of a URL that this page has. */
  Optional<String> integrityAt(String url) {
    return autoversion.integrityAt(asKnown(url), contextPath);
  }

  Manifest.Entry entry(String reference) {
    Manifest.Entry entry = autoversion.entry(asKnown(reference), contextPath, place);
    if (own().isEmpty()) {
      return entry;
    }
    return new Manifest.Entry(
        asSeen(entry.stylesheets()),
        asSeen(entry.scripts()),
        asSeen(entry.modules()),
        asSeen(entry.preloads()),
        asSeen(entry.lazy()),
        asSeen(entry.legacy()));
  }

  SortedMap<String, String> imports(List<String> references) {
    List<String> known = references.stream().map(this::asKnown).toList();
    // What is missing is said here, where the place is known, and not once more below.
    known.forEach(reference -> autoversion.url(reference, contextPath, place));
    SortedMap<String, String> imports = autoversion.imports(known, contextPath);
    if (own().isEmpty()) {
      return imports;
    }
    SortedMap<String, String> seen = new TreeMap<>();
    imports.forEach((asked, url) -> seen.put(asSeen(asked), asSeen(url)));
    return seen;
  }

  /**
   * Whether a bundler says that it is a module. For any other script this is unknown, and its entry
   * treats it as a module by default.
   */
  boolean isModule(String reference, String url) {
    return entry(reference).modules().contains(url)
        && (isBundled(asKnown(reference))
            || !contextPath.isEmpty()
                && reference.startsWith(contextPath)
                && isBundled(reference.substring(contextPath.length())));
  }

  /**
   * Whether a bundler made it. A copy made by our own build has our version, and is of the same
   * kind as its asset.
   */
  private boolean isBundled(String reference) {
    Explanation explained = autoversion.explain(reference);
    return explained.published().isPresent() && explained.version().isEmpty();
  }

  /** A reference of the page in the site's own form. */
  private String asKnown(String reference) {
    String known = own();
    boolean other =
        !known.isEmpty() && !isBelow(known, reference) && isBelow(contextPath, reference);
    return other ? known + reference.substring(contextPath.length()) : reference;
  }

  private String asSeen(String url) {
    String known = own();
    return !known.isEmpty() && isBelow(known, url)
        ? contextPath + url.substring(known.length())
        : url;
  }

  private List<String> asSeen(List<String> urls) {
    return urls.stream().map(this::asSeen).toList();
  }

  /** The builder's context path if the request has another one, else "". */
  private String own() {
    String ours = contextPath.isEmpty() ? "" : autoversion.contextPath();
    return ours.equals(contextPath) ? "" : ours;
  }

  private static boolean isBelow(String path, String url) {
    return url.startsWith(path) && url.startsWith("/", path.length());
  }
}
