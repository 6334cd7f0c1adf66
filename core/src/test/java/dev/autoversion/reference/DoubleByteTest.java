package dev.autoversion.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubleByteTest {

  @ParameterizedTest
  @CsvSource({
    "Shift_JIS, 805C 815C 9F5C, 805C 8180 9F80",
    "Shift_JIS, A05C A15C DF5C, A05C A15C DF5C",
    "Shift_JIS, E05C FC5C FD5C FF5C, E080 FC80 FD5C FF5C",
    "GBK, 805C 815C A05C FE5C FF5C, 805C 8180 A080 FE80 FF5C",
    "GB18030, 812F 8130 8139 813A 813F, 812F 8180 8180 813A 813F",
    "GB18030, 8140 817E 817F 8180 81FE, 8180 8180 817F 8180 8180",
    "Big5, 8181 5C 81, 8180 5C 81"
  })
  void hideTrailBytes_charset(String charset, String bytes, String hidden) {
    byte[] given = HexFormat.of().parseHex(bytes.replace(" ", ""));
    byte[] result = DoubleByte.hideTrailBytes(given, Charset.forName(charset));
    assertEquals(hidden.replace(" ", ""), HexFormat.of().withUpperCase().formatHex(result));
  }

  @Test
  void hideTrailBytes_singleByteCharset() {
    byte[] bytes = {(byte) 0x81, '\\'};
    assertSame(bytes, DoubleByte.hideTrailBytes(bytes, StandardCharsets.ISO_8859_1));
  }
}
