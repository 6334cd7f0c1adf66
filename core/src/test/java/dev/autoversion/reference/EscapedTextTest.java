package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapedTextTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a.png,   a.png?v=1, 7,  7, ?v=1",
        "a.png,   a-1.png,   3,  3, -1",
        "a.png,   b.png,     2,  3, b",
        "a.png,   a.gif,     4,  7, gif",
        "a.png,   \"\",      2,  7, \"\"",
        "a.png,   a.png,     7,  7, \"\"",
        "\"\",    a,         2,  2, a",
        "aa,      aaa,       4,  4, a",
        "aaa,     aa,        4,  5, \"\"",
        "é/ü.png, é/ü-1.png, 7,  7, -1",
        "aé,      bé,        2,  3, b",
        // Pairs that have one half in common are not cut in two.
        "\uD83D\uDE00, \uD83D\uDE01, 2, 6, \uD83D\uDE01",
        "\uD83D\uDE00, \uD83C\uDE00, 2, 6, \uD83C\uDE00",
        "x\uD83D\uDE00y, x\uD83D\uDE01y, 3, 7, \uD83D\uDE01",
      })
  void replaced(String before, String after, int from, int to, String text) {
    assertEquals(
        Optional.of(new Splice(from, to, text)),
        quoted(before, UnaryOperator.identity()).replaced(after));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFFFD", "\uFFFDa", "a\uFFFD"})
  void replaced_malformed(String malformed) {
    assertEquals(
        Optional.empty(), quoted(malformed, UnaryOperator.identity()).replaced("a.png?v=1"));
    assertEquals(Optional.empty(), quoted("a.png", UnaryOperator.identity()).replaced(malformed));
  }

  @ParameterizedTest
  @CsvSource({"a.png, a.png?x&v=1, 7, 7, ?x&amp;v=1", "a&amp;b, a&b&c, 9, 9, &amp;c"})
  void replaced_asTheFormatHasIt(String before, String after, int from, int to, String text) {
    assertEquals(
        Optional.of(new Splice(from, to, text)), quoted(before, XmlText::escape).replaced(after));
  }

  private static EscapedText quoted(String raw, UnaryOperator<String> escape) {
    byte[] bytes = (">\"" + raw + "\"").getBytes(UTF_8);
    return new EscapedText(bytes, new Span(2, bytes.length - 1), escape);
  }
}
