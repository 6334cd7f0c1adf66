package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs at moments that chance chooses. {@code -Dautoversion.storm=50} kills as many, {@code
 * -Dautoversion.seed=7} at other moments.
 */
@Tag("fork")
class KilledTest {
  private static final int FILES = 300;
  private static final int LATEST = 900;

  @TempDir Path target;
  @TempDir Path scratch;

  @Test
  void run_killedAtAnyMoment_leavesWholeFilesAndNoSources() throws Exception {
    Random random = new Random(Long.getLong("autoversion.seed", 1));
    Tree site = new Tree(target);
    Path folder = Files.createDirectories(target.resolve("static"));
    Path manifest = target.resolve("META-INF/autoversion/manifest.json");
    List<String> command =
        List.of(folder.toString(), "--prefix", "/static", "--codings", "gzip", "--threads", "2");
    for (int i = 0; i < FILES; i++) {
      site.write("static/f" + i + ".js", ("first " + i + " ").repeat(100));
    }
    site.write("static/all.css", "i { b: url(f1.js); c: url(f2.js) }");
    assertEquals(0, CommandProcess.start(scratch, command).exitCode());
    for (int kill = 0; kill < Math.max(4, Integer.getInteger("autoversion.storm", 0)); kill++) {
      for (int i = 0; i < FILES; i += 2) {
        site.write("static/f" + i + ".js", ("kill " + kill + " of " + i + " ").repeat(100));
      }
      CommandProcess process = CommandProcess.start(scratch, command);
      boolean ended = process.process().waitFor(random.nextInt(LATEST), TimeUnit.MILLISECONDS);
      process.process().destroyForcibly().waitFor();
      int assets = new Wholeness(manifest, folder).check();
      assertEquals(FILES + 1, assets, "killed " + kill + ", ended " + ended);
    }
    assertEquals(0, CommandProcess.start(scratch, command).exitCode());
    assertEquals(FILES + 1, new Wholeness(manifest, folder).check());
    Fingerprint again = Fingerprint.of(folder).prefix("/static").codings(ContentCoding.GZIP);
    assertTrue(again.dryRun().run().isUpToDate());
    assertTrue(
        site.names().stream().noneMatch(name -> name.contains("/.") || name.endsWith("journal")),
        () -> "something is left behind");
    Cleaning.of(folder).prefix("/static").keepBuilds(1).run();
    // Each source, its copy and its coding; the stylesheet is too small for one.
    assertEquals(3 * FILES + 2, new Tree(folder).names().size());
  }
}
