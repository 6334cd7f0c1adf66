package dev.autoversion.servlet;

import dev.autoversion.Manifest;
import dev.autoversion.manifest.Manifests;

/** Reads the manifest of a build. The only class that needs autoversion-manifest-ext. */
final class ManifestPlace {
  private static final String CLASS_PATH = "classpath:";

  private ManifestPlace() {}

  /**
   * The manifest at {@code classpath:META-INF/autoversion/manifest.json}, or in a file.
   *
   * @throws IllegalArgumentException if it is neither, or exists but is not a manifest
   */
  static Manifest read(String place, ClassLoader loader) {
    if (place.startsWith(CLASS_PATH)) {
      return Manifests.read(place.substring(CLASS_PATH.length()), loader);
    }
    if (place.startsWith(FilePlace.SCHEME)) {
      return Manifests.read(FilePlace.of(place));
    }
    throw new IllegalArgumentException("takes none, classpath:… or file:…, not '" + place + "'");
  }
}
