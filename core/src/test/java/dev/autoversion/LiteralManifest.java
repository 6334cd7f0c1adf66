package dev.autoversion;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A manifest of maps, as a user may write one.
 *
 * @param published names and files
 * @param entries those that load more than their file
 * @param integrity values by file
 * @param imports how its modules name one another
 */
public record LiteralManifest(
    Map<String, String> published,
    Map<String, Entry> entries,
    Map<String, String> integrity,
    Map<String, String> imports)
    implements Manifest {
  /** The manifest of the contract and of the tests of pages. */
  public static final LiteralManifest SHOP =
      new LiteralManifest(
          Map.of(
              "main.js", "main-1.js",
              "admin.js", "admin-1.js",
              "theme.css", "theme-1.css",
              "font.woff2", "font-1.woff2",
              "it's & more.js", "it's & more-1.js"),
          Map.of(
              "main.js", modules("main-1.js", "main-1.css", "shared-1.js"),
              "admin.js", modules("admin-1.js", "admin-1.css", "shared-1.js", "main-1.js"),
              "it's & more.js", modules("it's & more-1.js", "it's & more-1.css")),
          Map.of("main-1.js", "sha384-main", "shared-1.js", "sha384-shared"),
          Map.of("shared-0.js", "shared-1.js"));

  /** One whose modules name one another by their published files. */
  public LiteralManifest(
      Map<String, String> published, Map<String, Entry> entries, Map<String, String> integrity) {
    this(published, entries, integrity, Map.of());
  }

  /** An entry of one module, the stylesheet of what it imports, its own, and preloads. */
  private static Entry modules(String module, String stylesheet, String... preloads) {
    List<String> none = List.of();
    return new Entry(
        List.of("shared-1.css", stylesheet),
        none,
        List.of(module),
        List.of(preloads),
        List.of("later-1.js"),
        none);
  }

  @Override
  public Optional<String> published(String name) {
    return Optional.ofNullable(published.get(name));
  }

  @Override
  public Optional<Entry> entry(String name) {
    return Optional.ofNullable(entries.get(name)).or(() -> published(name).map(Entry::of));
  }

  @Override
  public Optional<String> integrity(String name) {
    return Optional.ofNullable(
        integrity.get(Objects.requireNonNullElse(published.get(name), name)));
  }

  @Override
  public Stream<String> names() {
    return published.keySet().stream();
  }

  @Override
  public Stream<String> files() {
    return Stream.concat(
        published.values().stream(),
        entries.values().stream()
            .flatMap(e -> Stream.of(e.stylesheets(), e.scripts(), e.modules(), e.preloads()))
            .flatMap(List::stream));
  }

  @Override
  public String toString() {
    return "manifest of maps";
  }
}
