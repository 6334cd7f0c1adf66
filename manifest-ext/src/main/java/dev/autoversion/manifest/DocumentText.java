package dev.autoversion.manifest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file: UTF-8, or UTF-16 where a byte order mark says so. */
final class DocumentText {
  private DocumentText() {}

  /** The text without its byte order mark; malformed bytes are an error, not a replacement. */
  static String of(byte[] bytes) throws CharacterCodingException {
    int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    Charset charset =
        switch (mark) {
          case 0xfeff -> StandardCharsets.UTF_16BE;
          case 0xfffe -> StandardCharsets.UTF_16LE;
          default -> StandardCharsets.UTF_8;
        };
    String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
