package dev.autoversion.reference;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A stylesheet's bytes, and how they become characters: CSS Syntax Level 3, section 3.2. */
final class EncodedText {
  private final byte[] bytes;
  private final byte[] scanned;
  private final Charset charset;
  private final int start;
  private final int end;

  private EncodedText(byte[] bytes, byte[] scanned, Charset charset, int start, int end) {
    this.bytes = bytes;
    this.scanned = scanned;
    this.charset = charset;
    this.start = start;
    this.end = end;
  }

  /** A byte order mark decides, then {@code @charset}; otherwise it is UTF-8. */
  static EncodedText of(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      // UTF-16: its ASCII characters are not single bytes, so it is not searched at all.
      return new EncodedText(bytes, bytes, StandardCharsets.UTF_8, 0, 0);
    }
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new EncodedText(bytes, bytes, StandardCharsets.UTF_8, 3, bytes.length);
    }
    Charset charset = CharsetRule.charset(bytes);
    byte[] scanned = DoubleByte.hideTrailBytes(bytes, charset);
    return new EncodedText(bytes, scanned, charset, 0, bytes.length);
  }

  /** The bytes themselves. */
  byte[] bytes() {
    return bytes;
  }

  /** The bytes, or an equal number of which each below 0x80 is an ASCII character. */
  byte[] scanned() {
    return scanned;
  }

  /** Where the text starts, after a byte order mark. */
  int start() {
    return start;
  }

  /** The index after the last byte that can be read. */
  int end() {
    return end;
  }

  /** What the raw text of a reference stands for. */
  String value(Span raw) {
    int from = raw.start();
    int to = raw.end();
    if (isPlain(raw)) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    StringBuilder value = new StringBuilder();
    RawText units = new RawText(this, raw);
    for (int at = from; at < to; ) {
      at = units.append(at, value);
    }
    return value.toString();
  }

  /** The characters of the bytes, with U+FFFD for what is malformed, as a browser reads them. */
  String decode(int from, int to) {
    return new String(bytes, from, to - from, charset);
  }

  /** Whether each byte stands for the same ASCII character. */
  boolean isPlain(Span raw) {
    for (int i = raw.start(); i < raw.end(); i++) {
      if (scanned[i] <= 0 || scanned[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] bytes, int... first) {
    for (int i = 0; i < first.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }
}
