package dev.autoversion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The first digits of the SHA-256 of the bytes, as {@code sha256sum} prints it. */
record ContentHashStrategy(int length) implements VersionStrategy {
  private static final int MINIMUM_LENGTH = 8;
  private static final int MAXIMUM_LENGTH = 64;
  // Most assets are small; a buffer of 64 KiB costs more than reading them (twice at 800 B).
  private static final int FIRST_BUFFER = 1 << 13;
  private static final int LARGEST_BUFFER = 1 << 16;

  static ContentHashStrategy of(int length) {
    if (length < MINIMUM_LENGTH || length > MAXIMUM_LENGTH) {
      throw new IllegalArgumentException(
          "a content hash has 8 to 64 hex digits, not " + length + "; 12 is the default");
    }
    return new ContentHashStrategy(length);
  }

  /** The version of a text, with the default length. */
  static Version versionOfText(String text) {
    return of(12).version(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Version versionOf(Asset asset) throws IOException {
    MessageDigest sha256 = sha256();
    try (InputStream bytes = WrappedAsset.opened(asset)) {
      if (bytes instanceof ByteArrayInputStream) { // They are already in memory.
        bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
      } else {
        update(sha256, bytes);
      }
    }
    return version(sha256.digest());
  }

  private static void update(MessageDigest sha256, InputStream bytes) throws IOException {
    byte[] buffer = new byte[FIRST_BUFFER];
    for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
      sha256.update(buffer, 0, n);
      if (n == buffer.length && n < LARGEST_BUFFER) {
        buffer = new byte[LARGEST_BUFFER];
      }
    }
  }

  /** Equal bytes linked in the same way give an equal version, whatever the files' names. */
  @Override
  public Version versionOf(Bundle bundle) {
    MessageDigest sha256 = sha256();
    for (int i = 0; i < bundle.versions().size(); i++) {
      String line = bundle.versions().get(i) + " " + bundle.references().get(i) + "\n";
      sha256.update(line.getBytes(StandardCharsets.US_ASCII));
    }
    return version(sha256.digest());
  }

  @Override
  public boolean identifiesContent() {
    return true;
  }

  private Version version(byte[] hash) {
    return new Version(HexFormat.of().formatHex(hash, 0, (length + 1) / 2).substring(0, length));
  }

  @Override
  public boolean couldGive(Version version) {
    return version.value().length() == length && version.isHex();
  }

  @Override
  public String toString() {
    return "contentHash(" + length + ")";
  }

  static MessageDigest sha256() {
    return digest("SHA-256");
  }

  static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform since 9 has " + name, e);
    }
  }
}
