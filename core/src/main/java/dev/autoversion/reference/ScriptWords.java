package dev.autoversion.reference;

/**
 * Finds, from the end of a script, the last word without which there is no reference: an {@code
 * import}, or the {@code from} of an {@code export}. It may be in a comment or a string; what
 * follows it need not be read. Most scripts have theirs in front, or none.
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

  /** Behind the place where the last of them begins; zero where there is none. */
  int end() {
    // Of each two bytes one is looked at: both words have an f, m or p at an odd and an even place.
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

  /** Whether a literal may follow as well, or a comment or space of several bytes before it. */
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

  /** Whether a name goes on; what is beyond ASCII may be a space. */
  private static boolean isLetter(int octet) {
    return octet < 0x80 && ScriptText.isName(octet);
  }
}
