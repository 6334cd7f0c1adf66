package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "``, ''",
        "/s/a.css, '/s/a.css'",
        "it's %s {0} $1, 'it's %s {0} $1'",
        "caf\u00e9 \u65e5\u672c, 'caf\u00e9 \u65e5\u672c'",
      })
  void quote_plainText(String text, String quoted) {
    assertEquals(quoted, Printable.quote(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0000", "0007", "0009", "000a", "000d", "001b", "007f", "0085", "009b", "00ad", "200b", "200e",
    "202e", "2028", "2029", "2066", "d800", "dfff", "feff", "ffff",
  })
  void quote_invisibleCharacter(String hex) {
    String text = "a" + (char) Integer.parseInt(hex, 16) + "b";
    assertEquals("'a\\u" + hex + "b'", Printable.quote(text));
  }

  @Test
  void quote_pairOfSurrogates() {
    assertEquals("'\\ud83d\\ude00'", Printable.quote("\ud83d\ude00"));
  }

  @Test
  void quote_longText() {
    assertEquals("'" + "x".repeat(200) + "'", Printable.quote("x".repeat(200)));
    assertEquals("'" + "x".repeat(200) + "\u2026'", Printable.quote("x".repeat(201)));
  }
}
