package dev.autoversion.page;

import java.util.HexFormat;

/** How a text is written into HTML. */
final class Html {
  private Html() {}

  /** For the value of an attribute: {@code a&"b} gives {@code a&amp;&quot;b}. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        // Jinjava renders printed text again if it contains two of them.
        case '{' -> escaped.append("&#123;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /**
   * A string literal for a script; its text can end neither the string nor the script: {@code
   * "a\u003cb"}.
   */
  static String string(String text) {
    StringBuilder string = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && "\"\\<>&'{".indexOf(c) < 0) {
        string.append(c);
      } else {
        string.append("\\u").append(HexFormat.of().toHexDigits(c));
      }
    }
    return string.append('"').toString();
  }
}
