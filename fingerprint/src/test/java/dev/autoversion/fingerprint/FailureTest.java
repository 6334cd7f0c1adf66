package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
    assertEquals(folder + " can't be listed: it no longer exists", e.getMessage());
    assertEquals(before, all.contents());
  }

  /** On Windows another program may have it open. */
  @Test
  void run_copyThatCantBeTakenBack_isNoSource(@TempDir Path target) throws IOException {
    Tree all = new Tree(target).write("static/a.css", "i { b: url(x.png) }");
    all.write("static/x.png", "png");
    Fingerprint site = Fingerprint.of(target.resolve("static")).codings().threads(1);
    Path copy = target.resolve("static").resolve(site.dryRun().run().assets().get(0).file());
    Path inTheWay = copy.resolve("in the way");
    Progress failing =
        (stage, done, total) -> {
          if (Files.isRegularFile(copy)) {
            copy.toFile().delete();
            inTheWay.toFile().mkdirs();
            throw new IllegalStateException("it fails");
          }
        };
    assertThrows(IllegalStateException.class, site.progress(failing)::run);
    assertFalse(Files.exists(target.resolve("META-INF/autoversion/manifest.json")));
    Files.delete(inTheWay);
    Files.delete(copy);
    Files.writeString(copy, "i { b: url(x-8f8cbb7dcf46.png) }");
    all.write("static/a.css", "j { b: url(x.png) }");
    assertEquals(2, site.run().assets().size());
    assertEquals(4, new Tree(target.resolve("static")).names().size());
    assertEquals(
        List.of("manifest.json"), new Tree(target.resolve("META-INF/autoversion")).names());
  }

  @Test
  void run_fails_keepsCopiesThatTheManifestNames(@TempDir Path target) throws IOException {
    Tree all = new Tree(target).write("static/app.js", "two");
    Fingerprint site = Fingerprint.of(target.resolve("static")).codings().threads(1);
    site.run();
    all.write("static/app-3fc4ccfe7458.js", "edited").write("static/b.js", "three");
    Progress failing =
        (stage, done, total) -> {
          if (done == 2) {
            throw new IllegalStateException("it fails");
          }
        };
    assertThrows(IllegalStateException.class, site.progress(failing)::run);
    assertEquals("two", all.read("static/app-3fc4ccfe7458.js"));
    assertEquals(
        List.of("app-3fc4ccfe7458.js", "app.js", "b.js"),
        new Tree(target.resolve("static")).names());
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
