package dev.autoversion;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Percent-encoded text (RFC 3986, section 2.1), decoded once, as strict UTF-8. */
final class PercentEncoding {
  // Characters with a special meaning in a path, in HTML or in a stylesheet.
  private static final String RESERVED = "%?#\"'()<>\\^`{|}";

  private PercentEncoding() {}

  /** {@code a%20b} gives {@code a b}; a malformed escape or malformed UTF-8 gives nothing. */
  static Optional<String> decode(String text) {
    if (text.indexOf('%') < 0) {
      return Optional.of(text);
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '%') {
        decoded.append(text.charAt(at++));
        continue;
      }
      int end = endOfRun(text, at);
      if (end == at || !appendRun(text, at, end, decoded)) {
        return Optional.empty();
      }
      at = end;
    }
    return Optional.of(decoded.toString());
  }

  /** {@code a b%.css} gives {@code a%20b%25.css}: a path that decodes to the original text. */
  static String encode(String path) {
    StringBuilder encoded = new StringBuilder(path.length());
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      if (octet > ' ' && octet < 0x7f && RESERVED.indexOf(octet) < 0) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return encoded.toString();
  }

  /** The index after a run of escapes, or the given one if any of them is malformed. */
  private static int endOfRun(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '%') {
      if (at + 2 >= text.length() || octet(text, at) < 0) {
        return from;
      }
      at += 3;
    }
    return at;
  }

  private static boolean appendRun(String text, int from, int end, StringBuilder decoded) {
    byte[] octets = new byte[(end - from) / 3];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) octet(text, from + 3 * i);
    }
    try {
      decoded.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The value of the escape at an index, or -1; ASCII digits only, unlike Character.digit. */
  private static int octet(String text, int at) {
    boolean hex =
        HexFormat.isHexDigit(text.charAt(at + 1)) && HexFormat.isHexDigit(text.charAt(at + 2));
    return hex ? HexFormat.fromHexDigits(text, at + 1, at + 3) : -1;
  }
}
