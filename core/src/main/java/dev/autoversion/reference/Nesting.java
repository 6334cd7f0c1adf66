package dev.autoversion.reference;

import java.util.Arrays;

/**
 * The open brackets: first the blocks that are only inside blocks, then all others, innermost last,
 * in two bits each.
 */
final class Nesting {
  private static final int NOTHING = -1;
  private static final int PAREN = 0;
  private static final int IMAGE_SET = 1;
  private static final int SQUARE = 2;
  private static final int CURLY = 3;

  private int blocks;
  private byte[] brackets = new byte[16];
  private int others;
  private int innermost = NOTHING;

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
    if (others == 0) {
      blocks++;
    } else {
      open(CURLY);
    }
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
    } else if (others == 0 && blocks > 0) {
      blocks--;
    }
  }

  int depth() {
    return blocks + others;
  }

  boolean inCurly() {
    return innermost == CURLY || others == 0 && blocks > 0;
  }

  boolean inImageSet() {
    return innermost == IMAGE_SET;
  }

  /** Whether rules may stand here: nothing but blocks is open. */
  boolean inBlocksOnly() {
    return others == 0;
  }

  private void open(int bracket) {
    if (others >> 2 == brackets.length) {
      brackets = Arrays.copyOf(brackets, 2 * brackets.length);
    }
    int shift = (others & 3) << 1;
    int rest = brackets[others >> 2] & ~(3 << shift);
    brackets[others >> 2] = (byte) (rest | bracket << shift);
    others++;
    innermost = bracket;
  }

  private void close() {
    others--;
    int last = others - 1;
    innermost = others == 0 ? NOTHING : brackets[last >> 2] >> ((last & 3) << 1) & 3;
  }
}
