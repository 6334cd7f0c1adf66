package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0       | 0 assets
          1       | 1 asset
          999     | 999 assets
          1000    | 1,000 assets
          10131   | 10,131 assets
          1234567 | 1,234,567 assets
          """)
  void count(int number, String text) {
    assertEquals(text, Summary.count(number, "asset"));
  }

  @Test
  void bytes() {
    assertEquals("0.0 kB", Summary.bytes(0));
    assertEquals("1.3 kB", Summary.bytes(1250));
    assertEquals("999.9 kB", Summary.bytes(999_900));
    assertEquals("1.0 MB", Summary.bytes(1_000_000));
    assertEquals("42.3 MB", Summary.bytes(42_345_678));
  }
}
