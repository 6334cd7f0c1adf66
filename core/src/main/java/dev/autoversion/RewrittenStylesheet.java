package dev.autoversion;

import java.security.MessageDigest;
import java.util.HexFormat;

/** A stylesheet with versioned references, and what it was made of. */
record RewrittenStylesheet(Stamp stamp, Version version, Delivery.Body body) {
  private static final int ETAG_DIGITS = 32;

  /** Bytes with their entity tag, which is half of their SHA-256. */
  static Delivery.Body body(byte[] bytes) {
    MessageDigest sha256 = ContentHashStrategy.sha256();
    String digits = HexFormat.of().formatHex(sha256.digest(bytes)).substring(0, ETAG_DIGITS);
    return new Delivery.Body(bytes, "\"" + digits + "\"");
  }

  boolean isOf(Sighting.Seen seen) {
    return version.equals(seen.version()) && stamp.equals(seen.stamp());
  }

  int size() {
    return body.bytes().length;
  }
}
