package dev.autoversion.servlet;

import dev.autoversion.Manifest;
import dev.autoversion.manifest.Manifests;

/** Reads the manifest of a build. The only class that needs autoversion-manifest-ext. */
final class ManifestLocation {
  private static final String CLASS_PATH = "classpath:";

  private ManifestLocation() {}

  /**
   * The manifest at {@code classpath:META-INF/autoversion/manifest.json}, or in a file.
   *
   * @throws IllegalArgumentException if it is neither, or exists but is not a manifest
   */
  static Manifest read(String location, ClassLoader loader) {
    if (location.startsWith(CLASS_PATH)) {
      return Manifests.read(location.substring(CLASS_PATH.length()), loader);
    }
    if (location.startsWith(FileUrl.SCHEME)) {
      return Manifests.read(FileUrl.path(location));
    }
    throw new IllegalArgumentException("takes none, classpath:… or file:…, not '" + location + "'");
  }
}
