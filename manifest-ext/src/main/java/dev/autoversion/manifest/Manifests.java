package dev.autoversion.manifest;

import dev.autoversion.Manifest;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads the manifest that a build left behind. Its format is recognised: Vite; webpack with
 * webpack-manifest-plugin, webpack-assets-manifest, assets-webpack-plugin, webpack-bundle-tracker
 * or its own stats; rspack, esbuild, bun, Rollup, Parcel; Encore, Laravel Mix, shakapacker,
 * vite-plugin-symfony, vite-plugin-ruby; gulp-rev, Django, Sprockets, Propshaft, Phoenix,
 * asset-pipeline, Symfony's AssetMapper; and our own build, whose manifest has a part for each
 * mount.
 *
 * <pre>{@code
 * Path build = Path.of("public/build");
 * Autoversion.builder()
 *     .manifest("/build", Manifests.read(build), AssetSource.directory(build))
 *     .build();
 * }</pre>
 *
 * <p>A manifest that has changed is read again as a whole when {@link Manifest#current} is called,
 * which throws if it can't be read and says why. A file name that no page should load, because of a
 * {@code ..} segment or a scheme other than http and https, counts as missing and is logged once.
 */
public final class Manifests {
  private Manifests() {}

  /**
   * The manifest in a file, or in the folder that a build writes to, where it is found by its usual
   * name: {@code public/build} gives {@code public/build/.vite/manifest.json}.
   *
   * @param file the file or the folder; if it does not exist yet, a warning is logged, and the
   *     manifest is empty until it does
   * @return the manifest
   * @throws IllegalArgumentException if the file exists but is not a manifest; the message says
   *     what is wrong and which command writes a good one
   */
  public static Manifest read(Path file) {
    return LatestManifest.read(Location.OfPath.of(Objects.requireNonNull(file, "file")));
  }

  /**
   * The manifest in a resource: {@code static/build/.vite/manifest.json}. Choose it for a build
   * that is packed with the application.
   *
   * @param resource its name on the class path
   * @param loader the class loader that finds it
   * @return the manifest
   * @throws IllegalArgumentException if the resource exists but is not a manifest
   */
  public static Manifest read(String resource, ClassLoader loader) {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(loader, "loader");
    String name = resource.startsWith("/") ? resource.substring(1) : resource;
    return LatestManifest.read(new Location.OfResource(name, loader));
  }
}
