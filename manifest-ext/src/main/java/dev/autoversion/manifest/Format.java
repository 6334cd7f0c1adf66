package dev.autoversion.manifest;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The formats, in the order in which a document is tested for them; the first that fits is used.
 */
enum Format {
  FINGERPRINT("autoversion", node -> node.get("autoversion").isNumber(), Fingerprints::read),
  METAFILE("esbuild or bun", node -> has(node, "inputs") && has(node, "outputs"), Metafile::read),
  SYMFONY(
      "vite-plugin-symfony",
      node -> has(node, "entryPoints") && (node.get("base").isText() || node.has("viteServer")),
      SymfonyEntrypoints::read),
  ENCORE("Encore", Format::isEncore, EncoreEntrypoints::read),
  RSBUILD(
      "Rsbuild",
      node -> has(node, "entries") && node.get("allFiles").isList(),
      EncoreEntrypoints::read),
  BUNDLE_TRACKER(
      "webpack-bundle-tracker",
      node -> has(node, "chunks") && has(node, "assets") && node.get("status").isText(),
      BundleTracker::read),
  UNFINISHED_BUNDLE("webpack-bundle-tracker", Format::isUnfinished, BundleTracker::read),
  STATS("webpack stats", WebpackStats::fits, WebpackStats::read),
  DJANGO(
      "Django", node -> has(node, "paths") && node.get("version").isText(), AssetPipelines::django),
  PHOENIX("Phoenix", node -> has(node, "latest") && has(node, "digests"), AssetPipelines::phoenix),
  SPROCKETS("Sprockets", Format::isSprockets, AssetPipelines::sprockets),
  EMPTY("empty", Node::isEmpty, Format::empty),
  IMPORT_MAP("import map", ChunkMap::fits, ChunkMap::read),
  FLAT("flat", node -> node.all(Node::isText), FlatMap::read),
  CREATE_REACT_APP(
      "Create React App",
      node -> node.get("files").all(Node::isText) && node.get("entrypoints").isList(),
      FlatMap::ofApp),
  VITE("Vite", node -> node.some(each -> each.has("file")), ViteManifest::read),
  PROPSHAFT(
      "Propshaft", node -> node.some(each -> each.has("digested_path")), AssetPipelines::propshaft),
  ASSETS_MANIFEST("webpack-assets-manifest", Format::isAssetsManifest, AssetsManifest::read),
  ASSETS_PLUGIN("assets-webpack-plugin", AssetsPlugin::fits, AssetsPlugin::read);

  private final String label;
  private final Predicate<Node> shape;
  private final Reader reader;

  /** Reads a document of the format. */
  @FunctionalInterface
  interface Reader {
    Contents read(Node document, Contents.Builder contents) throws ManifestException;
  }

  Format(String label, Predicate<Node> shape, Reader reader) {
    this.label = label;
    this.shape = shape;
    this.reader = reader;
  }

  /** The format of a document. */
  static Format of(Node document) throws ManifestException {
    for (Format format : values()) {
      if (format.fits(document)) {
        return format;
      }
    }
    throw unknown(document);
  }

  boolean fits(Node document) {
    return shape.test(document);
  }

  Contents read(Node document, Contents.Builder contents) throws ManifestException {
    return reader.read(document, contents);
  }

  /** Its name for users. */
  String label() {
    return label;
  }

  private static boolean has(Node node, String object) {
    return node.get(object).isObject();
  }

  private static boolean isEncore(Node node) {
    return has(node, "entrypoints")
        && onlyHas(node, Set.of("entrypoints", "integrity"))
        && node.get("entrypoints")
            .all(entry -> entry.all(list -> list.isList() || list.isMissing()));
  }

  /** Such a document is written when a build begins, or has failed. */
  private static boolean isUnfinished(Node node) {
    Node status = node.get("status");
    return status.isText()
        && onlyHas(
            node, Set.of("status", "error", "message", "file", "publicPath", "assets", "chunks"));
  }

  private static boolean isSprockets(Node node) {
    return node.get("assets").all(Node::isText) && node.get("files").all(Node::isObject);
  }

  private static boolean isAssetsManifest(Node node) {
    return node.some(each -> each.has("src"))
        || node.some(AssetsManifest::isEntrypoints)
        || node.some(AssetsManifest::isEntry) && !node.all(AssetsPlugin::isChunk);
  }

  private static boolean onlyHas(Node node, Set<String> keys) {
    return node.all(each -> keys.contains(each.key()));
  }

  private static Contents empty(Node document, Contents.Builder contents) {
    return contents.build(Entries.NONE);
  }

  private static ManifestException unknown(Node document) throws ManifestException {
    if (!document.isObject()) {
      return document.notA("an object of names and files");
    }
    if (document.all(Node::isList)) {
      return new ManifestException(
          "it has a list under each name, like Vite's ssr-manifest.json, which does not name the"
              + " published files; `build.manifest: true` writes manifest.json beside it");
    }
    if (WebpackStats.isPart(document)) {
      return WebpackStats.wanting(document);
    }
    if (document.has("icons") || document.has("start_url")) {
      return new ManifestException(
          "it is a web app manifest, which is for browsers, not the manifest of a build");
    }
    Node odd = document.members().stream().filter(each -> !each.isText()).findFirst().orElseThrow();
    return new ManifestException(odd.path() + " is " + odd.kind() + ", which fits no known format");
  }
}
