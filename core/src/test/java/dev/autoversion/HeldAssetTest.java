package dev.autoversion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** Of what has more bytes than it tells, no more are read than may be held. */
  @ParameterizedTest
  @CsvSource({"33_554_431, true", "33_554_432, false"})
  void of_longerThanItTells(String length, boolean held) throws IOException {
    long size = Long.parseLong(length.replace("_", ""));
    Endless asset = new Endless(size, new AtomicLong());
    assertEquals(held, HeldAsset.of(asset) instanceof HeldAsset);
    assertEquals(size, asset.read().get());
  }

  @Test
  void of_endless_isReadNoFurther() throws IOException {
    Endless asset = new Endless(Long.MAX_VALUE, new AtomicLong());
    assertSame(asset, HeldAsset.of(asset));
    assertEquals(33_554_432, asset.read().get());
  }

  /** Zeros, as many as there are; the number of those that were read. */
  private record Endless(long length, AtomicLong read) implements Asset {
    @Override
    public LogicalPath path() {
      return LogicalPath.of("a.css").orElseThrow();
    }

    @Override
    public long size() {
      return 0;
    }

    @Override
    public FileTime lastModified() {
      return FileTime.fromMillis(1);
    }

    @Override
    public InputStream open() {
      return new InputStream() {
        @Override
        public int read() throws IOException {
          return read(new byte[1], 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) {
          int n = (int) Math.min(count, length - read.get());
          read.addAndGet(n);
          return n == 0 && count > 0 ? -1 : n;
        }
      };
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
