package dev.autoversion.servlet;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where a file or folder is on disk: {@code file:/srv/my%20site}. */
final class FilePlace {
  static final String SCHEME = "file:";

  private FilePlace() {}

  /** The path of a place that starts with the scheme; if it is not a URL, it is taken literally. */
  static Path of(String place) {
    try {
      // A number sign is part of the name: a file has no fragment.
      return new File(new URI(place.replace("#", "%23")).getSchemeSpecificPart()).toPath();
    } catch (URISyntaxException e) {
      return Path.of(place.substring(SCHEME.length()));
    }
  }
}
