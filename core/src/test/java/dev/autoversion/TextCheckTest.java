package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be called UTF-8 in a header. */
final class TextCheckTest {
  // On both sides of every bound of the Unicode Standard's table 3-7.
  private static final byte[] EDGES =
      HexFormat.of().parseHex("00417f808f909fa0bfc0c1c2dfe0e1ecedeeeff0f1f3f4f5ff");

  private static boolean isUtf8(String text) {
    return TextCheck.isUtf8(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The JDK's decoder tells what is right: it puts something else for what is malformed. */
  @Test
  void isUtf8_everyEdge() {
    for (byte a : EDGES) {
      for (byte b : EDGES) {
        for (byte c : EDGES) {
          for (byte d : EDGES) {
            byte[] bytes = {a, b, c, d};
            byte[] decoded =
                new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            assertEquals(
                Arrays.equals(bytes, decoded),
                TextCheck.isUtf8(bytes),
                () -> HexFormat.of().formatHex(bytes));
          }
        }
      }
    }
  }

  @Test
  void write_pieceByPiece() {
    TextCheck check = new TextCheck();
    byte[] bytes = "..h\u00e9 \u20ac \ud83d\ude00..".getBytes(StandardCharsets.UTF_8);
    for (int i = 2; i < bytes.length - 2; i++) {
      check.write(bytes, i, 1);
    }
    assertTrue(check.isUtf8());
    check.write(0xf0);
    assertFalse(check.isUtf8());
    check.write(0x9f);
    check.write(0x98);
    assertFalse(check.isUtf8());
    check.write(0x80);
    assertTrue(check.isUtf8());
    check.write(0x80);
    check.write('a');
    assertFalse(check.isUtf8());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "i{}",
        "@charset \"utf-8\";i{}",
        "@charset \"UTF-8\";i{}",
        "@charset utf8",
        "@charset 'x'",
        "\ufeff@charset \"iso-8859-1\";i{}",
        "i{}@charset \"iso-8859-1\";",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><svg/>",
        "<?xml version='1.0' encoding = 'utf-8' ?><svg/>",
        "<?xml version=\"1.0\"?><svg encoding=\"iso-8859-1\"/>",
        "<?xml version=\"1.0\"?><meta charset=\"iso-8859-1\"/>",
        "<?xml encoding='windows-1251' <svg/>",
        "<meta charset=utf-8>",
        "<META CHARSET=\"UTF-8\">",
        "<meta http-equiv=Content-Type content='text/html; charset=utf-8'>",
        "<meta name=a>",
        "<p>charset=iso-8859-1",
        "<p>charset=iso-8859-1<meta name=a>",
      })
  void isUtf8_saidOrUnsaid(String text) {
    assertTrue(isUtf8(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@charset \"iso-8859-1\";i{}",
        "@charset \"",
        "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><svg/>",
        "<?xml version='1.0' encoding\t=\r\n'windows-1251'?><meta charset=utf-8>",
        "<meta charset=windows-1251>",
        "<p>charset=utf-8<META CHARSET = 'windows-1251'>",
        "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>",
      })
  void isUtf8_saysSomethingElse(String text) {
    assertFalse(isUtf8(text));
  }

  /** Browsers look at 1,024 bytes. */
  @ParameterizedTest
  @CsvSource({"0, false", "1000, false", "1001, false", "1024, true", "5000, true"})
  void isUtf8_saidLate(int before, boolean unsaid) {
    String text = " ".repeat(before) + "<meta charset=iso-8859-1>";
    assertEquals(unsaid, isUtf8(text));
    TextCheck inPieces = new TextCheck();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i += 10) {
      inPieces.write(bytes, i, Math.min(10, bytes.length - i));
    }
    assertEquals(unsaid, inPieces.isUtf8());
  }
}
