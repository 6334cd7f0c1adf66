package dev.autoversion;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A stylesheet with versioned references, and what it was made of.
 *
 * @param etag a strong entity tag of the bytes, with its quotes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record RewrittenStylesheet(Stamp stamp, Version version, byte[] bytes, String etag) {
  private static final int ETAG_DIGITS = 32;

  /** An entity tag is half of the SHA-256 of the bytes. */
  static String etag(byte[] bytes) {
    MessageDigest sha256 = ContentHashStrategy.sha256();
    return "\"" + HexFormat.of().formatHex(sha256.digest(bytes)).substring(0, ETAG_DIGITS) + "\"";
  }

  boolean isOf(Stamp otherStamp, Version otherVersion) {
    return version.equals(otherVersion) && stamp.equals(otherStamp);
  }
}
