package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or may not be written; needs to mount some, and says so where it can't. */
class DiskTest {
  @TempDir Path target;
  private Path disk;
  private Path folder;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectories(target.resolve("disk"));
    boolean mounted = runs("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk.toString());
    if (!mounted) {
      System.err.println("SKIPPED: DiskTest can't mount a file system; run it as root");
    }
    assumeTrue(mounted, "may not mount a file system");
    folder = Files.createDirectories(disk.resolve("static"));
  }

  @AfterEach
  void unmount() throws Exception {
    runs("umount", disk.toString());
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) { // There is no such command.
      return false;
    }
  }

  private Fingerprint site() {
    return Fingerprint.of(folder).prefix("/static").codings(ContentCoding.GZIP);
  }

  @Test
  void full_leavesAllAsItWas() throws Exception {
    Tree site = new Tree(disk);
    site.write("static/a.js", noise(20_000));
    site().run();
    site.write("static/b.js", noise(100_000)).write("static/c.js", noise(150_000));
    site.write("static/d.js", noise(120_000));
    var before = site.contents();
    IOException e = assertThrows(IOException.class, () -> site().run());
    assertTrue(Failure.text(e).contains("No space left on device"), Failure.text(e));
    assertEquals(before, site.contents());
    assertEquals(
        3, FingerprintCommand.run(folder.toString(), "--prefix", "/static", "--codings", "none"));
    assertEquals(before, site.contents());
    Files.delete(folder.resolve("d.js"));
    Files.delete(folder.resolve("c.js"));
    assertEquals(1, site().run().written().size());
  }

  @Test
  void fullWhileCoding_namesTheCoding() throws Exception {
    Tree site = new Tree(disk);
    site.write("static/a.js", noise(250_000));
    var before = site.contents();
    IOException e = assertThrows(IOException.class, () -> site().run());
    assertTrue(
        Failure.text(e)
            .matches("'a-[0-9a-f]{12}\\.js\\.gz' can't be made: No space left on device"),
        Failure.text(e));
    assertEquals(before, site.contents());
  }

  @Test
  void readOnly_leavesAllAsItWas() throws Exception {
    Tree site = new Tree(disk);
    site.write("static/a.js", noise(2000));
    site().run();
    site.write("static/b.js", noise(2000));
    var before = site.contents();
    assertTrue(runs("mount", "-o", "remount,ro", disk.toString()));
    IOException e = assertThrows(IOException.class, () -> site().run());
    assertTrue(Failure.text(e).contains("Read-only file system"), Failure.text(e));
    assertEquals(
        3, FingerprintCommand.run(folder.toString(), "--prefix", "/static", "--codings", "none"));
    assertEquals(before, site.contents());
    assertEquals(List.of("b.js"), wouldWrite());
  }

  @Test
  void readOnly_nothingToWrite_isDone() throws Exception {
    Tree site = new Tree(disk);
    site.write("static/a.js", noise(2000)).write("static/a.css", "i { b: url(a.js) }");
    site().run();
    assertTrue(runs("mount", "-o", "remount,ro", disk.toString()));
    FingerprintReport report = site().run();
    assertTrue(report.isUpToDate(), report.toString());
    assertEquals(2, report.assets().size());
    assertFalse(report.dryRun());
  }

  @Test
  void readOnly_somethingToWrite_namesTheFolder() throws Exception {
    new Tree(disk).write("static/a.js", noise(2000));
    site().run();
    Files.delete(folder.resolve("a.js"));
    assertTrue(runs("mount", "-o", "remount,ro", disk.toString()));
    IOException e = assertThrows(IOException.class, () -> site().run());
    Path home = disk.resolve("META-INF/autoversion");
    assertEquals(
        home
            + " can't be written to: "
            + home.resolve("manifest.json.journal")
            + ": Read-only file system",
        e.getMessage());
  }

  private List<String> wouldWrite() throws IOException {
    return site().dryRun().run().assets().stream()
        .filter(asset -> !asset.written().isEmpty())
        .map(FingerprintedAsset::path)
        .toList();
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(length).nextBytes(noise);
    return noise;
  }
}
