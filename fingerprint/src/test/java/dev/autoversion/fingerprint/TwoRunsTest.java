package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoRunsTest {
  private static final int FILES = 200;

  @TempDir Path target;
  @TempDir Path scratch;
  private Path folder;
  private Path manifest;

  @BeforeEach
  void writeSite() throws Exception {
    Tree site = new Tree(target);
    folder = Files.createDirectories(target.resolve("static"));
    manifest = target.resolve("META-INF/autoversion/manifest.json");
    for (int i = 0; i < FILES; i++) {
      site.write("static/f" + i + ".js", ("text of " + i + " ").repeat(100));
    }
  }

  @Test
  @Tag("fork")
  void processes_overOneManifest() throws Exception {
    List<String> command = List.of(folder.toString(), "--prefix", "/static", "--codings", "gzip");
    CommandProcess one = CommandProcess.start(scratch, command);
    CommandProcess other = CommandProcess.start(scratch, command);
    assertEquals(0, one.exitCode(), one.text());
    assertEquals(0, other.exitCode(), other.text());
    checkAll();
  }

  @Test
  void threads_overOneManifest_oneWritesAll() throws Exception {
    Fingerprint run = Fingerprint.of(folder).prefix("/static").codings(ContentCoding.GZIP);
    List<Integer> written = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      List<Future<FingerprintReport>> runs =
          List.of(pool.submit(run::run), pool.submit(run::run), pool.submit(run::run));
      for (Future<FingerprintReport> each : runs) {
        written.add(each.get().written().size());
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(List.of(0, 0, 2 * FILES), written.stream().sorted().toList());
    checkAll();
  }

  @Test
  void threads_overTwoManifestsAndOneFolder_doNoHarm() throws Exception {
    Path out = target.resolve("out/o");
    Fingerprint run = Fingerprint.of(folder).codings(ContentCoding.GZIP).output(out);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<FingerprintReport> one = pool.submit(run.manifest(target.resolve("one.json"))::run);
      Future<FingerprintReport> two = pool.submit(run.manifest(target.resolve("two.json"))::run);
      one.get();
      two.get();
    } finally {
      pool.shutdownNow();
    }
    assertEquals(FILES, new Wholeness(target.resolve("one.json"), out).check());
    assertEquals(FILES, new Wholeness(target.resolve("two.json"), out).check());
    assertEquals(2 * FILES, new Tree(out).names().size());
  }

  private void checkAll() throws Exception {
    assertEquals(FILES, new Wholeness(manifest, folder).check());
    assertEquals(3 * FILES, new Tree(folder).names().size());
    assertTrue(
        Fingerprint.of(folder)
            .prefix("/static")
            .codings(ContentCoding.GZIP)
            .dryRun()
            .run()
            .isUpToDate());
    assertEquals(
        List.of("manifest.json"), new Tree(manifest.getParent()).names(), "the journal is gone");
  }
}
