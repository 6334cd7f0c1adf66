package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty-four kinds of failing disk: six operations, and four ways for each to go wrong. */
class FailingDiskTest {
  private static final String SMALL = "/s/a-3fc4ccfe7458.js"; // printf two | sha256sum
  // head -c 1048577 /dev/zero | sha256sum
  private static final String LARGE = "/s/big-2cb74edba754.mp4";
  private static final byte[] ZEROS = new byte[(1 << 20) + 1];

  @TempDir Path site;
  private final FaultyFiles files = new FaultyFiles();
  private final ManualTime time = ManualTime.later();
  @RegisterExtension private final CapturedLog log = new CapturedLog();

  /** What an operating system says. */
  enum Failure {
    INPUT_OUTPUT {
      @Override
      IOException on(Path path) {
        return new FileSystemException(path.toString(), null, "Input/output error");
      }
    },
    TOO_MANY_OPEN_FILES {
      @Override
      IOException on(Path path) {
        return new FileSystemException(path.toString(), null, "Too many open files");
      }
    },
    NO_PERMISSION {
      @Override
      IOException on(Path path) {
        return new AccessDeniedException(path.toString());
      }
    },
    TIMED_OUT {
      @Override
      IOException on(Path path) {
        return new InterruptedIOException("Connection timed out");
      }
    };

    abstract IOException on(Path path);
  }

  static List<Arguments> kinds() {
    List<Arguments> kinds = new ArrayList<>();
    for (FaultyFiles.Operation operation : FaultyFiles.Operation.values()) {
      for (Failure failure : Failure.values()) {
        if (operation != FaultyFiles.Operation.LIST) {
          kinds.add(Arguments.of(operation, failure));
        }
      }
    }
    assertEquals(24, kinds.size());
    return kinds;
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(site.resolve("a.js"), "two");
    Files.write(site.resolve("big.mp4"), ZEROS);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void known_isNeverTakenAway(FaultyFiles.Operation operation, Failure failure) throws IOException {
    Autoversion autoversion = autoversion();
    assertEquals(SMALL, autoversion.url("/s/a.js"));
    assertEquals(LARGE, autoversion.url("/s/big.mp4"));
    assertEquals("two", Sent.of(autoversion, Asked.get(SMALL)).text());
    fail(operation, failure, 1);
    for (int i = 0; i < 3; i++) {
      time.advance(Duration.ofSeconds(2));
      assertEquals(SMALL, autoversion.url("/s/a.js"));
      assertEquals(LARGE, autoversion.url("/s/big.mp4"));
      assertEquals("two", Sent.of(autoversion, Asked.get(SMALL)).text());
      largeIsRightOrBrokenOff(autoversion);
    }
    files.recover();
    time.advance(Duration.ofSeconds(2));
    assertArrayEquals(ZEROS, Sent.of(autoversion, Asked.get(LARGE)).bytes());
    Files.writeString(site.resolve("a.js"), "one");
    assertEquals("/s/a-7692c3ad3540.js", autoversion.url("/s/a.js"));
  }

  /** A disk that answers every other time, from the start. */
  @ParameterizedTest
  @MethodSource("kinds")
  void flapping_neverGivesWrongBytes(FaultyFiles.Operation operation, Failure failure)
      throws IOException {
    for (int every = 2; every <= 5; every++) {
      Autoversion autoversion = autoversion();
      fail(operation, failure, every);
      for (int i = 0; i < 6; i++) {
        Optional<AssetResponse> small = autoversion.respond(Asked.get(SMALL));
        if (small.isPresent()) {
          assertEquals("two", Sent.of(small.get()).text());
        }
        largeIsRightOrBrokenOff(autoversion);
        time.advance(Duration.ofSeconds(2));
      }
      files.recover();
      time.advance(Duration.ofSeconds(2));
      assertEquals("two", Sent.of(autoversion, Asked.get(SMALL)).text());
      assertArrayEquals(ZEROS, Sent.of(autoversion, Asked.get(LARGE)).bytes());
    }
  }

  private Autoversion autoversion() {
    return time.builder().directory("/s", files.path(site)).placement(Placement.fileName()).build();
  }

  private void fail(FaultyFiles.Operation failing, Failure failure, int every) {
    AtomicInteger count = new AtomicInteger();
    files.fail(
        (operation, path) -> {
          if (operation == failing && count.incrementAndGet() % every == 0) {
            throw failure.on(path);
          }
        });
  }

  private static void largeIsRightOrBrokenOff(Autoversion autoversion) {
    Optional<AssetResponse> large = autoversion.respond(Asked.get(LARGE));
    assertTrue(large.isPresent() || autoversion.storing(Asked.get(LARGE)) == Storing.NEVER);
    if (large.isPresent() && large.get().status() == 302) { // Where each look asks for real paths.
      assertEquals("no-store", large.get().headers().get("Cache-Control"));
    } else if (large.isPresent()) {
      try {
        assertArrayEquals(ZEROS, Sent.of(large.get()).bytes());
      } catch (IOException e) {
        assertEquals(200, large.get().status());
      }
    }
  }
}
