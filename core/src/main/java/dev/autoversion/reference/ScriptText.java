package dev.autoversion.reference;

import java.nio.charset.StandardCharsets;

/**
 * A script's bytes, and where spaces, comments, names and strings in them end. Each method goes
 * forward, never beyond the last byte.
 */
final class ScriptText {
  private static final byte[] CLASSES = classes();
  private static final int NAME = 1;
  private static final int SPACE = 2;
  private static final int STOPS_STRING = 4;
  private static final int STOPS_TEMPLATE = 8;
  private static final int STOPS_LINE = 16;
  // A byte of a non-ASCII character, which is treated as a letter unless it is a space.
  private static final int WIDE = 32;
  // Spaces and line ends of more than one byte, by their first byte.
  private static final int NO_BREAK_SPACE = 0xC2A0;
  private static final int BYTE_ORDER_MARK = 0xEFBBBF;

  private final byte[] bytes;
  final int length;

  ScriptText(byte[] bytes) {
    this.bytes = bytes;
    this.length = bytes.length;
  }

  /** The byte at an index, from 0 to 255; -1 beyond the end. */
  int at(int index) {
    return index < length ? bytes[index] & 0xFF : -1;
  }

  /** Whether a byte may be part of a name; bytes of non-ASCII letters may. */
  static boolean isName(int octet) {
    return octet >= 0 && (CLASSES[octet] & (NAME | WIDE)) != 0;
  }

  static boolean isDigit(int octet) {
    return octet >= '0' && octet <= '9';
  }

  boolean is(int from, int to, String word) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Where a name ends, including escapes. */
  int endOfName(int from) {
    int at = endOfPlainName(from);
    while (at < length) {
      int octet = bytes[at] & 0xFF;
      if (octet == '\\') {
        at = at(at + 1) == 'u' && at(at + 2) == '{' ? endOfBraces(at + 3) : at + 2;
      } else if (octet >= 0x80 && endOfWideSpace(at) == at) {
        at++;
      } else {
        return at;
      }
      at = endOfPlainName(at);
    }
    return length;
  }

  /** A fast path: most names are plain, and most of a script is names. */
  private int endOfPlainName(int from) {
    int at = from;
    while (at < length && (CLASSES[bytes[at] & 0xFF] & NAME) != 0) {
      at++;
    }
    return at;
  }

  /** Where spaces, line ends and comments end. */
  int endOfSpace(int from) {
    int at = from;
    while (at < length) {
      int octet = bytes[at] & 0xFF;
      if ((CLASSES[octet] & SPACE) != 0) {
        at++;
      } else if (octet == '/' && at(at + 1) == '/') {
        at = endOfLine(at + 2);
      } else if (octet == '/' && at(at + 1) == '*') {
        at = endOfComment(at + 2);
      } else if (octet >= 0xC2 && endOfWideSpace(at) > at) {
        at = endOfWideSpace(at);
      } else {
        return at;
      }
    }
    return length;
  }

  /** Where the line ends, before its line end. */
  int endOfLine(int from) {
    return endOfLine(from, length);
  }

  /** Where the line ends, before its line end; {@code to} if that comes first. */
  int endOfLine(int from, int to) {
    int at = from;
    while (at < to && ((CLASSES[bytes[at] & 0xFF] & STOPS_LINE) == 0 || !endsLine(at))) {
      at++;
    }
    return at;
  }

  /** Where a string's closing quote or its line end is; escapes are skipped. */
  int endOfString(int from, int quote) {
    int at = from;
    while (at < length) {
      int octet = bytes[at] & 0xFF;
      if ((CLASSES[octet] & STOPS_STRING) == 0) {
        at++;
      } else if (octet == quote || octet == '\n' || octet == '\r') {
        return at;
      } else {
        at += octet == '\\' ? escape(at) : 1;
      }
    }
    return length;
  }

  /** Where a template's last quote or its first hole is. */
  int endOfTemplate(int from) {
    for (int at = from; at < length; at++) {
      int octet = bytes[at] & 0xFF;
      if ((CLASSES[octet] & STOPS_TEMPLATE) == 0) {
        continue;
      }
      if (octet == '\\') {
        at++;
      } else if (octet == '`' || octet == '$' && at(at + 1) == '{') {
        return at;
      }
    }
    return length;
  }

  /** The index after a regular expression that begins at a slash, before its flags. */
  int endOfRegExp(int slash) {
    boolean inClass = false;
    for (int at = slash + 1; at < length; at++) {
      int octet = bytes[at];
      if (octet == '\\') {
        at++;
      } else if (octet == '[') {
        inClass = true;
      } else if (octet == ']') {
        inClass = false;
      } else if (octet == '/' && !inClass) {
        return at + 1;
      }
      if (at < length && endsLine(at)) {
        return at;
      }
    }
    return length;
  }

  /** The length of an escape: a line end of two characters counts as one. */
  private int escape(int backslash) {
    return at(backslash + 1) == '\r' && at(backslash + 2) == '\n' ? 3 : 2;
  }

  private int endOfComment(int from) {
    for (int at = from; at + 1 < length; at++) {
      if (bytes[at] == '*' && bytes[at + 1] == '/') {
        return at + 2;
      }
    }
    return length;
  }

  private int endOfBraces(int from) {
    int at = from;
    while (at < length && isName(bytes[at] & 0xFF)) {
      at++;
    }
    return at < length && bytes[at] == '}' ? at + 1 : at;
  }

  private boolean endsLine(int at) {
    int octet = bytes[at];
    return octet == '\n'
        || octet == '\r'
        || octet == (byte) 0xE2 && at(at + 1) == 0x80 && (at(at + 2) & 0xFE) == 0xA8;
  }

  /** The index after a space of more than one byte; the index itself if there is none. */
  private int endOfWideSpace(int at) {
    int two = at(at) << 8 | at(at + 1) & 0xFF;
    if (two == NO_BREAK_SPACE) {
      return at + 2;
    }
    int three = two << 8 | at(at + 2) & 0xFF;
    boolean space =
        three == BYTE_ORDER_MARK
            || three == 0xE19A80
            || three >= 0xE28080 && three <= 0xE2808A
            || three == 0xE280A8
            || three == 0xE280A9
            || three == 0xE280AF
            || three == 0xE2819F
            || three == 0xE38080;
    return space ? at + 3 : at;
  }

  private static byte[] classes() {
    byte[] classes = new byte[256];
    for (int octet = 0; octet < 256; octet++) {
      boolean letter = octet >= 'a' && octet <= 'z' || octet >= 'A' && octet <= 'Z';
      boolean name = letter || isDigit(octet) || octet == '_' || octet == '$' || octet == '#';
      classes[octet] = (byte) (name ? NAME : octet >= 0x80 ? WIDE : 0);
    }
    mark(classes, " \t\n\r\f\u000b", SPACE);
    mark(classes, "\n\r\"'\\", STOPS_STRING);
    mark(classes, "\\`$", STOPS_TEMPLATE);
    mark(classes, "\n\r\u00e2", STOPS_LINE);
    return classes;
  }

  private static void mark(byte[] classes, String octets, int flag) {
    for (char octet : octets.toCharArray()) {
      classes[octet] |= (byte) flag;
    }
  }
}
