package dev.autoversion.reference;

/** Counts lines as it goes forward through a text; a carriage return and line feed end one line. */
final class LineCount {
  private final byte[] text;
  private int counted;
  private int line = 1;

  LineCount(byte[] text) {
    this.text = text;
  }

  /** The line of {@code index}, which is not before the index of the last call. */
  int at(int index) {
    for (; counted < index; counted++) {
      byte b = text[counted];
      // From line feed to carriage return; one of the two control characters in between is a
      // newline.
      if (b >= '\n' && b <= '\r' && endsLine(b)) {
        line++;
      }
    }
    return line;
  }

  private boolean endsLine(byte b) {
    boolean crLf = b == '\r' && counted + 1 < text.length && text[counted + 1] == '\n';
    return ByteClass.isNewline(b) && !crLf;
  }
}
