package dev.autoversion.reference;

import java.util.Arrays;

/** Where in the raw text of a reference each character of its value is. */
final class CharacterMap {
  private final int[] starts;
  private final int[] ends;

  private CharacterMap(int[] starts, int[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  static CharacterMap of(EncodedText source, Span reference, int length) {
    int[] starts = new int[length];
    int[] ends = new int[length];
    if (source.isPlain(reference)) {
      // Nearly all are plain; this makes rewriting Font Awesome 5 % faster than unit by unit.
      Arrays.setAll(starts, i -> reference.start() + i);
      Arrays.setAll(ends, i -> reference.start() + i + 1);
      return new CharacterMap(starts, ends);
    }
    RawText raw = new RawText(source, reference);
    StringBuilder value = new StringBuilder(length);
    for (int at = reference.start(); at < reference.end(); ) {
      int first = value.length();
      int end = raw.append(at, value);
      Arrays.fill(starts, first, value.length(), at);
      Arrays.fill(ends, first, value.length(), end);
      at = end;
    }
    return new CharacterMap(starts, ends);
  }

  /** Where the unit that gives the character starts. */
  int start(int index) {
    return starts[index];
  }

  /** The index after the unit that gives the character. */
  int end(int index) {
    return ends[index];
  }

  /** Whether the characters on both sides of {@code index} come from one unit. */
  boolean splits(int index) {
    return index > 0 && index < starts.length && starts[index - 1] == starts[index];
  }
}
