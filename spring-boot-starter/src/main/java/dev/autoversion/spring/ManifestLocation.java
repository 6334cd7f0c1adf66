package dev.autoversion.spring;

import dev.autoversion.Manifest;
import dev.autoversion.manifest.Manifests;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.springframework.util.ResourceUtils;

/** Where a build's manifest is: {@code classpath:static/build/.vite/manifest.json}, or a file. */
record ManifestLocation(String text, ClassLoader loader) {
  private static final String CLASS_PATH = "classpath:";
  private static final String FILE = "file:";

  /** Whether it lies on disk, where another build may rewrite it. */
  boolean isFile() {
    return !text.startsWith(CLASS_PATH);
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it exists but is not a manifest, or is not a valid place
   */
  Manifest read() {
    return isFile()
        ? Manifests.read(path())
        : Manifests.read(text.substring(CLASS_PATH.length()), loader);
  }

  /** As Spring reads a location: what follows {@code file:} may be percent-encoded. */
  private Path path() {
    if (text.matches("(?!file:)[a-zA-Z*]{2,}:.*")) { // Not a Windows drive.
      throw new IllegalArgumentException("takes classpath:…, file:… or a path, not '" + text + "'");
    }
    if (!text.startsWith(FILE)) {
      return Path.of(text);
    }
    try {
      return new File(ResourceUtils.toURI(text).getSchemeSpecificPart()).toPath();
    } catch (URISyntaxException e) { // A name that is not a URL is taken literally.
      return Path.of(text.substring(FILE.length()));
    }
  }
}
