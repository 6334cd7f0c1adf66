package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disks that take several spellings for one file, as those of macOS and Windows do. On any other, a
 * second link to a file is its second spelling.
 */
class LetterCaseTest {
  // printf 'let a' | sha256sum
  private static final String OLD = "js/App-21f1173fff07.js";
  private static final String NEW = "js/app-21f1173fff07.js";

  @TempDir Path target;
  private Tree site;
  private Path folder;

  @BeforeEach
  void build() throws IOException {
    site = new Tree(target).write("static/js/App.js", "let a");
    folder = target.resolve("static");
    assertEquals(List.of(OLD), run(folder));
  }

  private List<String> run(Path output) throws IOException {
    Fingerprint run = Fingerprint.of(folder).prefix("/static").codings();
    Fingerprint there = output.equals(folder) ? run : run.output(output);
    return there.run().assets().stream().map(FingerprintedAsset::file).toList();
  }

  private void rename(String name, String other) throws IOException {
    Files.move(folder.resolve(name), folder.resolve(other), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Has the disk know a file by another name, too. */
  private void spell(String file, String other) throws IOException {
    if (!Files.exists(folder.resolve(other))) {
      Files.createLink(folder.resolve(other), folder.resolve(file));
    }
  }

  private void renameAndBuild() throws IOException {
    rename("js/App.js", "js/app.js");
    if (!ignoresCase()) {
      Files.delete(folder.resolve(OLD));
    }
    assertEquals(List.of(NEW), run(folder));
    spell(NEW, OLD);
  }

  private boolean ignoresCase() {
    return Files.exists(target.resolve("STATIC"));
  }

  @Test
  void clean_copyThatIsCurrentInAnotherCase_stays() throws IOException {
    renameAndBuild();
    CleaningReport report = Cleaning.of(folder).prefix("/static").keepBuilds(1).run();
    assertEquals(1, report.manifests().size());
    assertEquals(List.of(), report.deleted());
    assertEquals("let a", site.read("static/" + OLD));
    assertEquals("let a", site.read("static/" + NEW));
  }

  @Test
  void killedRun_hasNotedWhatIsCurrentInAnotherCase() throws IOException {
    renameAndBuild();
    Path manifest = target.resolve("META-INF/autoversion/manifest.json");
    for (ManifestStore.Earlier earlier : new ManifestStore(manifest).earlier()) {
      Files.delete(earlier.file());
    }
    site.write("META-INF/autoversion/manifest.json.journal", "/static\t" + OLD + "\n");
    assertEquals(List.of(NEW), run(folder));
    assertEquals("let a", site.read("static/" + OLD));
    assertEquals("let a", site.read("static/" + NEW));
  }

  @Test
  void killedRun_hasNotedWhatAnEarlierBuildNamesInAnotherCase() throws IOException {
    site.write("static/js/App.js", "let b");
    run(folder);
    spell(OLD, NEW);
    site.write("META-INF/autoversion/manifest.json.journal", "/static\t" + NEW + "\n");
    run(folder);
    assertEquals("let a", site.read("static/" + OLD));
    assertEquals("let a", site.read("static/" + NEW));
  }

  @Test
  void renamedFile_copyIsRenamedToo() throws IOException {
    needIgnoredCase();
    rename("js/App.js", "js/app.js");
    assertEquals(List.of(NEW), run(folder));
    assertEquals(List.of("app-21f1173fff07.js", "app.js"), names(folder.resolve("js")));
    rename("js/app.js", "js/App.js");
    assertEquals(List.of(OLD), run(folder));
    assertEquals(List.of("App-21f1173fff07.js", "App.js"), names(folder.resolve("js")));
  }

  @Test
  void renamedFolder_folderOfCopiesIsRenamedToo() throws IOException {
    needIgnoredCase();
    Files.delete(folder.resolve(OLD));
    Path output = target.resolve("out");
    assertEquals(List.of(OLD), run(output));
    rename("js", "JS");
    assertEquals(List.of("JS/App-21f1173fff07.js"), run(output));
    assertEquals(List.of("JS"), names(output));
  }

  private void needIgnoredCase() {
    if (!ignoresCase()) {
      System.err.println("SKIPPED: LetterCaseTest needs a disk that ignores letter case");
    }
    assumeTrue(ignoresCase(), "the disk heeds letter case");
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
