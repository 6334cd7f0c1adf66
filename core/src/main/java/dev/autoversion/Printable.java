package dev.autoversion;

import java.util.HexFormat;

/** Text from outside, prepared for a log line or a message: control characters are escaped. */
final class Printable {
  private static final int MAXIMUM_LENGTH = 200;

  private Printable() {}

  /** {@code a\nb} gives {@code 'a\u000ab'}; only the beginning of long text. */
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

  /** The {@code toString} of a user's own object; another text if that is Java's default. */
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
