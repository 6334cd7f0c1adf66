package dev.autoversion.manifest;

import java.io.IOException;

/** What is wrong with a manifest, in full sentences for whoever runs the build. */
final class Malformed extends IOException {
  private static final long serialVersionUID = 1L;

  Malformed(String message) {
    super(message);
  }

  Malformed(String message, Throwable cause) {
    super(message, cause);
  }
}
