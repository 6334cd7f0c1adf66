package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedVersionStrategyTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "2.4.1 ", "2_4", "v 2", "\"><script>", "a&b"})
  void fixed_notAVersion(String text) {
    assertThrows(IllegalArgumentException.class, () -> VersionStrategy.fixed(text));
  }

  @Test
  void toString_namesIt() {
    assertEquals("fixed(2.4.1)", VersionStrategy.fixed("2.4.1").toString());
  }
}
