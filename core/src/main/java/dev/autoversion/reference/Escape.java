package dev.autoversion.reference;

/**
 * A CSS escape, that is, a backslash and what belongs to it: {@code \28} and {@code \(} are the
 * same.
 */
final class Escape {
  static final char REPLACEMENT = '\uFFFD';
  private static final int MAX_DIGITS = 6;

  private Escape() {}

  /** Whether the backslash at {@code at} escapes something; before a newline it does not. */
  static boolean isValid(byte[] text, int at, int limit) {
    return text[at] == '\\' && (at + 1 >= limit || !ByteClass.isNewline(text[at + 1]));
  }

  static boolean isHex(byte[] text, int at, int limit) {
    return at + 1 < limit && ByteClass.isHex(text[at + 1]);
  }

  /** The index after the escape at {@code at}, or after an escaped newline. */
  static int end(byte[] text, int at, int limit) {
    if (isHex(text, at, limit)) {
      int digits = digitsEnd(text, at, limit);
      return digits < limit && ByteClass.isSpace(text[digits])
          ? characterEnd(text, digits, limit)
          : digits;
    }
    return at + 1 < limit ? characterEnd(text, at + 1, limit) : limit;
  }

  /** Whether {@code next}, put after the escape {@code [at, end)}, would become a part of it. */
  static boolean runsOn(byte[] text, int at, int end, byte next) {
    boolean open = text[at] == '\\' && isHex(text, at, end) && ByteClass.isHex(text[end - 1]);
    return open && (ByteClass.isHex(next) || ByteClass.isSpace(next));
  }

  /** The index after the hexadecimal digits, at most six, of the escape at {@code at}. */
  static int digitsEnd(byte[] text, int at, int limit) {
    int most = Math.min(limit, at + 1 + MAX_DIGITS);
    int i = at + 1;
    while (i < most && ByteClass.isHex(text[i])) {
      i++;
    }
    return i;
  }

  /** The code point that the hexadecimal escape at {@code at} stands for. */
  static int codePoint(byte[] text, int at, int limit) {
    int codePoint = 0;
    int end = digitsEnd(text, at, limit);
    for (int i = at + 1; i < end; i++) {
      codePoint = codePoint * 16 + Character.digit(text[i], 16);
    }
    boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= 0xDFFF;
    return codePoint == 0 || surrogate || codePoint > Character.MAX_CODE_POINT
        ? REPLACEMENT
        : codePoint;
  }

  private static int characterEnd(byte[] text, int at, int limit) {
    boolean crLf = text[at] == '\r' && at + 1 < limit && text[at + 1] == '\n';
    return crLf ? at + 2 : at + 1;
  }
}
