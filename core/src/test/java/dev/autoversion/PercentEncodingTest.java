package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "'','',",
        "a.css,a.css",
        "a+b,a+b",
        "a%20b,a b",
        "%41%42c,ABc",
        "%2e%2E,..",
        "%2f%5C,/\\",
        "100%25,100%",
        "%2541,%41",
        "%25%34%31,%41",
        "%C3%A9,\u00e9",
        "e%CC%81,e\u0301",
        "\u00e9%C3%A9,\u00e9\u00e9",
        "%E6%97%A5%e6%9c%ac,\u65e5\u672c",
        "%F0%9F%98%80,\ud83d\ude00",
        "%F4%8F%BF%BF,\udbff\udfff",
        "%EF%BF%BD,\ufffd",
      })
  void decode_wellFormed(String text, String decoded) {
    assertEquals(Optional.of(decoded), PercentEncoding.decode(text));
  }

  @ParameterizedTest
  @CsvSource({
    "js/app-1_2~.js, js/app-1_2~.js",
    "a b%.css, a%20b%25.css",
    "a\u007fb, a%7Fb",
    "\u00e9.js, %C3%A9.js",
    "a?b#c;d, a%3Fb%23c;d",
  })
  void encode_aPath(String path, String encoded) {
    assertEquals(encoded, PercentEncoding.encode(path));
    assertEquals(Optional.of(path), PercentEncoding.decode(encoded));
  }

  @Test
  void decode_nul() {
    assertEquals(Optional.of("a\u0000"), PercentEncoding.decode("a%00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "a%",
        "%4",
        "a%4",
        "%%",
        "%%32%65",
        "%zz",
        "%4g",
        "%g4",
        "%-1",
        "%+1",
        "% 1",
        "%u002e",
        "%x2e",
        // Digits that Character.digit would take.
        "%\uff12\uff45",
        "%\u0664\u0661",
        // Letters whose low byte, or whose lower case, is a digit's.
        "%\u0134\u0131",
        "%4\u0141",
        "%4\u0441",
      })
  void decode_malformedEscape(String text) {
    assertEquals(Optional.empty(), PercentEncoding.decode(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A lone continuation byte; a truncated sequence; one that the next character cuts.
        "%80",
        "%BF",
        "%C3",
        "%E6%97",
        "%F0%9F%98",
        "%C3a%A9",
        "%C3%41",
        "a%C3/%A9",
        // Overlong: '.', '/', NUL.
        "%C0%AE",
        "%c0%af",
        "%E0%80%AE",
        "%E0%80%AF",
        "%F0%80%80%AF",
        "%C0%80",
        "%C1%9C",
        // Surrogates (CESU-8), beyond U+10FFFF, five and six bytes, never a byte of UTF-8.
        "%ED%A0%80",
        "%ED%A0%BD%ED%B8%80",
        "%F4%90%80%80",
        "%F8%88%80%80%80",
        "%FC%80%80%80%80%80",
        "%FE",
        "%FF",
        "%E9",
      })
  void decode_malformedUtf8(String text) {
    assertEquals(Optional.empty(), PercentEncoding.decode(text));
  }

  @Test
  void decode_longText() {
    String escapes = "%C3%A9".repeat(100_000);
    assertEquals(Optional.of("\u00e9".repeat(100_000)), PercentEncoding.decode(escapes));
    assertEquals(Optional.empty(), PercentEncoding.decode(escapes + "%C3"));
  }
}
