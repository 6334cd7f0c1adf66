package dev.autoversion.reference;

import java.util.Arrays;

/** The brackets that are open, innermost last, in two bits each. */
final class Nesting {
  private static final int NOTHING = -1;
  private static final int PAREN = 0;
  private static final int IMAGE_SET = 1;
  private static final int SQUARE = 2;
  private static final int CURLY = 3;

  private byte[] brackets = new byte[16];
  private int depth;
  private int innermost = NOTHING;
  private int others;

  void openParen() {
    open(PAREN);
  }

  void openImageSet() {
    open(IMAGE_SET);
  }

  void openSquare() {
    open(SQUARE);
  }

  void openCurly() {
    open(CURLY);
  }

  /** Closes a parenthesis or function; like the other two, ignored inside another bracket. */
  void closeParen() {
    if (innermost == PAREN || innermost == IMAGE_SET) {
      close();
    }
  }

  void closeSquare() {
    if (innermost == SQUARE) {
      close();
    }
  }

  void closeCurly() {
    if (innermost == CURLY) {
      close();
    }
  }

  int depth() {
    return depth;
  }

  boolean inCurly() {
    return innermost == CURLY;
  }

  boolean inImageSet() {
    return innermost == IMAGE_SET;
  }

  /** Whether rules may stand here: nothing but blocks is open. */
  boolean inBlocksOnly() {
    return others == 0;
  }

  private void open(int bracket) {
    if (depth >> 2 == brackets.length) {
      brackets = Arrays.copyOf(brackets, 2 * brackets.length);
    }
    int shift = (depth & 3) << 1;
    int rest = brackets[depth >> 2] & ~(3 << shift);
    brackets[depth >> 2] = (byte) (rest | bracket << shift);
    depth++;
    others += bracket == CURLY ? 0 : 1;
    innermost = bracket;
  }

  private void close() {
    others -= innermost == CURLY ? 0 : 1;
    depth--;
    int last = depth - 1;
    innermost = depth == 0 ? NOTHING : brackets[last >> 2] >> ((last & 3) << 1) & 3;
  }
}
