package dev.autoversion.reference;

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

  /** Appends one character's escape and tells where it ends. */
  private static int append(String raw, int at, StringBuilder value) {
    char c = raw.charAt(at);
    switch (c) {
      case 'x' -> {
        return appendHex(raw, at + 1, at + 3, value);
      }
      case 'u' -> {
        boolean braces = raw.startsWith("{", at + 1);
        int end = braces ? raw.indexOf('}', at) : at + 5;
        return braces
            ? Math.min(appendHex(raw, at + 2, end, value) + 1, raw.length())
            : appendHex(raw, at + 1, end, value);
      }
      case '\r' -> {
        return raw.startsWith("\n", at + 1) ? at + 2 : at + 1;
      }
      case '\n', '\u2028', '\u2029' -> {
        return at + 1;
      }
      default -> {
        int simple = "bfnrtv0".indexOf(c);
        value.append(simple < 0 ? c : "\b\f\n\r\t\u000b\0".charAt(simple));
        return at + 1;
      }
    }
  }

  private static int appendHex(String raw, int from, int to, StringBuilder value) {
    int code = 0;
    if (to <= from || to > raw.length()) {
      return from;
    }
    for (int i = from; i < to; i++) {
      int digit = raw.charAt(i) < 0x80 ? Character.digit(raw.charAt(i), 16) : -1;
      if (digit < 0 || code > Character.MAX_CODE_POINT >> 4) {
        return from;
      }
      code = code << 4 | digit;
    }
    value.appendCodePoint(code);
    return to;
  }
}
