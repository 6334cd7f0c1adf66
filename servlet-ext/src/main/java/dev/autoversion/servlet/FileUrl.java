package dev.autoversion.servlet;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The URL of a file or folder on disk: {@code file:/srv/my%20site}. */
final class FileUrl {
  static final String SCHEME = "file:";

  private FileUrl() {}

  /**
   * The path behind a text that starts with the scheme; if that is no URL, it is taken literally.
   */
  static Path path(String url) {
    try {
      // A number sign is part of the name: a file has no fragment.
      return new File(new URI(url.replace("#", "%23")).getSchemeSpecificPart()).toPath();
    } catch (URISyntaxException e) {
      return Path.of(url.substring(SCHEME.length()));
    }
  }
}
