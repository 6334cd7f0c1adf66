package dev.autoversion.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The import map that Vite writes into its output folder ({@code build.chunkImportMap}): modules
 * ask for names that stay, and it says which file is meant. It contains URLs, which begin with the
 * folder that Vite's output is configured to be served from.
 */
final class ChunkMap {
  /** Its name in the output folder. */
  static final String FILE = "importmap.json";

  private static final String IMPORTS = "imports";

  private ChunkMap() {}

  /** Whether it is an import map, and not a manifest with an entry of that name. */
  static boolean fits(Node document) {
    return document.get(IMPORTS).all(Node::isText) && !document.get(IMPORTS).has("file");
  }

  /**
   * Whether it is the file of the same name that Symfony's AssetMapper writes for Symfony alone.
   */
  static boolean isOfAssetMapper(Node document) {
    return !document.isEmpty() && document.all(each -> each.get("path").isText());
  }

  static Contents read(Node document, Contents.Builder contents) throws ManifestException {
    for (Node each : document.get(IMPORTS).members()) {
      contents.imports(each);
    }
    return contents.build(Entries.NONE);
  }

  /**
   * The map in the manifest's own form: {@code /assets/a-0.js} becomes {@code assets/a-0.js} if the
   * manifest writes its files that way, so that both are looked for in one place.
   *
   * @param written the map as it was read
   * @param files the published files
   */
  static Map<String, String> resolved(Map<String, String> written, Set<String> files) {
    String base =
        written.values().stream()
            .flatMap(url -> bases(url).filter(each -> files.contains(inside(each, url))))
            .findFirst()
            .orElse("");
    Map<String, String> resolved = new LinkedHashMap<>();
    written.forEach((asked, url) -> resolved.put(inside(base, asked), inside(base, url)));
    return Collections.unmodifiableMap(resolved);
  }

  /** {@code /x/a.js} gives the empty one, {@code /} and {@code /x/}. */
  private static Stream<String> bases(String url) {
    return Stream.concat(
        Stream.of(""),
        Stream.iterate(url.indexOf('/'), at -> at >= 0, at -> url.indexOf('/', at + 1))
            .map(at -> url.substring(0, at + 1)));
  }

  private static String inside(String base, String url) {
    return url.startsWith(base) ? url.substring(base.length()) : url;
  }
}
