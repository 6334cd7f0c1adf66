package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTest {

  @ParameterizedTest
  @CsvSource({
    "az, true",
    "AZ, true",
    "\\41z, true",
    "\\000061\\5a, true",
    "\\az, false",
    "a, false",
    "azb, false",
    "@z, false",
    "a[, false",
    "A\\[, false",
    "a\\, false",
  })
  void is_az(String raw, boolean same) {
    assertEquals(same, Name.is("az", raw.getBytes(UTF_8), 0, raw.length()));
  }

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "a, true",
    "_, true",
    "1, false",
    "-, false",
    "--, true",
    "-a, true",
    "-1, false",
    "\\a, true",
    "-\\a, true",
    "é, true",
    "-é, true",
    "#, false"
  })
  void startsAt_first(String text, boolean starts) {
    byte[] bytes = text.getBytes(UTF_8);
    assertEquals(starts, Name.startsAt(bytes, 0, bytes.length));
  }
}
