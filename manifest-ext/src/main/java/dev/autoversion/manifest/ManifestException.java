package dev.autoversion.manifest;

import java.io.IOException;

/** What is wrong with a manifest, in full sentences for whoever runs the build. */
final class ManifestException extends IOException {
  private static final long serialVersionUID = 1L;

  ManifestException(String message) {
    super(message);
  }

  ManifestException(String message, Throwable cause) {
    super(message, cause);
  }
}
