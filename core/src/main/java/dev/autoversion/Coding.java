package dev.autoversion;

import org.jspecify.annotations.Nullable;

/**
 * A content coding (RFC 9110, 8.4.1): a browser decodes it before it uses the bytes. The order of
 * the constants is our preference if the browser has none: it decodes all of them equally well.
 */
enum Coding {
  BR("br", ".br"),
  ZSTD("zstd", ".zst"),
  GZIP("gzip", ".gz"),
  IDENTITY("identity", "");

  private final String token;
  private final String extension;

  Coding(String token, String extension) {
    this.token = token;
    this.extension = extension;
  }

  /** Its name in headers. */
  String token() {
    return token;
  }

  /** The extension that is added to the name of the original file. */
  String extension() {
    return extension;
  }

  /** The coding with a name in a header; null if unknown. */
  static @Nullable Coding named(String text) {
    if (text.equalsIgnoreCase("x-gzip")) { // An old name, still valid (RFC 9110, 8.4.1.3).
      return GZIP;
    }
    for (Coding coding : values()) {
      if (coding.token.equalsIgnoreCase(text)) {
        return coding;
      }
    }
    return null;
  }
}
