package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.CapturedLog;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits for a run that goes on. */
class ClaimTest {
  @TempDir Path target;
  private Path manifest;
  private Path journal;

  @BeforeEach
  void name() {
    manifest = target.resolve("manifest.json");
    journal = target.resolve("manifest.json.journal");
  }

  /** Tries to lock a file, and ends with 1 if it could. */
  static final class Other {
    private Other() {}

    public static void main(String[] files) throws Exception {
      FileChannel channel = FileChannel.open(Path.of(files[0]), StandardOpenOption.WRITE);
      System.exit(channel.tryLock() == null ? 0 : 1);
    }
  }

  private int other() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            journal.toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  /** The system forgets a process's lock once that closes the file, whichever thread does. */
  @Test
  @Tag("fork")
  void open_threadThatGivesUp_leavesTheLock() throws Exception {
    Journal held = Journal.open(manifest, "/static");
    assertEquals(0, other());
    Thread.currentThread().interrupt();
    InterruptedIOException e =
        assertThrows(InterruptedIOException.class, () -> Journal.open(manifest, "/docs"));
    assertEquals(
        "interrupted while waiting for another run, which has locked " + journal, e.getMessage());
    assertTrue(Thread.interrupted());
    assertEquals(0, other());
    held.close();
  }

  @Test
  void on_waitsForLong_saysSo() throws Exception {
    try (CapturedLog log = CapturedLog.open()) {
      Journal held = Journal.open(manifest, "/static");
      Thread other = new Thread(this::claim);
      other.start();
      while (log.lines().isEmpty() && other.isAlive()) {
        Thread.onSpinWait();
      }
      held.close();
      other.join();
      assertEquals(
          List.of("INFO waiting for another run, which has locked " + journal), log.lines());
    }
  }

  private void claim() {
    try {
      Claim.on(journal, Duration.ofMillis(40)).close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
