package dev.autoversion.reference;

import java.util.Arrays;

/** The open brackets of a script, and what is known about the text directly inside each. */
final class Brackets {
  /** A bracket, by what it means for a slash after its end. */
  enum Kind {
    /** No bracket: the script itself. */
    SCRIPT,
    /** Statements, a declaration's body: a regular expression follows. */
    BLOCK,
    /** The body of a function or class that is a value: a division follows. */
    BODY,
    /** An object: a division follows, and a colon in it does not end a label. */
    OBJECT,
    /** The code in a template: the rest of the template follows. */
    HOLE,
    /** Parentheses of {@code if}, {@code while} and the like: a regular expression follows. */
    CONDITION,
    /** Other parentheses: a division follows. */
    PAREN,
    /** Square brackets: a division follows. */
    SQUARE
  }

  /** What kind of function or class has begun. */
  enum Body {
    NONE,
    DECLARATION,
    EXPRESSION
  }

  private static final Kind[] KINDS = Kind.values();
  private static final Body[] BODIES = Body.values();
  private static final int KIND = 7;
  private static final int BODY_SHIFT = 3;
  private static final int BODY = 3 << BODY_SHIFT;
  private static final int QUESTION = 1 << 5;

  // For each bracket its kind, the body that has begun in it, and how many "?" are open.
  private int[] open = new int[64];
  private int depth;

  Kind innermost() {
    return KINDS[open[depth] & KIND];
  }

  boolean isTopLevel() {
    return depth == 0;
  }

  void open(Kind kind) {
    depth++;
    if (depth == open.length) {
      open = Arrays.copyOf(open, 2 * depth);
    }
    open[depth] = kind.ordinal();
  }

  /** Closes a bracket and returns its kind; the script itself if none is open. */
  Kind close() {
    Kind closed = innermost();
    depth = Math.max(depth - 1, 0);
    return closed;
  }

  /** A function or class begins; its body is the next curly bracket at this level. */
  void begin(Body body) {
    open[depth] = open[depth] & ~BODY | body.ordinal() << BODY_SHIFT;
  }

  /** The function or class whose body begins here, if any. */
  Body takeBody() {
    Body body = BODIES[(open[depth] & BODY) >> BODY_SHIFT];
    open[depth] &= ~BODY;
    return body;
  }

  /** A question mark of a conditional expression. */
  void ask() {
    open[depth] += QUESTION;
  }

  /** Takes a colon for a question mark that is open; tells whether there was one. */
  boolean answer() {
    boolean asked = open[depth] >>> 5 > 0;
    open[depth] -= asked ? QUESTION : 0;
    return asked;
  }

  /** A statement ends. */
  void endStatement() {
    open[depth] &= KIND;
  }
}
