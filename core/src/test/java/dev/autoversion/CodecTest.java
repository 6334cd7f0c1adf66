package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodecTest {
  @ParameterizedTest
  @EnumSource(
      value = Coding.class,
      names = {"BR", "ZSTD", "GZIP"})
  void encoder_bestIsShorter(Coding coding) throws IOException {
    Codec codec = Objects.requireNonNull(new Codecs().of(coding));
    StringBuilder script = new StringBuilder();
    for (long i = 0, odd = 1; i < 10_000; i++, odd = odd * 48_271 % 2_147_483_647) {
      script.append("f(").append(odd % 977).append(");");
    }
    byte[] bytes = script.toString().getBytes(StandardCharsets.UTF_8);
    byte[] fast = encoded(codec, Codec.Effort.FAST, bytes);
    byte[] best = encoded(codec, Codec.Effort.BEST, bytes);
    assertTrue(best.length < fast.length, () -> best.length + " < " + fast.length);
    for (byte[] coded : new byte[][] {fast, best}) {
      try (InputStream decoded = codec.decoder(new ByteArrayInputStream(coded))) {
        assertArrayEquals(bytes, decoded.readAllBytes());
      }
    }
  }

  private static byte[] encoded(Codec codec, Codec.Effort effort, byte[] bytes) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (OutputStream encoder = codec.encoder(coded, effort)) {
      encoder.write(bytes);
    }
    return coded.toByteArray();
  }
}
