package dev.autoversion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldAssetTest {
  /** A file may grow or shrink after it was looked at, and a source of a user's own may guess. */
  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 4, 5, 6, 1_000_000})
  void of_whateverSizeItTells(long told) throws IOException {
    Asset held = HeldAsset.of(new Told(told));
    assertEquals(5, held.size());
    try (InputStream bytes = held.open()) {
      assertEquals("a { }", new String(bytes.readAllBytes(), UTF_8));
    }
  }

  private record Told(long size) implements Asset {
    @Override
    public LogicalPath path() {
      return LogicalPath.of("a.css").orElseThrow();
    }

    @Override
    public FileTime lastModified() {
      return FileTime.fromMillis(1);
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream("a { }".getBytes(UTF_8));
    }
  }
}
