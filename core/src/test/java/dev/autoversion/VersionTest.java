package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  private static final String LONGEST =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-";

  @ParameterizedTest
  @ValueSource(strings = {"9f3c2ab1d04e", "1", "-", ".", "2.4.1", "1e-09", "-0.5", "V", LONGEST})
  void version_lettersDigitsDotsAndDashes(String text) {
    assertEquals(text, new Version(text).value());
    assertEquals(Optional.of(text), Version.parse(text).map(Version::toString));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a_b",
        "a~b",
        "a/b",
        "a+b",
        "a%20",
        "a&b",
        "a=b",
        "a\"",
        "a'",
        "<a>",
        "a\n",
        "a\u0000",
        "\u00e9",
        "\u0661",
        "\uff11",
        "\u212a",
        "\ud83d\ude00",
        LONGEST + "x"
      })
  void version_otherText(String text) {
    assertThrows(IllegalArgumentException.class, () -> new Version(text));
    assertEquals(Optional.empty(), Version.parse(text));
  }

  @Test
  void version_message() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new Version("a\n\"b"));
    assertEquals(
        "a version is 1 to 64 letters, digits, '.' and '-', unlike 'a\\u000a\"b'", e.getMessage());
  }

  @Test
  void equals_sameText() {
    assertEquals(new Version("9f3c"), new Version("9f3c"));
    assertEquals(new Version("9f3c").hashCode(), new Version("9f3c").hashCode());
  }

  @Test
  void equals_otherTextOrType() {
    assertNotEquals(new Version("9f3c"), new Version("9F3C"));
    assertNotEquals((Object) new Version("9f3c"), "9f3c");
  }

  /** What an earlier version of the same asset may look like. */
  @ParameterizedTest
  @CsvSource({
    "9f3c2ab1d04e, 000000000000, true",
    "9f3c2ab1d04e, 00000000000g, false",
    "9f3c2ab1d04e, 0000,         false",
    "9f3c2ab1d04e, file,         false",
    "10,           9,            true",
    "100,          1.5,          false",
    "100,          9a,           false",
    "9999999,      10000000,     true",
    "12345678,     1234567,      false",
    "2.4.1,        2.4.0,        true",
    "2.4.1,        10,           true",
    "2.4.1,        2.4-rc,       false",
    "2.4.1,        file,         false",
    "v2,           v10,          true",
    "v2,           x,            false",
    "release7,     file,         false",
    "release7,     release12,    true",
    "blue,         green,        true",
    "blue,         green2,       false",
    "v2,           V2,           false",
    "V2,           W3,           true",
    "v-2,          v2-,          true",
    "v2,           v-2,          false",
    "1385738323.5, 1385738323.25, true",
  })
  void hasFormOf_kindsOfCharacters(String current, String other, boolean expected) {
    assertEquals(expected, new Version(other).hasFormOf(new Version(current)));
  }
}
