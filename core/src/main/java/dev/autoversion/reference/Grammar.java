package dev.autoversion.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells which addresses a browser would fetch: the rules of CSS Values 4, Images 4 and Cascade 5.
 *
 * <p>Of an at-rule's prelude only the first component of {@code @import} counts;
 * {@code @namespace}, {@code @supports} and their like name things or ask questions. Everywhere
 * else every URL counts, in a custom property too, and whether the declaration around it is valid
 * does not matter.
 */
final class Grammar {
  private static final int NONE = -1;

  /** What the next token may be to count. */
  private enum Wanted {
    NOTHING,
    STRING,
    ADDRESS
  }

  private final EncodedText source;
  private final Tokenizer tokenizer;
  private final Nesting nesting = new Nesting();
  private final List<Found> found = new ArrayList<>();
  private final LineCount lines;
  private Wanted wanted = Wanted.NOTHING;
  private boolean statementStart = true;
  private int preludeDepth = NONE;

  private Grammar(EncodedText source) {
    this.source = source;
    this.tokenizer = new Tokenizer(source.scanned(), source.start(), source.end());
    this.lines = new LineCount(source.scanned());
  }

  /** The references in {@code source}, in order of appearance. */
  static List<Found> references(EncodedText source) {
    return new Grammar(source).references();
  }

  private List<Found> references() {
    for (Token token = tokenizer.next(); token != Token.END; token = tokenizer.next()) {
      accept(token);
    }
    SourceMapComment.last(source.scanned(), tokenizer.tail(), source.end())
        .ifPresent(comment -> add(comment.start(), comment.end()));
    return List.copyOf(found);
  }

  private void accept(Token token) {
    boolean follows = !tokenizer.preceded();
    Wanted expected = follows ? wanted : Wanted.NOTHING;
    boolean starts = follows && statementStart;
    wanted = Wanted.NOTHING;
    statementStart = false;
    switch (token) {
      case STRING -> string(expected);
      case URL -> url(expected);
      case ADDRESS_FUNCTION -> addressFunction(expected);
      case IMAGE_SET_FUNCTION -> nesting.openImageSet();
      case OPEN_PAREN -> nesting.openParen();
      case OPEN_SQUARE -> nesting.openSquare();
      case OPEN_CURLY -> openBlock();
      case CLOSE_PAREN -> nesting.closeParen();
      case CLOSE_SQUARE -> nesting.closeSquare();
      case CLOSE_CURLY -> closeBlock();
      case SEMICOLON -> semicolon();
      case IMPORT, AT_KEYWORD -> atKeyword(token, starts);
      case HTML_COMMENT -> statementStart = starts && nesting.depth() == 0;
      case NOTHING, PLAIN, END -> {}
    }
  }

  private void string(Wanted expected) {
    if (expected != Wanted.NOTHING || nesting.inImageSet() && !inPrelude()) {
      add(tokenizer.valueStart(), tokenizer.valueEnd());
    }
  }

  private void url(Wanted expected) {
    if (expected == Wanted.ADDRESS || !inPrelude()) {
      add(tokenizer.valueStart(), tokenizer.valueEnd());
    }
  }

  private void addressFunction(Wanted expected) {
    nesting.openParen();
    wanted = expected == Wanted.ADDRESS || !inPrelude() ? Wanted.STRING : Wanted.NOTHING;
  }

  private void atKeyword(Token token, boolean starts) {
    if (starts) {
      preludeDepth = nesting.depth();
      wanted = token == Token.IMPORT ? Wanted.ADDRESS : Wanted.NOTHING;
    }
  }

  private void openBlock() {
    endPrelude();
    nesting.openCurly();
    statementStart = mayStartStatement();
  }

  private void closeBlock() {
    if (nesting.inCurly()) {
      endPrelude();
    }
    nesting.closeCurly();
    statementStart = mayStartStatement();
  }

  private void semicolon() {
    endPrelude();
    statementStart = mayStartStatement();
  }

  private boolean mayStartStatement() {
    return !inPrelude() && nesting.inBlocksOnly();
  }

  private boolean inPrelude() {
    return preludeDepth != NONE;
  }

  private void endPrelude() {
    preludeDepth = preludeDepth == nesting.depth() ? NONE : preludeDepth;
  }

  private void add(int start, int end) {
    found.add(new Found(start, end, lines.at(start), source.value(start, end)));
  }
}
