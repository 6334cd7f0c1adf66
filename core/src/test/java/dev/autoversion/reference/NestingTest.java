package dev.autoversion.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NestingTest {
  private final Nesting nesting = new Nesting();

  @Test
  void close_deep() {
    for (int i = 0; i < 1000; i++) {
      nesting.openCurly();
      nesting.openImageSet();
      nesting.openSquare();
      nesting.openParen();
    }
    assertEquals(4000, nesting.depth());
    for (int i = 0; i < 1000; i++) {
      nesting.closeParen();
      nesting.closeSquare();
      assertTrue(nesting.inImageSet());
      nesting.closeParen();
      assertTrue(nesting.inCurly());
      nesting.closeCurly();
    }
    assertEquals(0, nesting.depth());
    assertTrue(nesting.inBlocksOnly());
  }

  @Test
  void open_whereOthersWere() {
    nesting.openParen();
    for (int i = 0; i < 5; i++) {
      nesting.openCurly();
    }
    for (int i = 0; i < 5; i++) {
      nesting.closeCurly();
    }
    nesting.openParen();
    nesting.openImageSet();
    nesting.openSquare();
    nesting.closeSquare();
    assertTrue(nesting.inImageSet());
    nesting.closeParen();
    assertFalse(nesting.inCurly());
    nesting.closeCurly();
    assertEquals(2, nesting.depth());
  }

  @Test
  void close_otherBracket() {
    nesting.openCurly();
    nesting.closeParen();
    nesting.closeSquare();
    assertEquals(1, nesting.depth());
    nesting.openSquare();
    nesting.closeCurly();
    nesting.closeParen();
    assertEquals(2, nesting.depth());
  }

  @Test
  void close_nothingOpen() {
    nesting.closeParen();
    nesting.closeSquare();
    nesting.closeCurly();
    assertEquals(0, nesting.depth());
    assertTrue(nesting.inBlocksOnly());
  }
}
