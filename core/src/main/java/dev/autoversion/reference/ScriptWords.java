package dev.autoversion.reference;

/**
 * Finds, from the end of a script, the last word that a reference needs: an {@code import}, or the
 * {@code from} of an {@code export}. It may be in a comment or a string; what follows it need not
 * be read. Most scripts have such words only at the start, or none.
 */
final class ScriptWords {
  private static final String IMPORT = "import";
  private static final String FROM = "from";
  private static final boolean[] TELLING = new boolean[256];

  static {
    TELLING['f'] = true;
    TELLING['m'] = true;
    TELLING['p'] = true;
  }

  private final ScriptText text;

  ScriptWords(ScriptText text) {
    this.text = text;
  }

  /** An index after the start of the last such word; zero if there is none. */
  int end() {
    // Every second byte is checked: both words have an f, m or p at an odd and an even place.
    for (int at = text.length - 1; at >= 0; at -= 2) {
      if (TELLING[text.at(at)] && isWordAround(at)) {
        return at + 1;
      }
    }
    return 0;
  }

  private boolean isWordAround(int at) {
    return switch (text.at(at)) {
      case 'f' -> isFrom(at);
      case 'm' -> isWord(at - 1, IMPORT) || isFrom(at - 3);
      case 'p' -> isWord(at - 2, IMPORT);
      default -> false;
    };
  }

  /** Whether a literal may follow, perhaps after a comment or a space of several bytes. */
  private boolean isFrom(int from) {
    if (!isWord(from, FROM)) {
      return false;
    }
    int at = from + FROM.length();
    while (at < text.length && text.at(at) <= ' ') {
      at++;
    }
    int next = text.at(at);
    return next == '"' || next == '\'' || next == '/' || next >= 0x80;
  }

  private boolean isWord(int from, String word) {
    int to = from + word.length();
    return from >= 0
        && to <= text.length
        && text.is(from, to, word)
        && !(from > 0 && isLetter(text.at(from - 1)))
        && !isLetter(text.at(to));
  }

  /** Whether a name continues; a non-ASCII character may be a space. */
  private static boolean isLetter(int octet) {
    return octet < 0x80 && ScriptText.isName(octet);
  }
}
