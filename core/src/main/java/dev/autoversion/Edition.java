package dev.autoversion;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A manifest as it was at one time, below its mount; each answer is made from a single edition. */
final class Edition {
  // Of a file's own query, which is a version. A reference's may be endless.
  private static final int LONGEST_QUERY = 200;

  private final String prefix;
  private final Manifest manifest;
  private final Warnings warnings;
  private final Renaming renaming;
  private volatile @Nullable Map<String, PublishedFile> byUrl;
  private volatile @Nullable Map<String, List<String>> namesByFile;

  Edition(String prefix, Manifest manifest, Warnings warnings) {
    this.prefix = prefix;
    this.manifest = manifest;
    this.warnings = warnings;
    this.renaming = new Renaming(manifest);
  }

  Manifest manifest() {
    return manifest;
  }

  /**
   * What a reference names.
   *
   * @param name the manifest's name for it; "" if only the file's own URL is known
   * @param file what was published
   * @param rest what follows the name in the reference
   * @param itself whether the reference is already the published file's URL, perhaps with more
   *     after it
   */
  record Match(Edition edition, String name, PublishedFile file, UrlParts rest, boolean itself) {
    /** The match of a reference with more after the file's own URL. */
    private Match with(String query, String fragment) {
      return new Match(edition, "", file, new UrlParts("", query, fragment), true);
    }

    /** The URL with what follows the name in the reference. */
    String url() {
      return file.with(rest.query(), rest.fragment());
    }

    /**
     * Whether it is the file's URL, whose bytes never change. A file that was published under its
     * own name, in any folder, or with any query, is no proof of that.
     */
    boolean isForEver() {
      boolean inQuery = file.url().indexOf('?') >= 0;
      return itself && (name.isEmpty() || inQuery) && (copy() != null || edition.isRenamed(file));
    }

    /** The value of the HTML attribute {@code integrity}, if the manifest has one. */
    Optional<String> integrity() {
      return texts()
          .flatMap(text -> edition.manifest.integrity(text).stream())
          .filter(value -> !value.isBlank())
          .findFirst();
    }

    /** What the manifest says about the file if it is an asset's copy; else null. */
    Manifest.@Nullable Copy copy() {
      return texts().flatMap(text -> edition.manifest.copy(text).stream()).findFirst().orElse(null);
    }

    private Stream<String> texts() {
      return Stream.of(name, file.text()).filter(text -> !text.isEmpty());
    }
  }

  /** The file that a reference names, by its name or by its own URL. */
  Optional<Match> find(MountedUrl at) {
    UrlParts parts = UrlParts.of(at.url());
    Optional<String> below = PercentEncoding.decode(at.below(at.url()));
    if (below.isEmpty()) {
      return Optional.empty();
    }
    String url = prefix + "/" + PublishedFile.encodedPath(below.get()) + parts.query();
    for (String name : names(below.get(), parts)) {
      PublishedFile file = mayName(name, below.get()) ? published(name) : null;
      if (file != null) {
        boolean whole = !parts.query().isEmpty() && name.endsWith(parts.query());
        UrlParts rest = new UrlParts("", whole ? "" : parts.query(), parts.fragment());
        boolean itself = !file.elsewhere() && file.whole().with(rest.query(), "").equals(url);
        // A file may be found by its own name although that is not a manifest's name: it has a
        // hash.
        String used = itself && !names(file).contains(name) ? "" : name;
        return Optional.of(new Match(this, used, file, rest, itself));
      }
    }
    return byFront(url, url.length() - parts.query().length(), parts.fragment());
  }

  /**
   * The file that has a URL, or the front of it: parameters may follow its own.
   *
   * @param path where the URL's query begins
   */
  private Optional<Match> byFront(String url, int path, String fragment) {
    int end = url.length();
    Optional<Match> found = byUrl(url);
    while (found.isEmpty() && end > path) {
      int last = Math.min(end - 1, path + LONGEST_QUERY);
      end = Math.max(path, url.lastIndexOf('&', last));
      found = byUrl(url.substring(0, end));
    }
    String more = end < url.length() ? "?" + url.substring(end + 1) : "";
    return found.map(match -> match.with(more, fragment));
  }

