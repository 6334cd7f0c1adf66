package dev.autoversion.reference;

import java.util.Optional;

/** Converts the values of XML attributes to text and back. */
final class XmlText {
  private XmlText() {}

  /**
   * {@code a&amp;b} gives {@code a&b}, and a line end a space, as in XML; empty if there is an
   * entity other than XML's five.
   */
  static Optional<String> value(String text) {
    String raw = text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    if (raw.indexOf('&') < 0) {
      return Optional.of(raw);
    }
    StringBuilder value = new StringBuilder(raw.length());
    int at = 0;
    for (int amp = raw.indexOf('&'); amp >= 0; amp = raw.indexOf('&', at)) {
      int end = raw.indexOf(';', amp);
      int character = end < 0 || end - amp > 10 ? -1 : character(raw.substring(amp + 1, end));
      if (character < 0) {
        return Optional.empty();
      }
      value.append(raw, at, amp).appendCodePoint(character);
      at = end + 1;
    }
    return Optional.of(value.append(raw, at, raw.length()).toString());
  }

  /** {@code a&b} gives {@code a&amp;b}. */
  static String escape(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;")
        .replace("\n", "&#10;")
        .replace("\r", "&#13;")
        .replace("\t", "&#9;");
  }

  private static int character(String name) {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> name.startsWith("#") ? number(name.substring(1)) : -1;
    };
  }

  private static int number(String text) {
    boolean hexadecimal = text.startsWith("x");
    String digits = hexadecimal ? text.substring(1) : text;
    int radix = hexadecimal ? 16 : 10;
    boolean valid =
        !digits.isEmpty()
            && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
    long number = valid ? Long.parseLong(digits, radix) : 0;
    boolean surrogate = number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE;
    return number > 0 && number <= Character.MAX_CODE_POINT && !surrogate ? (int) number : -1;
  }
}
