package dev.autoversion.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptStringTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a.js,           a.js",
        "\\x61.js,       a.js",
        "./\\x2e\\x6A,   ./.j",
        "\\x30\\x00z,    0\0z",
        "\\u0061.js,     a.js",
        "a\\u006A,       aj",
        "\\u{61}.js,     a.js",
        "\\u{0000006A},  j",
        "\\u{0},         \"\0\"",
        "\\u{1F600}.js,  \uD83D\uDE00.js",
        "\\uD83D\\uDE00, \uD83D\uDE00",
        "\\u{10FFF0},    \uDBFF\uDFF0",
        "\\u{10FFFF},    \uDBFF\uDFFF",
        "a\\b\\v\\f\\0z, a\b\u000b\f\0z",
        "a\\n\\r\\tz,    \"a\n\r\tz\"",
        "\\.\\/a\\'\\\\, ./a'\\",
        "\"a\\\nb\",     ab",
        "\"a\\\rb\",     ab",
        "\"a\\\r\nb\",   ab",
        "\"a\\\r\rb\",   \"a\rb\"",
        "a\\\u2028b,     ab",
        "a\\\u2029b,     ab",
        "a\\,            a",
      })
  void value(String raw, String value) {
    assertEquals(value, ScriptString.value(raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\x6",
        "\\x6g",
        "\\xg1",
        "\\x",
        "\\x\uFF16\uFF11",
        "\\u006",
        "\\u00g1",
        "\\u",
        "\\u{61",
        "\\u{}",
        "\\u{6g}",
        "\\u{110000}",
        "\\u{FFFFFFFFFF}",
        "a\\x6z\\u{",
      })
  void value_malformedEscape(String raw) {
    assertEquals(raw, ScriptString.value(raw));
    assertEquals("a" + raw + "b", ScriptString.value("\\x61" + raw + "\\x62"));
  }
}
