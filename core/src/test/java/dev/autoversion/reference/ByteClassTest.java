package dev.autoversion.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ByteClassTest {

  @Test
  void stopsString_characters() {
    assertEquals("\n\f\r\"'\\", ascii(ByteClass::stopsString));
  }

  @Test
  void stopsUrl_printableCharacters() {
    assertEquals(" \"'()\\\u007f", ascii(b -> b >= ' ' && ByteClass.stopsUrl(b)));
  }

  @Test
  void startsToken_characters() {
    assertEquals("\"'()/<>@[\\]", ascii(ByteClass::startsToken));
  }

  @Test
  void endsStatement_characters() {
    assertEquals(";{}", ascii(ByteClass::endsStatement));
  }

  private static String ascii(Predicate<Byte> is) {
    return IntStream.range(0, 128)
        .filter(b -> is.test((byte) b))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
