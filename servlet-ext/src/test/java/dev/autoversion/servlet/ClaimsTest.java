package dev.autoversion.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
  private static final Optional<Instant> TIME =
      Optional.of(Instant.parse("2024-01-02T03:04:05.678Z"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tue, 02 Jan 2024 03:04:05 GMT | true
          Tue, 02 Jan 2024 03:04:06 GMT | false
          Tue, 02 Jan 2024 03:04:04 GMT | false
          2024-01-02                    | false
          ''                            | false
                                        | true
          """)
  void fits_namesTheSecond(String lastModified, boolean expected) {
    assertEquals(expected, Claims.fits(lastModified, TIME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tue, 02 Jan 2024 03:04:05 GMT | true
          Tue, 02 Jan 2024 03:04:06 GMT | true
          Tue, 02 Jan 2024 03:04:04 GMT | false
          2024-01-02                    | false
                                        | true
          """)
  void isNotBefore_namesTheSecondOrALaterOne(String lastModified, boolean expected) {
    assertEquals(expected, Claims.isNotBefore(lastModified, TIME));
  }

  @ParameterizedTest
  @CsvSource({"gzip, .gz", "br, .br", "zstd, .zst"})
  void extension_ofCodings(String coding, String expected) {
    assertEquals(expected, Claims.extension(coding));
  }

  @Test
  void fits_unknownTime() {
    assertEquals(true, Claims.fits("Tue, 02 Jan 2024 03:04:06 GMT", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0, 0
          12, 12
          -1, -1
          +1, -1
          '', -1
          , -1
          99999999999999999999, -1
          """)
  void length_isNumberOrUnknown(String text, long expected) {
    assertEquals(expected, Claims.length(text));
  }
}
