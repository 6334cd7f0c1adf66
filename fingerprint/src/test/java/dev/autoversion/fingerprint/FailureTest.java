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

  /** An empty manifest would take the place of a good one. */
  @Test
  void run_folderThatHasGone_isNoEmptyOne(@TempDir Path target) throws IOException {
    Path folder = target.resolve("static");
    Tree all = new Tree(target).write("static/a.js", "two");
    Fingerprint site = Fingerprint.of(folder).output(target.resolve("out"));
    site.run();
    Files.delete(folder.resolve("a.js"));
    Files.delete(folder);
    var before = all.contents();
    IOException e = assertThrows(IOException.class, site::run);
    assertEquals(folder + " can't be listed: it is not there any more", e.getMessage());
    assertEquals(before, all.contents());
  }

  @Test
  void run_fileInTheWay_saysSo(@TempDir Path target) throws IOException {
    new Tree(target).write("static/css/app.css", "a {}").write("out/css", "");
    Fingerprint site = Fingerprint.of(target.resolve("static")).output(target.resolve("out"));
    IOException e = assertThrows(IOException.class, site::run);
    assertEquals(target.resolve("out/css") + ": a file is in the way", e.getMessage());
  }

  @Test
  void clean_fileInTheWay_saysSo(@TempDir Path target) throws IOException {
    new Tree(target).write("static/a.js", "").write("META-INF/autoversion", "");
    Cleaning site = Cleaning.of(target.resolve("static"));
    IOException e = assertThrows(IOException.class, site::run);
    assertEquals(target.resolve("META-INF/autoversion") + ": a file is in the way", e.getMessage());
  }
}
