package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "NUL",
        "nul",
        "Nul.css",
        "nul.tar.gz",
        "CON",
        "PRN",
        "AUX",
        "aux.js",
        "CLOCK$",
        "conin$",
        "CONOUT$",
        "COM1",
        "com9.txt",
        "COM0",
        "LPT1",
        "lpt9",
        "COM\u00b9",
        "LPT\u00b3.js",
        "NUL .css",
        "app.css:stream",
        "app.css::$DATA",
        "a<b",
        "*.css",
        "C:",
        "app.css.",
        "app.css ",
        "x..",
        "PROGRA~1",
        "APP~1.CSS",
        "a~12",
        "a~0",
        "a~9",
        "eight~12.css"
      })
  void isSpecial_notTheFileOfThatName(String segment) {
    assertTrue(WindowsNames.isSpecial(segment));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.css",
        "null",
        "nul-1.css",
        "a.nul",
        "console",
        "con-1",
        "com",
        "com10",
        "COMA",
        "lpt",
        "xCOM1",
        "auxiliary.js",
        "a..b",
        " a",
        "~",
        "~1",
        "a~",
        "a~b",
        ".con",
        "a~1b",
        "longername~1",
        "app.x~1",
        "clock"
      })
  void isSpecial_plain(String segment) {
    assertFalse(WindowsNames.isSpecial(segment));
  }
}
