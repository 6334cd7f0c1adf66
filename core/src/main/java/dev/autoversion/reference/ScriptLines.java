package dev.autoversion.reference;

/** Counts a script's lines as it goes forward; ECMAScript has two more line ends than CSS. */
final class ScriptLines {
  private final ScriptText text;
  private int counted;
  private int line = 1;

  ScriptLines(ScriptText text) {
    this.text = text;
  }

  /** The line of {@code index}, which is not before the index of the last call. */
  int at(int index) {
    for (int end = text.endOfLine(counted, index);
        end < index;
        end = text.endOfLine(counted, index)) {
      boolean two = text.at(end) == '\r' && text.at(end + 1) == '\n';
      counted = text.at(end) == 0xE2 ? end + 3 : two ? end + 2 : end + 1;
      line++;
    }
    // The whole script may be one line, with many references in it.
    counted = index;
    return line;
  }
}
