package dev.autoversion.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides which addresses a browser would fetch: the rules of CSS Values 4, Images 4 and Cascade 5.
 *
 * <p>In at-rules' preludes, only the first component of {@code @import} counts; {@code @namespace},
 * {@code @supports} and the like only name or test something. Everywhere else every URL counts,
 * even in a custom property or an invalid declaration.
 *
 * <p>How many blocks are open matters only if a curly bracket closes in a prelude or an HTML
 * comment starts a statement. Few stylesheets have either, so blocks are not counted at first,
 * which is twice as fast; a scan that meets one of the two starts again and counts them.
 */
final class Grammar {
  /** Which next token would count. */
  private enum Wanted {
    NOTHING,
    STRING,
    ADDRESS
  }

  private final Tokenizer tokenizer;
  private final boolean countsBlocks;
  private final Nesting nesting = new Nesting();
  private final List<Span> found = new ArrayList<>();
  private Wanted wanted = Wanted.NOTHING;
  private boolean statementStart = true;
  private boolean inPrelude;
  private boolean isUnsure;

  private Grammar(EncodedText source, boolean countsBlocks) {
    this.tokenizer = new Tokenizer(source.scanned(), source.start(), source.end());
    this.countsBlocks = countsBlocks;
  }

  /** The references in {@code source}, in order of appearance. */
  static List<Span> references(EncodedText source) {
    return new Grammar(source, false)
        .references()
        .or(() -> new Grammar(source, true).references())
        .orElseThrow();
  }

  /** The references, unless the number of open blocks matters and was not counted. */
  private Optional<List<Span>> references() {
    for (Token token = next(); token != Token.END; token = next()) {
      accept(token);
      if (isUnsure) {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(found));
  }

  private Token next() {
    boolean inBlocksOnly = !inPrelude && nesting.inBlocksOnly();
    return inBlocksOnly && !countsBlocks ? tokenizer.nextOverStatements() : tokenizer.next();
  }

  private void accept(Token token) {
    Wanted expected = wanted;
    boolean starts = statementStart;
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
      case SEMICOLON -> endStatement();
      case IMPORT, AT_KEYWORD -> atKeyword(token, starts);
      case HTML_COMMENT -> htmlComment(starts);
      case PLAIN, END -> {}
    }
  }

  private void string(Wanted expected) {
    if (isNext(expected) || nesting.inImageSet() && !inPrelude) {
      addValue();
    }
  }

  private void url(Wanted expected) {
    if (!inPrelude || expected == Wanted.ADDRESS && isNext(expected)) {
      addValue();
    }
  }

  private void addressFunction(Wanted expected) {
    nesting.openParen();
    boolean counts = !inPrelude || expected == Wanted.ADDRESS && isNext(expected);
    wanted = counts ? Wanted.STRING : Wanted.NOTHING;
  }

  private boolean isNext(Wanted expected) {
    return expected != Wanted.NOTHING && !tokenizer.preceded();
  }

  private void atKeyword(Token token, boolean starts) {
    if (startsStatement(starts)) {
      inPrelude = true;
      wanted = token == Token.IMPORT ? Wanted.ADDRESS : Wanted.NOTHING;
    }
  }

  private void htmlComment(boolean starts) {
    if (startsStatement(starts)) {
      isUnsure = !countsBlocks;
      statementStart = nesting.depth() == 0;
    }
  }

  private boolean startsStatement(boolean starts) {
    return tokenizer.preceded() ? tokenizer.behindStatement() : starts;
  }

  private void openBlock() {
    nesting.openCurly();
    endStatement();
  }

  private void closeBlock() {
    isUnsure = nesting.inBlocksOnly() && !countsBlocks;
    if (nesting.inCurly()) {
      nesting.closeCurly();
      endStatement();
    } else {
      statementStart = !inPrelude && nesting.inBlocksOnly();
    }
  }

  private void endStatement() {
    if (nesting.inBlocksOnly()) {
      inPrelude = false;
      statementStart = true;
    }
  }

  private void addValue() {
    found.add(new Span(tokenizer.valueStart(), tokenizer.valueEnd()));
  }
}
