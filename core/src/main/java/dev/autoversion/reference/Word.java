package dev.autoversion.reference;

/** What a script's word says about the next token; a word with an escape in it is a name. */
enum Word {
  IMPORT,
  EXPORT,
  FUNCTION,
  CLASS,
  /** Parentheses and then a statement follow. */
  CONDITION,
  /** A value follows. */
  OPERATOR,
  /** A statement follows, or a label, which no slash follows. */
  START,
  /** A value follows, or what an export declares. */
  DEFAULT,
  /** An operator in the head of a loop. */
  OF,
  /** A value follows, or a loop's head. */
  AWAIT,
  /** Perhaps part of the function that follows. */
  ASYNC,
  NAME;

  private static final int LONGEST = "instanceof".length();
  // The lengths of the words that begin with a letter, a bit for each: most names are no words.
  private static final int[] LENGTHS = lengths();

  static Word of(ScriptText text, int from, int to) {
    int length = to - from;
    int letter = text.at(from) - 'a';
    if (length > LONGEST || letter < 0 || letter > 25 || (LENGTHS[letter] >> length & 1) == 0) {
      return NAME;
    }
    return switch (text.at(from)) {
      case 'a' -> either(text, from, to, AWAIT, "await", ASYNC, "async");
      case 'b' -> text.is(from, to, "break") ? START : NAME;
      case 'c' -> ofC(text, from, to);
      case 'd' -> ofD(text, from, to);
      case 'e' -> ofE(text, from, to);
      case 'f' -> ofF(text, from, to);
      case 'i' -> ofI(text, from, to);
      case 'l' -> text.is(from, to, "let") ? OPERATOR : NAME;
      case 'n' -> text.is(from, to, "new") ? OPERATOR : NAME;
      case 'o' -> text.is(from, to, "of") ? OF : NAME;
      case 'r' -> text.is(from, to, "return") ? OPERATOR : NAME;
      case 's' -> text.is(from, to, "switch") ? CONDITION : NAME;
      case 't' -> ofT(text, from, to);
      case 'v' -> either(text, from, to, OPERATOR, "var", OPERATOR, "void");
      case 'w' -> either(text, from, to, CONDITION, "while", CONDITION, "with");
      case 'y' -> text.is(from, to, "yield") ? OPERATOR : NAME;
      default -> NAME;
    };
  }

  private static Word ofC(ScriptText text, int from, int to) {
    return text.is(from, to, "catch")
        ? CONDITION
        : text.is(from, to, "class")
            ? CLASS
            : text.is(from, to, "continue")
                ? START
                : either(text, from, to, OPERATOR, "const", OPERATOR, "case");
  }

  private static Word ofD(ScriptText text, int from, int to) {
    return text.is(from, to, "do") || text.is(from, to, "debugger")
        ? START
        : either(text, from, to, DEFAULT, "default", OPERATOR, "delete");
  }

  private static Word ofE(ScriptText text, int from, int to) {
    return text.is(from, to, "else")
        ? START
        : either(text, from, to, EXPORT, "export", OPERATOR, "extends");
  }

  private static Word ofF(ScriptText text, int from, int to) {
    return text.is(from, to, "for")
        ? CONDITION
        : either(text, from, to, FUNCTION, "function", START, "finally");
  }

  private static Word ofI(ScriptText text, int from, int to) {
    return text.is(from, to, "if")
        ? CONDITION
        : text.is(from, to, "import")
            ? IMPORT
            : either(text, from, to, OPERATOR, "in", OPERATOR, "instanceof");
  }

  private static Word ofT(ScriptText text, int from, int to) {
    return text.is(from, to, "try")
        ? START
        : either(text, from, to, OPERATOR, "typeof", OPERATOR, "throw");
  }

  private static Word either(
      ScriptText text, int from, int to, Word one, String oneText, Word other, String otherText) {
    return text.is(from, to, oneText) ? one : text.is(from, to, otherText) ? other : NAME;
  }

  private static int[] lengths() {
    String words =
        "import export function class if for while switch with catch let new return var void yield"
            + " const case default delete extends in instanceof typeof throw do else finally try"
            + " of await async break continue debugger";
    int[] lengths = new int[26];
    for (String word : words.split(" ")) {
      lengths[word.charAt(0) - 'a'] |= 1 << word.length();
    }
    return lengths;
  }
}
