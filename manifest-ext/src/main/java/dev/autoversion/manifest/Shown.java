package dev.autoversion.manifest;

import java.util.HexFormat;

/** Text from a manifest, prepared for a message: control characters escaped, long text cut. */
final class Shown {
  private static final int LONGEST = 200;

  private Shown() {}

  /** {@code a\nb} gives {@code 'a\u000ab'}. */
  static String quoted(String text) {
    return "'" + plain(text) + "'";
  }

  /** {@code a\nb} gives {@code a\u000ab}. */
  static String plain(String text) {
    boolean cut = text.length() > LONGEST;
    String part = cut ? text.substring(0, LONGEST) : text;
    StringBuilder shown = new StringBuilder(part.length());
    part.chars().forEach(c -> append(shown, (char) c));
    return cut ? shown.append('…').toString() : shown.toString();
  }

  private static void append(StringBuilder shown, char c) {
    boolean plain =
        switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SURROGATE ->
              false;
          default -> true;
        };
    if (plain) {
      shown.append(c);
    } else {
      shown.append("\\u").append(HexFormat.of().toHexDigits(c));
    }
  }
}
