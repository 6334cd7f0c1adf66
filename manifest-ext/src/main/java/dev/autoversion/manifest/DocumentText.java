package dev.autoversion.manifest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file: UTF-8, or UTF-16 if a byte order mark says so. Malformed bytes are an error,
 * not a replacement.
 *
 * @param start the index after the mark
 */
record DocumentText(byte[] bytes, int start, Charset charset) {
  static DocumentText of(byte[] bytes) {
    int two = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    boolean three = two == 0xefbb && bytes.length > 2 && (bytes[2] & 0xff) == 0xbf;
    return switch (two) {
      case 0xfeff -> new DocumentText(bytes, 2, StandardCharsets.UTF_16BE);
      case 0xfffe -> new DocumentText(bytes, 2, StandardCharsets.UTF_16LE);
      default -> new DocumentText(bytes, three ? 3 : 0, StandardCharsets.UTF_8);
    };
  }

  /** Reads piece by piece: in a fresh heap, touching memory costs more than decoding. */
  Reader reader() {
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, start, bytes.length - start), charset.newDecoder());
  }

  /** The whole text. */
  String text() throws IOException {
    StringWriter text = new StringWriter(bytes.length);
    try (Reader reader = reader()) {
      reader.transferTo(text);
    }
    return text.toString();
  }

  /** The first character that is not blank, or 0 if there is none. */
  char first() {
    int at = start;
    while (at < bytes.length && isBlank(bytes[at])) {
      at++;
    }
    return at == bytes.length ? 0 : (char) (bytes[at] & 0xff);
  }

  /** The last character that is not blank, or 0 if there is none. */
  char last() {
    int at = bytes.length - 1;
    while (at >= start && isBlank(bytes[at])) {
      at--;
    }
    return at < start ? 0 : (char) (bytes[at] & 0xff);
  }

  /** Blanks, and the other half of a character in UTF-16. */
  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == 0;
  }
}
