package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OtherValuesTest {
  /** What who adds an engine sees first. */
  @Test
  void of_engineWithoutColumn() {
    List<Executable> tables =
        List.of(
            () -> OtherValues.of("Mustache"),
            () -> WordValues.texts("Mustache"),
            () -> WordValues.tags("Mustache"));
    for (Executable table : tables) {
      Exception e = assertThrows(IllegalArgumentException.class, table);
      assertEquals(
          "no column 'Mustache'; each table in OtherValues and WordValues has one for each engine",
          e.getMessage());
    }
  }
}
