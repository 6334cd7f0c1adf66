package dev.autoversion.reference;

/** How far a piece of a stylesheet reaches: each method returns the index after it. */
final class Extent {
  private Extent() {}

  /** A name that starts at {@code from}, or {@code from} itself if none does. */
  static int name(byte[] text, int from, int end) {
    int i = from;
    while (i < end) {
      if (ByteClass.isName(text[i])) {
        i++;
      } else if (Escape.isValid(text, i, end)) {
        i = Escape.end(text, i, end);
      } else {
        return i;
      }
    }
    return end;
  }

  /** Plain text: no token starts in it, and no statement ends. */
  static int plainText(byte[] text, int from, int end) {
    int i = from;
    while (i < end && !ByteClass.startsToken(text[i]) && !ByteClass.endsStatement(text[i])) {
      i++;
    }
    return i;
  }

  /**
   * Plain text with semicolons and curly brackets. Most bytes pass this loop, with one test for
   * each (a class that is not a constant makes it a seventh slower).
   */
  static int plainStatements(byte[] text, int from, int end) {
    int i = from;
    while (i < end && !ByteClass.startsToken(text[i])) {
      i++;
    }
    return i;
  }

  /** White space. */
  static int space(byte[] text, int from, int end) {
    int i = from;
    while (i < end && ByteClass.isSpace(text[i])) {
      i++;
    }
    return i;
  }

  /** The comment that starts at {@code from}; the end of the text closes it too. */
  static int comment(byte[] text, int from, int end) {
    for (int i = from + 2; i + 1 < end; i++) {
      if (text[i] == '*' && text[i + 1] == '/') {
        return i + 2;
      }
    }
    return end;
  }

  /** What is between {@code quote} and the next one, a newline or the end of the text. */
  static int string(byte quote, byte[] text, int from, int end) {
    int i = from;
    while (i < end) {
      byte b = text[i];
      if (!ByteClass.stopsString(b)) {
        i++;
      } else if (b == '\\') {
        i = Escape.end(text, i, end);
      } else if (b == quote || ByteClass.isNewline(b)) {
        return i;
      } else {
        i++;
      }
    }
    return end;
  }

  /** The unquoted address of a URL. */
  static int address(byte[] text, int from, int end) {
    int i = from;
    while (i < end) {
      if (!ByteClass.stopsUrl(text[i])) {
        i++;
      } else if (Escape.isValid(text, i, end)) {
        i = Escape.end(text, i, end);
      } else {
        return i;
      }
    }
    return end;
  }

  /** The remnants of a bad URL, with its parenthesis. */
  static int badUrl(byte[] text, int from, int end) {
    int i = from;
    while (i < end && text[i] != ')') {
      i = Escape.isValid(text, i, end) ? Escape.end(text, i, end) : i + 1;
    }
    return Math.min(i + 1, end);
  }
}
