package dev.autoversion.manifest;

import java.util.List;

/**
 * A name that a tool gives its manifest.
 *
 * @param name below the output folder
 * @param companions other files that belong to it, if they exist
 * @param command the command that writes it
 */
record KnownFile(String name, List<String> companions, String command) {
  /** Sprockets appends 32 random digits. */
  static final String SPROCKETS = ".sprockets-manifest-";

  /** The command that writes our own, wherever it is. */
  static final String FINGERPRINT = "`mvn autoversion:fingerprint`";

  private static final String VITE = "`vite build` with `build: { manifest: true }`";
  private static final String ANY = VITE + ", or your bundler with its manifest plugin,";
  private static final String VITE_FILE = ".vite/manifest.json";
  private static final String ASSETS = "manifest-assets.json";

  /** All of them; names that only one tool uses come before those that many use. */
  static final List<KnownFile> ALL =
      List.of(
          new KnownFile("META-INF/autoversion/manifest.json", List.of(), FINGERPRINT),
          new KnownFile(
              ".vite/entrypoints.json",
              List.of(VITE_FILE, ChunkMap.FILE),
              "`vite build` with `vite-plugin-symfony`"),
          new KnownFile(VITE_FILE, List.of(".vite/" + ASSETS, ChunkMap.FILE), VITE),
          new KnownFile("entrypoints.json", List.of("manifest.json"), "`encore production`"),
          new KnownFile("mix-manifest.json", List.of(), "`mix --production` with `mix.version()`"),
          new KnownFile("rev-manifest.json", List.of(), "gulp with `rev()` and `rev.manifest()`"),
          new KnownFile("assets-manifest.json", List.of(), webpack("WebpackAssetsManifest")),
          new KnownFile("asset-manifest.json", List.of(), "`react-scripts build`"),
          new KnownFile("webpack-assets.json", List.of(), webpack("AssetsPlugin")),
          new KnownFile("webpack-stats.json", List.of(), webpack("BundleTracker")),
          new KnownFile(
              "parcel-manifest.json",
              List.of(),
              "`parcel build` with parcel-reporter-bundle-manifest"),
          new KnownFile(
              "staticfiles.json",
              List.of(),
              "`manage.py collectstatic` with ManifestStaticFilesStorage"),
          new KnownFile("cache_manifest.json", List.of(), "`mix phx.digest`"),
          new KnownFile(".manifest.json", List.of(), "`rails assets:precompile` with Propshaft"),
          new KnownFile(SPROCKETS, List.of(), "`rails assets:precompile` with Sprockets"),
          new KnownFile("manifest.json", List.of(ASSETS, ChunkMap.FILE), ANY),
          new KnownFile("manifest.properties", List.of(), "`gradle assetCompile`"),
          new KnownFile("meta.json", List.of(), "`esbuild --metafile=meta.json`"),
          new KnownFile("metafile.json", List.of(), "`esbuild --metafile=metafile.json`"),
          new KnownFile("stats.json", List.of(), "`webpack --json=stats.json`"));

  /** The command that writes a file, guessed from its name. */
  static String command(String path) {
    String whole = rooted(path);
    return ALL.stream()
        .filter(known -> whole.contains("/" + known.name))
        .map(KnownFile::command)
        .findFirst()
        .orElse(ANY);
  }

  /**
   * Other files that belong to a manifest given by its own path, relative to its folder: {@code
   * ../importmap.json} if that is Vite's.
   *
   * @param folder the name of the file's folder
   */
  static List<String> companions(String folder, String fileName) {
    if (!fileName.equals("manifest.json")) {
      return List.of();
    }
    return List.of(ASSETS, folder.equals(".vite") ? "../" + ChunkMap.FILE : ChunkMap.FILE);
  }

  /** Whether a path is that of an import map. */
  static boolean isImportMap(String path) {
    return rooted(path).endsWith("/" + ChunkMap.FILE);
  }

  /** With a slash before each segment. */
  private static String rooted(String path) {
    return "/" + Contents.slashed(path).replace("classpath:", "");
  }

  private static String webpack(String plugin) {
    return "`webpack` with `new " + plugin + "()`";
  }
}
