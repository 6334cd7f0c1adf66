package dev.autoversion.reference;

/** The raw text of a reference, in units: an escape, a run of non-ASCII bytes, or one byte. */
final class RawText {
  private final EncodedText source;
  private final byte[] text;
  private final int end;
  private final Form form;

  RawText(EncodedText source, Span reference) {
    this.source = source;
    this.text = source.scanned();
    this.end = reference.end();
    this.form = Form.of(text, reference.start());
  }

  /** Appends what the unit at {@code at} stands for, if anything; returns the index after it. */
  int append(int at, StringBuilder value) {
    return text[at] == '\\' ? appendEscape(at, value) : appendCharacters(at, value);
  }

  private int appendEscape(int at, StringBuilder value) {
    if (at + 1 == end) {
      // At the end of the file: in a string the backslash is ignored, elsewhere it escapes nothing.
      value.append(form == Form.UNQUOTED ? String.valueOf(Escape.REPLACEMENT) : "");
      return end;
    }
    if (Escape.isHex(text, at, end)) {
      value.appendCodePoint(Escape.codePoint(text, at, end));
      return Escape.end(text, at, end);
    }
    return ByteClass.isNewline(text[at + 1])
        ? Escape.end(text, at, end)
        : appendCharacters(at + 1, value);
  }

  private int appendCharacters(int at, StringBuilder value) {
    if (text[at] >= 0) {
      value.append(text[at] == 0 ? Escape.REPLACEMENT : (char) text[at]);
      return at + 1;
    }
    int runEnd = at + 1;
    while (runEnd < end && text[runEnd] < 0) {
      runEnd++;
    }
    value.append(source.decode(at, runEnd));
    return runEnd;
  }
}