  /** Recognises the files that belong to this edition's build. */
  Copies copies() {
    return new Copies(manifest);
  }

  /** The paths inside the application that name published files. */
  List<String> references() {
    try (Stream<String> names = manifest.names()) {
      return names
          .map(name -> name.startsWith("/") ? name.substring(1) : name)
          .map(name -> prefix + "/" + PercentEncoding.encode(name))
          .toList();
    }
  }

  /** What a page loads for an entry. */
  Optional<Manifest.Entry> entry(MountedUrl at) {
    UrlParts parts = UrlParts.of(at.url());
    return PercentEncoding.decode(at.below(at.url())).flatMap(below -> entry(names(below, parts)));
  }

  /** What a page loads for the entry whose own file this is. */
  Optional<Manifest.Entry> entry(PublishedFile file) {
    return entry(names(file));
  }

  private Optional<Manifest.Entry> entry(List<String> names) {
    return names.stream()
        .filter(name -> manifest.copy(name).isEmpty()) // An asset whose imports are not bundled.
        .flatMap(name -> manifest.entry(name).stream())
        .findFirst();
  }

  private boolean isRenamed(PublishedFile file) {
    return renaming.isOf(file.text(), names(file));
  }

  private List<String> names(PublishedFile file) {
    Map<String, List<String>> known = namesByFile;
    if (known == null) {
      try (Stream<String> names = manifest.names()) {
        known =
            names
                .filter(name -> manifest.published(name).isPresent())
                .collect(groupingBy(name -> manifest.published(name).orElseThrow()));
      }
      namesByFile = known;
    }
    return known.getOrDefault(file.text(), List.of());
  }

  /** The file that has a URL, as {@link PublishedFile#url} gives it. */
  Optional<Match> byUrl(String url) {
    Map<String, PublishedFile> known = byUrl;
    if (known == null) {
      known = index();
      byUrl = known;
    }
    return Optional.ofNullable(known.get(url))
        .map(file -> new Match(this, "", file, new UrlParts("", "", ""), true));
  }

  /** A file of this manifest; null if no browser should be sent there. */
  @Nullable PublishedFile file(String text) {
    PublishedFile file = located(text);
    if (file == null) {
      warnings.failure(
          "published " + text,
          () ->
              manifest
                  + " publishes "
                  + Printable.quote(text)
                  + ", which is no path below its folder and no http URL; it counts as missing");
    }
    return file;
  }

  private @Nullable PublishedFile located(String text) {
    Optional<LogicalPath> copy =
        manifest.copy(text).isPresent() ? LogicalPath.of(text) : Optional.empty();
    return copy.isPresent()
        ? PublishedFile.ofCopy(prefix, manifest.base(), copy.get())
        : PublishedFile.of(prefix, manifest.base(), text);
  }

  /** Whether a name may be meant: an asset's own name is a whole path, without a query. */
  private boolean mayName(String name, String below) {
    return manifest.copy(name).isEmpty() || name.equals(below) && LogicalPath.of(below).isPresent();
  }

  private @Nullable PublishedFile published(String name) {
    return manifest.published(name).map(this::file).orElse(null);
  }

  private static List<String> names(String below, UrlParts parts) {
    return parts.query().isEmpty()
        ? List.of(below, "/" + below)
        : List.of(below + parts.query(), below, "/" + below);
  }

  private Map<String, PublishedFile> index() {
    Map<String, PublishedFile> index = new HashMap<>();
    try (Stream<String> files = manifest.files()) {
      files.forEach(
          text -> {
            PublishedFile file = located(text);
            if (file != null) {
              index(file, index);
            }
          });
    }
    return index;
  }

  /** More may be known of a file than of its parts. */
  private void index(PublishedFile file, Map<String, PublishedFile> index) {
    PublishedFile whole = file.whole();
    if (whole.url().equals(file.url())) {
      index.put(file.url(), file);
    } else {
      index.putIfAbsent(whole.url(), whole);
    }
    whole.plainUrl(prefix).ifPresent(url -> index.putIfAbsent(url, whole));
  }
}
