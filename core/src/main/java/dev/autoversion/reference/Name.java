package dev.autoversion.reference;

/** The name of a function or at-rule, in any case and with any escapes: {@code u\72L}. */
final class Name {
  private Name() {}

  /** Whether the raw name {@code [from, to)} is {@code name}, which is in lower case. */
  static boolean is(String name, byte[] text, int from, int to) {
    int at = from;
    for (int i = 0; i < name.length(); i++) {
      if (at >= to || lowerCase(character(text, at, to)) != name.charAt(i)) {
        return false;
      }
      at = text[at] == '\\' ? Escape.end(text, at, to) : at + 1;
    }
    return at == to;
  }

  /** Whether a name starts at {@code from}. */
  static boolean startsAt(byte[] text, int from, int end) {
    if (from >= end) {
      return false;
    }
    if (text[from] != '-') {
      return ByteClass.isNameStart(text[from]) || Escape.isValid(text, from, end);
    }
    int next = from + 1;
    return next < end
        && (text[next] == '-'
            || ByteClass.isNameStart(text[next])
            || Escape.isValid(text, next, end));
  }

  private static int character(byte[] text, int at, int to) {
    if (text[at] != '\\') {
      return text[at];
    }
    if (Escape.isHex(text, at, to)) {
      return Escape.codePoint(text, at, to);
    }
    return at + 1 < to ? text[at + 1] : Escape.REPLACEMENT;
  }

  private static int lowerCase(int c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}
