package dev.autoversion.reference;

/**
 * The smallest change that gives a reference another value: {@code [from, to)} becomes the text.
 *
 * @param from index of the first byte to remove
 * @param to index after the last byte to remove
 * @param text the replacement; ASCII in a stylesheet, which may have any charset
 */
record Splice(int from, int to, String text) {

  static Splice of(EncodedText source, Span reference, String value, String replacement) {
    byte[] raw = source.scanned();
    Form form = Form.of(raw, reference.start());
    CharacterMap map = CharacterMap.of(source, reference, value.length());
    int prefix = prefix(value, replacement, map);
    prefix -= prefix > 0 && isBackslash(raw, map, prefix - 1) ? 1 : 0;
    int suffix = suffix(value, replacement, map, prefix);
    int last = value.length() - suffix;
    int before = prefix == 0 ? reference.start() : map.end(prefix - 1);
    int from = prefix < last ? map.start(prefix) : before;
    int to = prefix < last ? map.end(last - 1) : before;
    String text = form.written(replacement.substring(prefix, replacement.length() - suffix));
    boolean joins =
        prefix > 0
            && from == before
            && Escape.runsOn(raw, map.start(prefix - 1), from, next(raw, text, to));
    return new Splice(from, to, joins ? " " + text : text);
  }

  /** The number of characters at the start that stay. */
  private static int prefix(String value, String replacement, CharacterMap map) {
    int most = Math.min(value.length(), replacement.length());
    int prefix = 0;
    while (prefix < most && value.charAt(prefix) == replacement.charAt(prefix)) {
      prefix++;
    }
    while (map.splits(prefix)) {
      prefix--;
    }
    return prefix;
  }

  /** Whether the unit is a lone backslash at the end, which would escape what follows it. */
  private static boolean isBackslash(byte[] raw, CharacterMap map, int index) {
    return map.end(index) - map.start(index) == 1 && raw[map.start(index)] == '\\';
  }

  /** The number of characters at the end that stay, after {@code prefix} in both. */
  private static int suffix(String value, String replacement, CharacterMap map, int prefix) {
    int length = value.length();
    int most = Math.min(length, replacement.length()) - prefix;
    int shift = replacement.length() - length;
    int last = length;
    while (length - last < most && value.charAt(last - 1) == replacement.charAt(last - 1 + shift)) {
      last--;
    }
    while (map.splits(last)) {
      last++;
    }
    return length - last;
  }

  /** The byte that will follow the part that stays at the start; a quote at the end of the text. */
  private static byte next(byte[] raw, String text, int to) {
    if (!text.isEmpty()) {
      return (byte) text.charAt(0);
    }
    return to < raw.length ? raw[to] : (byte) '"';
  }
}
