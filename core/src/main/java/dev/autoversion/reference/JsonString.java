package dev.autoversion.reference;

import java.util.HexFormat;

/** Converts JSON strings to text (RFC 8259, section 7) and back. */
final class JsonString {
  private static final String SHORT = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";

  private JsonString() {}

  /** The text of a string whose escapes are well formed. */
  static String value(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder value = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        value.append(c);
      } else if (raw.charAt(++i) == 'u') {
        value.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
        i += 4;
      } else {
        value.append(MEANT.charAt(SHORT.indexOf(raw.charAt(i))));
      }
    }
    return value.toString();
  }

  /** {@code a"b} gives {@code a\"b}. */
  static String escape(String value) {
    StringBuilder escaped = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ' || isUnpaired(value, i)) {
        escaped.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Whether a character is half of a pair whose other half is not beside it. */
  private static boolean isUnpaired(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
            && (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1)))
        || Character.isLowSurrogate(c)
            && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
