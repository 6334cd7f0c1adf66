package dev.autoversion;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds what a page loads for an entry, as URLs. */
final class Entries {
  /**
   * Extensions other than {@code .css} for which Vite's server gives a {@code <link>} a stylesheet.
   */
  private static final Set<String> TRANSLATED =
      Set.of("scss", "sass", "less", "styl", "stylus", "pcss", "postcss", "sss");

  private final Mounts mounts;
  private final Function<Mount, Build> builds;
  private final Hosting hosting;
  private final Warnings warnings;

  Entries(Mounts mounts, Function<Mount, Build> builds, Hosting hosting, Warnings warnings) {
    this.mounts = mounts;
    this.builds = builds;
    this.hosting = hosting;
    this.warnings = warnings;
  }

  /**
   * The entry of a manifest, or of the development server; empty if it is a single asset. A link
   * builder may have turned the entry's name into the URL of its file, which also names it.
   */
  Optional<Manifest.Entry> find(String reference, Look look) {
    Optional<Manifest.Entry> named =
        mounts.locate(reference, look.address()).flatMap(at -> named(at, look));
    return named.isPresent() ? named : linked(reference, look);
  }

  private Optional<Manifest.Entry> named(MountedUrl at, Look look) {
    Build build = builds.apply(at.mount());
    Optional<String> dev = build.devBase();
    return dev.isPresent()
        ? dev.map(base -> inDevelopment(base, base + PublishedFile.encodedUrl(at.rest())))
        : build.guarded(() -> built(build.editions(look.now()), at));
  }

  private Optional<Manifest.Entry> built(List<Edition> editions, MountedUrl at) {
    return editions.stream()
        .flatMap(edition -> edition.entry(at).map(entry -> urls(entry, edition, at)).stream())
        .findFirst();
  }

  private Optional<Manifest.Entry> linked(String url, Look look) {
    Optional<String> dev =
        mounts.longestFirst().stream()
            .flatMap(mount -> builds.apply(mount).devBase().stream())
            .filter(url::startsWith)
            .findFirst();
    return dev.isPresent()
        ? dev.map(base -> inDevelopment(base, url))
        : find(
            url,
            look,
            (at, match) ->
                match.edition().entry(match.file()).map(entry -> urls(entry, match.edition(), at)));
  }

  /** The file of a build with this URL, wherever it lies. */
  Optional<Published> byUrl(String url, Look look) {
    return find(url, look, (at, match) -> Optional.of(Published.of(at, match, look.now())));
  }

  /** Whether a file has this URL, with or without the query. */
  boolean hasPublished(String url, Look look) {
    return byUrl(url, look).isPresent() || byUrl(UrlParts.of(url).path(), look).isPresent();
  }

  /** Applies a function to the file with a URL, below the folder of its mount. */
  private <T> Optional<T> find(
      String url, Look look, BiFunction<MountedUrl, Edition.Match, Optional<T>> made) {
    int path = look.address().startOfPath(url);
    String own = path < 0 ? url : url.substring(path);
    for (Mount mount : mounts.longestFirst()) {
      Build build = builds.apply(mount);
      Optional<T> found =
          build.guarded(
              () ->
                  build
                      .byUrl(own, look.now())
                      .flatMap(match -> made.apply(folder(mount, look), match)));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private MountedUrl folder(Mount mount, Look look) {
    String url = look.address().contextPath() + mount.prefix() + "/";
    return mounts.locate(url, look.address()).orElseThrow();
  }

  /**
   * The entry of one asset: a stylesheet, a script, or a module with what it imports. A page, which
   * Vite may not list among its entries, is none of these.
   */
  Manifest.Entry ofAsset(
      String reference, String url, Supplier<String> place, Supplier<ModuleMap> imports) {
    List<String> one = List.of(url);
    List<String> none = List.of();
    if (MediaType.ofUrl(url).isPage()) {
      warnings.failure("page " + reference, () -> Placing.at(place.get()) + noEntry(reference));
      return new Manifest.Entry(none, none, none, none, none, none);
    }
    if (isStylesheet(url)) {
      return new Manifest.Entry(one, none, none, none, none, none);
    }
    if (MediaType.isClassicScript(UrlParts.of(url).path())) {
      return new Manifest.Entry(none, one, none, none, none, none);
    }
    ModuleMap found = imports.get();
    return new Manifest.Entry(none, none, one, found.eager(), found.lazy(), none);
  }

  private static String noEntry(String page) {
    return Printable.quote(page)
        + " is a page and no entry of a build, so no tag loads it; ask for the scripts and"
        + " stylesheets that it names";
  }

  /** The build that published what is at a place; empty while its server answers for it. */
  Optional<Edition> edition(MountedUrl at, Look look) {
    Build build = builds.apply(at.mount());
    return build.devBase().isPresent()
        ? Optional.empty()
        : build.guarded(() -> build.find(at, look.now()).map(Edition.Match::edition));
  }

  /** How the modules of a build name one another, in URLs. */
  Map<String, String> imports(Edition edition, MountedUrl at) {
    return builds
        .apply(at.mount())
        .guarded(() -> Optional.of(importUrls(edition, at)))
        .orElse(Map.of());
  }

  private Map<String, String> importUrls(Edition edition, MountedUrl at) {
    Map<String, String> imports = new HashMap<>();
    edition
        .manifest()
        .imports()
        .forEach(
            (asked, text) -> {
              PublishedFile key = edition.file(asked);
              PublishedFile file = edition.file(text);
              if (key != null && file != null) {
                imports.put(hosting.url(at, key), hosting.url(at, file));
              }
            });
    return imports;
  }

  private static boolean isStylesheet(String url) {
    return MediaType.ofUrl(url).isStylesheet();
  }

  private static boolean isTranslated(String path) {
    return TRANSLATED.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** The server's own client, and the file as it is. */
  private static Manifest.Entry inDevelopment(String base, String url) {
    String client = base + DevServer.CLIENT;
    List<String> none = List.of();
    return isStylesheet(url) || isTranslated(UrlParts.of(url).path())
        ? new Manifest.Entry(List.of(url), none, List.of(client), none, none, none)
        : new Manifest.Entry(none, none, List.of(client, url), none, none, none);
  }

  private Manifest.Entry urls(Manifest.Entry entry, Edition edition, MountedUrl at) {
    return new Manifest.Entry(
        urls(entry.stylesheets(), edition, at),
        urls(entry.scripts(), edition, at),
        urls(entry.modules(), edition, at),
        urls(entry.preloads(), edition, at),
        urls(entry.lazy(), edition, at),
        urls(entry.legacy(), edition, at));
  }

  private List<String> urls(List<String> files, Edition edition, MountedUrl at) {
    return files.stream()
        .flatMap(text -> Stream.ofNullable(edition.file(text)))
        .map(file -> hosting.url(at, file))
        .toList();
  }
}
