package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedBytesTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /** An asset that was changed just now, which may tell a size that it has not. */
  private record Young(byte[] bytes, long size) implements Asset {
    Young(long size) {
      this(new byte[(int) size], size);
    }

    @Override
    public LogicalPath path() {
      return LogicalPath.of("a.mp4").orElseThrow();
    }

    @Override
    public FileTime lastModified() {
      return FileTime.from(NOW);
    }

    @Override
    public InputStream open() throws IOException {
      return new ByteArrayInputStream(bytes);
    }
  }

  private static SharedBytes of(long maximumBytes) {
    return new SharedBytes(maximumBytes, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static byte @Nullable [] read(SharedBytes shared, String key, Asset asset)
      throws IOException {
    return shared.read(key, asset, asset.stamp());
  }

  @Test
  void read_isFoundUnderItsStamp() throws IOException {
    SharedBytes shared = of(100);
    Young asset = new Young(new byte[] {1, 2, 3}, 3);
    byte[] read = read(shared, "a", asset);
    assertArrayEquals(new byte[] {1, 2, 3}, read);
    assertSame(read, shared.find("a", asset.stamp()));
    assertNull(shared.find("b", asset.stamp()));
    assertNull(shared.find("a", Stamp.of(4, FileTime.from(NOW))));
  }

  @Test
  void readAgain_theLatterIsFound() throws IOException {
    SharedBytes shared = of(100);
    Young asset = new Young(3);
    byte[] other = read(shared, "b", asset);
    byte[] first = read(shared, "a", asset);
    byte[] second = read(shared, "a", new Young(4));
    assertNotNull(first);
    assertNull(shared.find("a", asset.stamp()));
    assertSame(second, shared.find("a", new Young(4).stamp()));
    assertSame(other, shared.find("b", asset.stamp()));
  }

  /** A file that is being written has fewer bytes than it was seen with, or more. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4})
  void read_ofAnotherSize(int length) throws IOException {
    SharedBytes shared = of(100);
    Young asset = new Young(new byte[length], 3);
    assertNull(read(shared, "a", asset));
    assertNull(shared.find("a", asset.stamp()));
  }

  @Test
  void read_nothing() throws IOException {
    assertNull(read(of(100), "a", new Young(0)));
    assertNull(read(of(100), "a", new Young(new byte[3], -1)));
  }

  @Test
  void read_whatItsStampVouchesFor() throws IOException {
    Stamp old = Stamp.of(3, FileTime.from(NOW.minusSeconds(3)));
    assertNull(of(100).read("a", new Young(3), old));
  }

  @Test
  void read_noMoreThanThereIsRoomFor() throws IOException {
    assertNotNull(read(of(3), "a", new Young(3)));
    assertNull(read(of(2), "a", new Young(3)));
    SharedBytes shared = of(7);
    byte[] first = read(shared, "a", new Young(3));
    byte[] second = read(shared, "b", new Young(3));
    assertNull(read(shared, "c", new Young(3)));
    byte[] third = read(shared, "c", new Young(1));
    assertNull(read(shared, "d", new Young(1)));
    assertNotSame(first, second);
    assertNotNull(third);
  }

  /** As the last one lets go of them. */
  @Test
  void released_makesRoomOnce() throws IOException {
    SharedBytes shared = of(3);
    assertNotNull(read(shared, "a", new Young(3)));
    byte[] second = readOnceThereIsRoom(shared);
    assertNull(read(shared, "c", new Young(1)));
    assertSame(second, shared.find("b", new Young(3).stamp()));
  }

  @Test
  void failed_makesRoomOnce() throws IOException {
    SharedBytes shared = of(3);
    Asset failing = new Unreadable();
    assertThrows(IOException.class, () -> read(shared, "a", failing));
    byte[] second = readOnceThereIsRoom(shared);
    assertNull(read(shared, "c", new Young(1)));
    assertSame(second, shared.find("b", new Young(3).stamp()));
  }

  private static byte[] readOnceThereIsRoom(SharedBytes shared) throws IOException {
    for (int i = 0; i < 1_000; i++) {
      byte[] read = read(shared, "b", new Young(3));
      if (read != null) {
        return read;
      }
      System.gc();
    }
    throw new AssertionError("what nobody has any more still takes room");
  }

  private static final class Unreadable implements Asset {
    @Override
    public LogicalPath path() {
      return LogicalPath.of("a.mp4").orElseThrow();
    }

    @Override
    public long size() {
      return 3;
    }

    @Override
    public FileTime lastModified() {
      return FileTime.from(NOW);
    }

    @Override
    public InputStream open() throws IOException {
      throw new IOException("bad sector");
    }
  }
}
