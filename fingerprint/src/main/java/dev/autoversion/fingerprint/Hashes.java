package dev.autoversion.fingerprint;

import dev.autoversion.Version;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Computes two values from bytes that pass through: their version, which is the first twelve digits
 * that {@code sha256sum} prints, and the value of the HTML attribute {@code integrity}.
 */
final class Hashes {
  private static final int DIGITS = 12;

  private final MessageDigest sha256 = digest("SHA-256");
  private final MessageDigest sha384 = digest("SHA-384");
  private long length;

  static Hashes of(byte[] bytes) {
    Hashes hashes = new Hashes();
    hashes.update(bytes, bytes.length);
    return hashes;
  }

  void update(byte[] bytes, int count) {
    sha256.update(bytes, 0, count);
    sha384.update(bytes, 0, count);
    length += count;
  }

  /** The values of what was read since the last call. */
  Content content() {
    Content content =
        new Content(
            new Version(HexFormat.of().formatHex(sha256.digest(), 0, DIGITS / 2)),
            "sha384-" + Base64.getEncoder().encodeToString(sha384.digest()),
            length);
    length = 0;
    return content;
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform since 9 has " + name, e);
    }
  }
}
