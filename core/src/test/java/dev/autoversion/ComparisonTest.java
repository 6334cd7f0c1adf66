package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Bytes that are written next to those that a coding gives. */
class ComparisonTest {
  private static final String TEXT = text();
  private static final byte[] BYTES = TEXT.getBytes(StandardCharsets.US_ASCII);

  /** 40,000 digits, longer than two buffers, whose pieces are nowhere the same. */
  private static String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 10_000; i < 18_000; i++) {
      text.append(i);
    }
    return text.toString();
  }

  @Test
  void write_inPieces() throws IOException {
    try (Comparison comparison = of(TEXT)) {
      comparison.write(BYTES, 0, 20_000);
      comparison.write(BYTES[20_000]);
      comparison.write(BYTES, 20_001, 19_999);
      assertTrue(comparison.isAtEnd());
    }
  }

  @Test
  void write_otherBytes() throws IOException {
    byte[] other = BYTES.clone();
    other[BYTES.length - 1] = '.';
    try (Comparison comparison = of(TEXT)) {
      assertThrows(IOException.class, () -> comparison.write(other, 0, other.length));
    }
    try (Comparison comparison = of(TEXT)) {
      assertThrows(IOException.class, () -> comparison.write('x'));
    }
  }

  @Test
  void isAtEnd_zeroBehind() throws IOException {
    try (Comparison comparison = of("one\0")) {
      comparison.write("one".getBytes(StandardCharsets.US_ASCII));
      assertFalse(comparison.isAtEnd());
    }
  }

  /** What decodes may hold memory outside of the heap. */
  @Test
  void close_theDecoder() throws IOException {
    Comparison comparison = of("one");
    comparison.close();
    assertEquals(
        "Stream closed", assertThrows(IOException.class, () -> comparison.write('o')).getMessage());
  }

  private static Comparison of(String text) throws IOException {
    return Comparison.of(new GzipCodec(), CopiedSite.gzip(text));
  }
}
