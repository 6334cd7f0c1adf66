package dev.autoversion;

import java.util.HexFormat;

/** Text from outside, made fit for a log line or a message: controls escaped. */
final class Printable {
  private static final int MAXIMUM_LENGTH = 200;

  private Printable() {}

  /** {@code a\nb} gives {@code 'a\u000ab'}; of long text only the beginning. */
  static String quote(String text) {
    return text.length() > MAXIMUM_LENGTH
        ? "'" + escape(text.substring(0, MAXIMUM_LENGTH)) + "…'"
        : "'" + escape(text) + "'";
  }

  /** {@code a\nb} gives {@code a\u000ab}, whatever its length. */
  static String escape(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        shown.append(c);
      } else {
        shown.append("\\u").append(HexFormat.of().toHexDigits(c));
      }
    }
    return shown.toString();
  }

  /** What an object of the user's own calls itself; another text where that is only Java's. */
  static String described(Object object, String otherwise) {
    String text = object.toString();
    return text.startsWith(object.getClass().getName() + "@") ? otherwise : text;
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
