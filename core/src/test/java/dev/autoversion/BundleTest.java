package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BundleTest {
  private static final Version ONE = new Version("1.0");
  private static final Version TWO = new Version("2.0");

  private static Bundle bundle(Version second, int reference) {
    return new Bundle(List.of(ONE, second), List.of(List.of(reference), List.of()));
  }

  @Test
  void equals_bothParts() {
    assertEquals(bundle(TWO, 1), bundle(new Version("2.0"), 1));
    assertEquals(bundle(TWO, 1).hashCode(), bundle(new Version("2.0"), 1).hashCode());
    assertNotEquals(bundle(TWO, 1), bundle(ONE, 1));
    assertNotEquals(bundle(TWO, 1), bundle(TWO, 0));
    assertNotEquals(bundle(TWO, 1), TWO);
  }
}
