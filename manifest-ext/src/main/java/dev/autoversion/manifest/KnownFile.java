package dev.autoversion.manifest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A name that a tool gives its manifest.
 *
 * @param name below the output folder
 * @param companion another file that belongs to it, where it is there; or ""
 * @param command what writes it
 */
record KnownFile(String name, String companion, String command) {
  /** Sprockets puts 32 random digits behind it. */
  static final String SPROCKETS = ".sprockets-manifest-";

  private static final String VITE = "`vite build` with `build: { manifest: true }`";
  private static final String ASSETS = "manifest-assets.json";

  private static final List<KnownFile> ALL =
      List.of(
          new KnownFile(".vite/manifest.json", ".vite/" + ASSETS, VITE),
          new KnownFile("entrypoints.json", "manifest.json", "`encore production`"),
          new KnownFile("mix-manifest.json", "", "`mix --production` with `mix.version()`"),
          new KnownFile("rev-manifest.json", "", "gulp with `rev()` and `rev.manifest()`"),
          new KnownFile("assets-manifest.json", "", webpack("WebpackAssetsManifest")),
          new KnownFile("webpack-assets.json", "", webpack("AssetsPlugin")),
          new KnownFile("webpack-stats.json", "", webpack("BundleTracker")),
          new KnownFile(
              "parcel-manifest.json", "", "`parcel build` with parcel-reporter-bundle-manifest"),
          new KnownFile(
              "staticfiles.json", "", "`manage.py collectstatic` with ManifestStaticFilesStorage"),
          new KnownFile("cache_manifest.json", "", "`mix phx.digest`"),
          new KnownFile(".manifest.json", "", "`rails assets:precompile` with Propshaft"),
          new KnownFile(SPROCKETS, "", "`rails assets:precompile` with Sprockets"),
          new KnownFile(
              "manifest.json", ASSETS, VITE + ", or your bundler with its manifest plugin,"),
          new KnownFile("manifest.properties", "", "`gradle assetCompile`"),
          new KnownFile("meta.json", "", "`esbuild --metafile=meta.json`"),
          new KnownFile("metafile.json", "", "`esbuild --metafile=metafile.json`"),
          new KnownFile("stats.json", "", "`webpack --json=stats.json`"));

  /** All, those of one tool alone before those that many use. */
  static Stream<KnownFile> all() {
    return ALL.stream();
  }

  /** What writes a file, guessed from its name. */
  static String command(String path) {
    String slashed = "/" + path.replace('\\', '/').replace("classpath:", "");
    return all()
        .filter(known -> slashed.contains("/" + known.name))
        .map(KnownFile::command)
        .findFirst()
        .orElse(VITE + ", or your bundler with its manifest plugin,");
  }

  /** What else belongs to a file that was named itself, beside it. */
  static Optional<String> companion(String fileName) {
    return fileName.equals("manifest.json") ? Optional.of(ASSETS) : Optional.empty();
  }

  private static String webpack(String plugin) {
    return "`webpack` with `new " + plugin + "()`";
  }
}
