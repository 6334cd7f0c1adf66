package dev.autoversion;

import org.jspecify.annotations.Nullable;

/**
 * A content coding (RFC 9110, 8.4.1): what a browser undoes before it uses the bytes. Their order
 * is our preference where a browser has none: it decodes all of them equally well.
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

  /** As headers name it. */
  String token() {
    return token;
  }

  /** What the name of a file has behind that of the file it was made of. */
  String extension() {
    return extension;
  }

  /** The coding of a name in a header; null for any other. */
  static @Nullable Coding named(String text) {
    if (text.equalsIgnoreCase("x-gzip")) { // An old name that still counts (RFC 9110, 8.4.1.3).
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
