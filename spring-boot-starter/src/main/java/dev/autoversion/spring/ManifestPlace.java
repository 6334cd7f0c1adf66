package dev.autoversion.spring;

import dev.autoversion.Manifest;
import dev.autoversion.manifest.Manifests;
import java.nio.file.Path;

/** Where a build's manifest is: {@code classpath:static/build/.vite/manifest.json}, or a file. */
record ManifestPlace(String text, ClassLoader loader) {
  private static final String CLASS_PATH = "classpath:";
  private static final String FILE = "file:";

  /** Whether it lies on the disk, where another build may write it anew. */
  boolean isFile() {
    return !text.startsWith(CLASS_PATH);
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is there and no manifest
   */
  Manifest read() {
    return isFile()
        ? Manifests.read(Path.of(text.startsWith(FILE) ? text.substring(FILE.length()) : text))
        : Manifests.read(text.substring(CLASS_PATH.length()), loader);
  }
}
