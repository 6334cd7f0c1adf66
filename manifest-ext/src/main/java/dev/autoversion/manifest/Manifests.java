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
 * <p>A manifest that changes is read again, whole, when {@link Manifest#current} is asked; while it
 * can't be read, that fails and says why. A file name in it that no page should load, one with a
 * {@code ..} segment or a scheme other than http and https, counts as missing, which is logged
 * once.
 */
public final class Manifests {
  private Manifests() {}

  /**
   * The manifest in a file, or in the folder that a build writes to, where it is found by the name
   * that its tool gives it: {@code public/build} gives {@code public/build/.vite/manifest.json}.
   *
   * @param file the file or the folder; where there is none yet, a warning is logged, and the
   *     manifest is empty until there is
   * @return the manifest
   * @throws IllegalArgumentException if the file is there and no manifest, with what is wrong in it
   *     and which command writes a right one
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
   * @throws IllegalArgumentException if the resource is there and no manifest, as for a file
   */
  public static Manifest read(String resource, ClassLoader loader) {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(loader, "loader");
    String name = resource.startsWith("/") ? resource.substring(1) : resource;
    return LatestManifest.read(new Location.OfResource(name, loader));
  }
}
