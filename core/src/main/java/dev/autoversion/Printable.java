package dev.autoversion;

/** Text from outside, made fit for a log line or a message: controls escaped, length bounded. */
final class Printable {
  private static final int MAXIMUM_LENGTH = 200;

  private Printable() {}

  /** {@code a\nb} gives {@code 'a\u000ab'}. */
  static String quote(String text) {
    StringBuilder shown = new StringBuilder("'");
    int end = Math.min(text.length(), MAXIMUM_LENGTH);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        shown.append(c);
      } else {
        shown.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
      }
    }
    return shown.append(end < text.length() ? "…'" : "'").toString();
  }

  private static boolean isPlain(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
