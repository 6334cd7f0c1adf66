package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A large file that changes between two reads of it. A version that will be trusted is the hash of
 * one of the two contents; what was read in between may be of both, and is read again.
 */
final class TornReadTest {
  private static final int SIZE = 4 << 20;
  // head -c 4194304 /dev/zero | tr '\0' a | sha256sum
  private static final String OF_A = "/s/big.bin?v=299285fc41a4";
  private static final String OF_B = "/s/big.bin?v=61d678b48de6";
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir Path site;
  private Path file;

  /** How programs put new bytes into a file. */
  enum Writing {
    IN_PLACE {
      @Override
      void write(Path file, byte[] bytes) throws IOException {
        put(file, bytes, StandardOpenOption.WRITE);
      }
    },
    TRUNCATED {
      @Override
      void write(Path file, byte[] bytes) throws IOException {
        put(file, bytes, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
      }
    },
    HALF {
      @Override
      void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, Arrays.copyOf(bytes, SIZE / 2));
      }
    },
    RENAMED {
      @Override
      void write(Path file, byte[] bytes) throws IOException {
        Path next = Files.write(file.resolveSibling("next"), bytes);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    };

    abstract void write(Path file, byte[] bytes) throws IOException;

    private static void put(Path file, byte[] bytes, OpenOption... options) throws IOException {
      Files.write(file, bytes, options);
    }
  }

  /** Something that happens in the middle of a read. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  @BeforeEach
  void create() throws IOException {
    file = Files.write(site.resolve("big.bin"), content('a'));
    Files.setLastModifiedTime(file, LONG_AGO); // So that the next write is at another time.
  }

  @ParameterizedTest
  @EnumSource(names = {"IN_PLACE", "TRUNCATED", "RENAMED"})
  void look_changedBetweenTwoReads(Writing writing) {
    for (int at : new int[] {1, SIZE / 2, SIZE}) {
      assertEquals(OF_B, afterAChange(writing, at));
    }
  }

  private String afterAChange(Writing writing, int at) {
    int[] changes = new int[1];
    CountingSource source =
        new CountingSource(site)
            .stream(
                bytes ->
                    changes[0]++ > 0
                        ? bytes
                        : interrupted(bytes, at, () -> writing.write(file, content('b'))));
    try {
      create();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Autoversion autoversion = ManualTime.later().builder().source("/s", source).build();
    String url = autoversion.url("/s/big.bin");
    assertEquals(2, source.opens(), "read again");
    assertEquals(url, autoversion.url("/s/big.bin"));
    return url;
  }

  /** What is at rest when it is read again is its content, even if more is to come. */
  @Test
  void look_halfWritten() {
    String half = afterAChange(Writing.HALF, SIZE / 4);
    assertNotEquals(OF_A, half);
    assertNotEquals(OF_B, half);
  }

  /** An edit that sets the time back leaves the change time, which is recent then. */
  @Test
  void look_changedWithItsTimeSetBack() {
    ManualTime time = ManualTime.now();
    int[] changes = new int[1];
    CountingSource source =
        new CountingSource(site)
            .stream(
                bytes ->
                    changes[0]++ > 0
                        ? bytes
                        : interrupted(
                            bytes,
                            SIZE / 2,
                            () -> {
                              Writing.IN_PLACE.write(file, content('b'));
                              Files.setLastModifiedTime(file, LONG_AGO);
                            }));
    Autoversion autoversion = time.builder().source("/s", source).build();
    autoversion.url("/s/big.bin");
    time.advance(Duration.ofSeconds(1));
    assertEquals(OF_B, autoversion.url("/s/big.bin"));
  }

  @Test
  void look_neverAtRest() throws IOException {
    ManualTime time = ManualTime.later();
    boolean[] quiet = new boolean[1];
    int[] changes = new int[1];
    CountingSource source =
        new CountingSource(site)
            .stream(bytes -> quiet[0] ? bytes : interrupted(bytes, SIZE / 2, () -> touch(changes)));
    Autoversion autoversion = time.builder().source("/s", source).build();
    autoversion.url("/s/big.bin");
    int opens = source.opens();
    quiet[0] = true;
    Files.write(file, content('b'));
    time.advance(Duration.ofSeconds(1));
    assertEquals(OF_B, autoversion.url("/s/big.bin"));
    assertEquals(opens + 1, source.opens());
  }

  private void touch(int[] changes) throws IOException {
    Writing.IN_PLACE.write(file, content((char) ('c' + changes[0])));
    changes[0]++;
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.toInstant().plusSeconds(changes[0])));
  }

  /** The bytes of a file, with a step after the first of them. */
  private static InputStream interrupted(InputStream bytes, int after, Step step) {
    return new FilterInputStream(bytes) {
      private int read;
      private boolean done;

      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        int most = done ? length : Math.min(length, Math.max(after - read, 1));
        int n = super.read(buffer, from, most);
        read += Math.max(n, 0);
        if (!done && read >= after) {
          done = true;
          step.run();
        }
        return n;
      }
    };
  }

  private static byte[] content(char letter) {
    byte[] bytes = new byte[SIZE];
    Arrays.fill(bytes, (byte) letter);
    return bytes;
  }
}
