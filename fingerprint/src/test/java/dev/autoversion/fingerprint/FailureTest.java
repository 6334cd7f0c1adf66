package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {
  @Test
  void text_saysWhichFileAndWhy() {
    IOException denied = new AccessDeniedException("/srv/private");
    assertEquals("/srv/private: access denied", Failure.text(denied));
    assertEquals(
        "/srv/private: access denied", Failure.text(new UncheckedIOException("walk", denied)));
  }

  @Test
  void run_folderThatMayNotBeRead_isNamed(@TempDir Path target) throws IOException {
    Path closed = Files.createDirectories(target.resolve("static/private"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    boolean open = Files.isReadable(closed);
    if (open) {
      System.err.println("SKIPPED: FailureTest may read all; don't run it as root");
    }
    try {
      assumeFalse(open, "may read all");
      Fingerprint site = Fingerprint.of(target.resolve("static")).exclude("private/**");
      IOException e = assertThrows(IOException.class, site::run);
      assertEquals(
          target.resolve("static") + " can't be listed: " + closed + ": access denied",
          e.getMessage());
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
