package dev.autoversion.reference;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The raw text of a reference in UTF-8, and how its format writes special characters.
 *
 * @param escape writes a value in the format
 */
record EscapedText(byte[] bytes, Span raw, UnaryOperator<String> escape) {
  /** The smallest change that gives the reference another value; none in malformed text. */
  Optional<Splice> replaced(String replacement) {
    String before = new String(bytes, raw.start(), raw.end() - raw.start(), StandardCharsets.UTF_8);
    String after = escape.apply(replacement);
    if (before.indexOf('\ufffd') >= 0 || after.indexOf('\ufffd') >= 0) {
      return Optional.empty();
    }
    int prefix = 0;
    int most = Math.min(before.length(), after.length());
    while (prefix < most && before.charAt(prefix) == after.charAt(prefix)) {
      prefix++;
    }
    prefix -= prefix > 0 && Character.isHighSurrogate(before.charAt(prefix - 1)) ? 1 : 0;
    int suffix = 0;
    while (suffix < most - prefix
        && before.charAt(before.length() - 1 - suffix)
            == after.charAt(after.length() - 1 - suffix)) {
      suffix++;
    }
    suffix -=
        suffix > 0 && Character.isLowSurrogate(before.charAt(before.length() - suffix)) ? 1 : 0;
    return Optional.of(
        new Splice(
            raw.start() + length(before.substring(0, prefix)),
            raw.end() - length(before.substring(before.length() - suffix)),
            after.substring(prefix, after.length() - suffix)));
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
