package dev.autoversion.reference;

/**
 * What a byte may be part of: the definitions of CSS Syntax Level 3, section 4.2.
 *
 * <p>A byte above 0x7F is part of a character above U+007F, and NUL is read as U+FFFD; both are
 * name characters.
 */
final class ByteClass {
  private static final int NAME = 1;
  private static final int NAME_START = 2;
  private static final int SPACE = 4;
  private static final int NEWLINE = 8;
  private static final int HEX = 16;
  private static final int STOPS_STRING = 32;
  private static final int STOPS_URL = 64;
  private static final int STARTS_TOKEN = 128;
  private static final int ENDS_STATEMENT = 256;
  private static final short[] CLASSES = classes();

  private ByteClass() {}

  static boolean isName(byte b) {
    return (CLASSES[b & 0xFF] & NAME) != 0;
  }

  static boolean isNameStart(byte b) {
    return (CLASSES[b & 0xFF] & NAME_START) != 0;
  }

  static boolean isSpace(byte b) {
    return (CLASSES[b & 0xFF] & SPACE) != 0;
  }

  static boolean isNewline(byte b) {
    return (CLASSES[b & 0xFF] & NEWLINE) != 0;
  }

  static boolean isHex(byte b) {
    return (CLASSES[b & 0xFF] & HEX) != 0;
  }

  static boolean isQuote(byte b) {
    return b == '"' || b == '\'';
  }

  /** Whether it may end or interrupt a string: quotes, backslash, newline. */
  static boolean stopsString(byte b) {
    return (CLASSES[b & 0xFF] & STOPS_STRING) != 0;
  }

  /** Whether it may end or interrupt an unquoted URL. */
  static boolean stopsUrl(byte b) {
    return (CLASSES[b & 0xFF] & STOPS_URL) != 0;
  }

  /** Whether it may start, end or hide a token that is not plain, apart from those below. */
  static boolean startsToken(byte b) {
    return (CLASSES[b & 0xFF] & STARTS_TOKEN) != 0;
  }

  /** Whether a statement may start after it: semicolon, curly brackets. */
  static boolean endsStatement(byte b) {
    return (CLASSES[b & 0xFF] & ENDS_STATEMENT) != 0;
  }

  private static short[] classes() {
    short[] classes = new short[256];
    for (int b = 0x80; b <= 0xFF; b++) {
      classes[b] = NAME | NAME_START;
    }
    for (int b = 1; b < ' '; b++) {
      classes[b] = STOPS_URL;
    }
    mark(classes, "\u007f\"'()\\ ", STOPS_URL);
    mark(classes, "\0_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", NAME | NAME_START);
    mark(classes, "-0123456789", NAME);
    mark(classes, "0123456789abcdefABCDEF", HEX);
    mark(classes, " \t\n\r\f", SPACE);
    mark(classes, "\n\r\f", NEWLINE);
    mark(classes, "\n\r\f\"'\\", STOPS_STRING);
    mark(classes, "\"'()[]/@<>\\", STARTS_TOKEN);
    mark(classes, ";{}", ENDS_STATEMENT);
    return classes;
  }

  private static void mark(short[] classes, String characters, int bits) {
    for (int i = 0; i < characters.length(); i++) {
      classes[characters.charAt(i)] |= (short) bits;
    }
  }
}
