package dev.autoversion.fingerprint;

import java.util.Arrays;
import java.util.Optional;

/** A content coding of a copy: {@code app-9f3c2ab1d04e.js.br} is the Brotli file. */
public enum ContentCoding {
  /** Brotli: for most files the smallest, and by far the slowest to make. */
  BROTLI("br", ".br"),
  /** Zstandard, with a window that browsers accept. */
  ZSTD("zstd", ".zst"),
  /** gzip, which every client accepts. */
  GZIP("gzip", ".gz");

  private final String token;
  private final String extension;

  ContentCoding(String token, String extension) {
    this.token = token;
    this.extension = extension;
  }

  /** {@return the name in HTTP and in the manifest: {@code br}} */
  public String token() {
    return token;
  }

  /** {@return the extension of its files: {@code .br}} */
  public String extension() {
    return extension;
  }

  /**
   * The coding of a name: {@code br} gives {@link #BROTLI}.
   *
   * @param token the name in HTTP
   * @return the coding, or empty if it is none of these
   */
  public static Optional<ContentCoding> of(String token) {
    return Arrays.stream(values()).filter(coding -> coding.token.equals(token)).findFirst();
  }
}
