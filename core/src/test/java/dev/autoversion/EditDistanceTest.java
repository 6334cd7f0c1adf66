package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "'',      '',       0",
    "a,       a,        0",
    "'',      abc,      3",
    "abc,     '',       3",
    "ap.js,   app.js,   1",
    "app.js,  ap.js,    1",
    "app.js,  apq.js,   1",
    "app.js,  pap.js,   2",
    "kitten,  sitting,  3",
    "flaw,    lawn,     2",
    "intention, execution, 5",
    "abcdef,  uvwxyz,   6",
  })
  void between_anyTwo(String a, String b, int distance) {
    assertEquals(distance, EditDistance.between(a, b, 100));
    assertEquals(distance, EditDistance.between(b, a, 100));
    assertEquals(distance, EditDistance.between(a, b, distance + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "kitten, sitting,  3",
    "kitten, sitting,  2",
    "kitten, sitting,  1",
    "a,      aaaaaaaa, 4",
    "abcdef, uvwxyz,   2",
  })
  void between_atLeastLimit(String a, String b, int limit) {
    assertEquals(limit, EditDistance.between(a, b, limit));
  }
}
