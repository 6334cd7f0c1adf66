package dev.autoversion.reference;

import java.util.HexFormat;

/** The text that a string literal stands for (ECMAScript, 12.9.4). */
final class ScriptString {
  private ScriptString() {}

  /** {@code a\x2Eb} gives {@code a.b}; a malformed escape stays as it is. */
  static String value(String raw) {
    int backslash = raw.indexOf('\\');
    if (backslash < 0) {
      return raw;
    }
    StringBuilder value = new StringBuilder(raw.length());
    int at = 0;
    while (backslash >= 0) {
      value.append(raw, at, backslash);
      at = backslash + 1 < raw.length() ? append(raw, backslash + 1, value) : raw.length();
      backslash = raw.indexOf('\\', at);
    }
    return value.append(raw, at, raw.length()).toString();
  }

  /** Appends one character's escape and returns where it ends. */
  private static int append(String raw, int at, StringBuilder value) {
    char c = raw.charAt(at);
    return switch (c) {
      case 'x' -> append(code(raw, at + 1, at + 3), at, at + 3, value);
      case 'u' -> {
        boolean braces = raw.startsWith("{", at + 1);
        int end = braces ? endOfDigits(raw, at + 2) : at + 5;
        yield braces
            ? append(raw.startsWith("}", end) ? code(raw, at + 2, end) : -1, at, end + 1, value)
            : append(code(raw, at + 1, end), at, end, value);
      }
      case '\r' -> raw.startsWith("\n", at + 1) ? at + 2 : at + 1;
      case '\n', '\u2028', '\u2029' -> at + 1;
      default -> {
        int simple = "bfnrtv0".indexOf(c);
        value.append(simple < 0 ? c : "\b\f\n\r\t\u000b\0".charAt(simple));
        yield at + 1;
      }
    };
  }

  /** Appends a character, or a backslash if there is none; returns where to continue. */
  private static int append(int code, int at, int behind, StringBuilder value) {
    if (code < 0) {
      value.append('\\');
      return at;
    }
    value.appendCodePoint(code);
    return behind;
  }

  /** The code point of hexadecimal digits; -1 if they are not digits, or not a code point. */
  private static int code(String raw, int from, int to) {
    if (to <= from || to > raw.length() || endOfDigits(raw, from) < to) {
      return -1;
    }
    int code = 0;
    for (int i = from; i < to; i++) {
      if (code > Character.MAX_CODE_POINT >> 4) {
        return -1;
      }
      code = code << 4 | Character.digit(raw.charAt(i), 16);
    }
    return code;
  }

  private static int endOfDigits(String raw, int from) {
    int at = from;
    while (at < raw.length() && HexFormat.isHexDigit(raw.charAt(at))) {
      at++;
    }
    return at;
  }
}
