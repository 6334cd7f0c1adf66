package dev.autoversion.fingerprint;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The value of the HTML attribute {@code integrity} of bytes that go by. */
final class Integrity {
  private final MessageDigest sha384;

  Integrity() {
    try {
      sha384 = MessageDigest.getInstance("SHA-384");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform since 9 has SHA-384", e);
    }
  }

  static String of(byte[] bytes, int length) {
    Integrity integrity = new Integrity();
    integrity.sha384.update(bytes, 0, length);
    return integrity.value();
  }

  /** A stream that has what is written looked at first. */
  OutputStream before(OutputStream out) {
    return new DigestOutputStream(out, sha384);
  }

  String value() {
    return "sha384-" + Base64.getEncoder().encodeToString(sha384.digest());
  }
}
