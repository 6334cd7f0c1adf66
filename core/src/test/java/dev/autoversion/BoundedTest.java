package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BoundedTest {
  @Test
  void write_asManyAsThereMayBe() {
    Bounded four = new Bounded(4);
    four.write(new byte[] {9, 1, 2}, 1, 2);
    four.write(new byte[] {3, 4}, 0, 2);
    assertFalse(four.hasOverflowed());
    assertArrayEquals(new byte[] {1, 2, 3, 4}, four.toByteArray());
  }

  @Test
  void write_more() {
    Bounded four = new Bounded(4);
    four.write(new byte[] {1, 2}, 0, 2);
    four.write(new byte[] {3, 4, 5}, 0, 3);
    assertTrue(four.hasOverflowed());
    assertArrayEquals(new byte[] {1, 2}, four.toByteArray());
  }

  /** What comes behind is not taken either: it would be the wrong bytes. */
  @Test
  void write_oneByOne() {
    Bounded four = new Bounded(4);
    four.write(1);
    four.write(new byte[] {2, 3, 4, 5}, 0, 4);
    four.write(6);
    assertTrue(four.hasOverflowed());
    assertArrayEquals(new byte[] {1}, four.toByteArray());
  }
}
