package dev.autoversion.manifest;

import dev.autoversion.Manifest.Entry;
import dev.autoversion.manifest.Chunks.Chunk;
import dev.autoversion.manifest.Chunks.Reached;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Vite's {@code manifest.json}: chunks under the names of their sources. */
final class ViteManifest implements Entries {
  // The folders before it depend on how deep the project lies.
  private static final String MODERN_POLYFILLS = "vite/legacy-polyfills";
  private static final String LEGACY_POLYFILLS = "vite/legacy-polyfills-legacy";
  // If `build.cssCodeSplit` is off, no chunk names it.
  private static final String ONE_STYLESHEET = "style.css";

  private static final String LEGACY = "-legacy";
  private static final Pattern STYLES =
      Pattern.compile(".*\\.(css|less|sass|scss|styl|stylus|pcss|postcss|sss)");

  private final Chunks chunks;
  private final Map<String, String> entryNames = new LinkedHashMap<>();
  private String modernPolyfills = "";
  private String legacyPolyfills = "";
  private String oneStylesheet = "";

  private ViteManifest(Remarks remarks) {
    this.chunks = new Chunks(remarks);
  }

  static Contents read(Node document, Contents.Builder contents) throws ManifestException {
    ViteManifest manifest = new ViteManifest(contents.remarks());
    for (Node node : document.members()) {
      manifest.add(node, contents);
    }
    for (Node node : document.members()) {
      contents.name(node.key(), manifest.linked(Contents.slashed(node.key())));
    }
    if (manifest.chunks.all().anyMatch(chunk -> !chunk.css().isEmpty())) {
      manifest.oneStylesheet = "";
    }
    return contents.build(manifest);
  }

  private void add(Node node, Contents.Builder contents) throws ManifestException {
    if (!node.isObject()) {
      throw node.notA("a chunk");
    }
    String key = Contents.slashed(node.key());
    Node named = node.get("file");
    // Vite 2 wrote no file for an empty stylesheet.
    String file = contents.file(named.textOrNone(), named);
    List<String> css = css(node, contents);
    contents.integrity(file, node.get("integrity").textOrNone());
    for (Node asset : node.get("assets").items()) {
      contents.file(asset);
    }
    Chunk chunk =
        new Chunk(file, node.get("imports").texts(), node.get("dynamicImports").texts(), css);
    chunks.put(key, chunk);
    remember(key, node, chunk);
  }

  /**
   * A stylesheet that is an entry may have become a script: a CSS module has, and since Vite 8 one
   * that a script imports, too. A link to it means the stylesheet that the script brings with it.
   */
  private String linked(String key) {
    String file = chunks.file(key);
    Chunk chunk = chunks.get(key);
    if (chunk == null || !STYLES.matcher(key).matches() || !Entries.isScript(file)) {
      return file;
    }
    List<String> css = chunks.from(key, chunk).css();
    return css.isEmpty() ? file : css.get(css.size() - 1);
  }

  private static List<String> css(Node node, Contents.Builder contents) throws ManifestException {
    List<Node> integrity = node.get("cssIntegrity").items();
    List<String> files = new ArrayList<>();
    for (Node item : node.get("css").items()) {
      String file = contents.file(item);
      int index = Integer.parseInt(item.key());
      if (index < integrity.size()) {
        contents.integrity(file, integrity.get(index).textOrNone());
      }
      if (!file.isEmpty()) {
        files.add(file);
      }
    }
    return files;
  }

  private void remember(String key, Node node, Chunk chunk) throws ManifestException {
    boolean entry = node.get("isEntry").isTrue();
    if (key.endsWith(LEGACY_POLYFILLS)) {
      legacyPolyfills = chunk.file();
    } else if (key.endsWith(MODERN_POLYFILLS)) {
      modernPolyfills = chunk.file();
    } else if (entry) {
      entryNames.put(key, node.get("name").textOrNone());
    } else if (key.equals(ONE_STYLESHEET)) {
      oneStylesheet = chunk.file();
    }
  }

  @Override
  public Optional<Entry> find(String name) {
    Chunk chunk = chunks.get(name);
    if (chunk == null) {
      String twin = legacyKey(name);
      return isLegacy(twin) ? find(twin) : Optional.empty();
    }
    if (!Entries.isScript(chunk.file())) {
      return Entries.ofStylesheet(chunk.file());
    }
    return Optional.of(ofScript(name, chunk));
  }

  private Entry ofScript(String name, Chunk chunk) {
    Reached reached = chunks.from(name, chunk);
    List<String> css = reached.css().isEmpty() ? present(oneStylesheet).toList() : reached.css();
    List<String> none = List.of();
    if (isLegacy(name)) {
      return new Entry(css, none, none, none, none, List.of(legacyPolyfills, chunk.file()));
    }
    return new Entry(
        css,
        none,
        Stream.concat(present(modernPolyfills), Stream.of(chunk.file())).distinct().toList(),
        reached.files(),
        chunks.lazy(name, chunk),
        legacy(name));
  }

  /**
   * Whether an entry is a legacy twin, such as {@code main-legacy.js}, and is not merely called so.
   */
  private boolean isLegacy(String key) {
    return !legacyPolyfills.isEmpty()
        && entryNames.containsKey(key)
        && key.substring(0, endOfStem(key)).endsWith(LEGACY)
        && chunks.file(key).contains(LEGACY)
        && !entryNames.containsKey(legacyKey(key));
  }

  /** The polyfills that load the twin, and the twin; nothing if there are no polyfills. */
  private List<String> legacy(String name) {
    return legacyPolyfills.isEmpty()
        ? List.of()
        : twin(name).map(file -> List.of(legacyPolyfills, file)).orElse(List.of());
  }

  /**
   * The entry that was made from the same source for browsers without modules. Its key has {@code
   * -legacy} before the extension, but not always the whole stem: {@code a.v2.js} has been seen
   * with {@code a-legacy.js}.
   */
  private Optional<String> twin(String name) {
    return Stream.concat(Stream.of(legacyKey(name)).filter(entryNames::containsKey), sameName(name))
        .map(chunks::file)
        .filter(file -> file.contains(LEGACY))
        .findFirst();
  }

  private static String legacyKey(String key) {
    int end = endOfStem(key);
    return key.substring(0, end) + LEGACY + key.substring(end);
  }

  private static int endOfStem(String key) {
    int dot = key.lastIndexOf('.');
    return dot > key.lastIndexOf('/') ? dot : key.length();
  }

  /** The other entries with the same name, those in the same folder first. */
  private Stream<String> sameName(String key) {
    String name = entryNames.getOrDefault(key, "");
    List<String> others =
        entryNames.keySet().stream()
            .filter(each -> !each.equals(key) && !name.isEmpty())
            .filter(each -> name.equals(entryNames.get(each)))
            .toList();
    return Stream.concat(
        others.stream().filter(each -> folder(each).equals(folder(key))), others.stream());
  }

  private static String folder(String key) {
    return key.substring(0, key.lastIndexOf('/') + 1);
  }

  private static Stream<String> present(String file) {
    return file.isEmpty() ? Stream.empty() : Stream.of(file);
  }
}
