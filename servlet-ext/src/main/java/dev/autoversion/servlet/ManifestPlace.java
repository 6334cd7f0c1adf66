package dev.autoversion.servlet;

import dev.autoversion.Manifest;
import dev.autoversion.manifest.Manifests;
import java.nio.file.Path;

/** Reads the manifest of a build. The only class that needs autoversion-manifest-ext. */
final class ManifestPlace {
  private static final String CLASS_PATH = "classpath:";
  private static final String FILE = "file:";

  private ManifestPlace() {}

  /**
   * The manifest at {@code classpath:META-INF/autoversion/manifest.json}, or in a file.
   *
   * @throws IllegalArgumentException if it is neither, or there and no manifest
   */
  static Manifest read(String place, ClassLoader loader) {
    if (place.startsWith(CLASS_PATH)) {
      return Manifests.read(place.substring(CLASS_PATH.length()), loader);
    }
    if (place.startsWith(FILE)) {
      return Manifests.read(Path.of(place.substring(FILE.length())));
    }
    throw new IllegalArgumentException("takes none, classpath:… or file:…, not '" + place + "'");
  }
}
