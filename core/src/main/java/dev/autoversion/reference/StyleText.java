package dev.autoversion.reference;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A style in XML as CSS reads it, with its entities resolved, and where each byte comes from. */
final class StyleText {
  private static final int LONGEST_ENTITY = 11;

  private final byte[] bytes;
  private final int[] places;
  private final boolean escaped;

  private StyleText(byte[] bytes, int[] places, boolean escaped) {
    this.bytes = bytes;
    this.places = places;
    this.escaped = escaped;
  }

  /** In a CDATA section, where an ampersand is one. */
  static StyleText plain(byte[] svg, Span raw) {
    byte[] bytes = Arrays.copyOfRange(svg, raw.start(), raw.end());
    return new StyleText(bytes, new int[] {raw.start()}, false);
  }

  /**
   * Elsewhere: {@code url(&quot;a.png&quot;)} is {@code url("a.png")}; nothing where there is
   * another entity than XML's five.
   */
  static Optional<StyleText> of(byte[] svg, Span raw) {
    byte[] bytes = Arrays.copyOfRange(svg, raw.start(), raw.end());
    int first = 0;
    while (first < bytes.length && bytes[first] != '&') {
      first++;
    }
    return first == bytes.length
        ? Optional.of(new StyleText(bytes, new int[] {raw.start()}, true))
        : resolved(bytes, raw.start());
  }

  private static Optional<StyleText> resolved(byte[] raw, int start) {
    byte[] bytes = new byte[raw.length]; // Each entity is longer than what it stands for.
    int[] places = new int[raw.length];
    int length = 0;
    int at = 0;
    while (at < raw.length) {
      int end = raw[at] == '&' ? endOfEntity(raw, at) : at + 1;
      byte[] read = end > at + 1 ? entity(raw, at, end) : new byte[0];
      if (read.length == 0 && raw[at] == '&') {
        return Optional.empty();
      }
      places[length] = start + at;
      bytes[length] = raw[at];
      System.arraycopy(read, 0, bytes, length, read.length);
      Arrays.fill(places, length, length + read.length, start + at);
      length += Math.max(1, read.length);
      at = end;
    }
    places[length] = start + at;
    return Optional.of(new StyleText(Arrays.copyOf(bytes, length), places, true));
  }

  /** Behind its semicolon; where it stands if it has none. */
  private static int endOfEntity(byte[] raw, int at) {
    int last = Math.min(raw.length, at + LONGEST_ENTITY);
    for (int i = at; i < last; i++) {
      if (raw[i] == ';') {
        return i + 1;
      }
    }
    return at;
  }

  private static byte[] entity(byte[] raw, int from, int to) {
    String text = new String(raw, from, to - from, StandardCharsets.UTF_8);
    return XmlText.value(text).orElse("").getBytes(StandardCharsets.UTF_8);
  }

  Stylesheet stylesheet() {
    return Stylesheet.of(bytes);
  }

  /** Where a byte of the style stands in the file. */
  int place(int at) {
    return places.length == 1 ? places[0] + at : places[at];
  }

  /** A text of the style as the file has it. */
  String written(String text) {
    return escaped ? XmlText.escape(text) : text;
  }
}
