package dev.autoversion.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonStringTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "a.png,        a.png",
        "a\"b\\c,      a\\\"b\\\\c",
        "'a\u0000\u001f', a\\u0000\\u001f",
        "é/a b,        é/a b",
        "\uD83D\uDE00, \uD83D\uDE00",
        "\uD83D,       \\ud83d",
        "\uDE00,       \\ude00",
        "a\uD83D,      a\\ud83d",
        "\uDE00a,      \\ude00a",
        "\uD83Da,      \\ud83da",
        "\uD83D\uD83D\uDE00\uDE00, \\ud83d\uD83D\uDE00\\ude00",
      })
  void escape(String value, String text) {
    assertEquals(text, JsonString.escape(value));
    assertEquals(value, JsonString.value(text));
  }
}
