package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A site whose folder {@code static} is mounted; the log shows what was taken for a failure. */
abstract class DirectorySite {
  @TempDir Path site;
  Path root;
  @RegisterExtension final CapturedLog log = new CapturedLog();

  @BeforeEach
  void createRoot() throws IOException {
    root = Files.createDirectory(site.resolve("static"));
  }

  final String url(String reference) {
    return Autoversion.builder().directory("/s", root).build().url(reference);
  }

  /** Skips a test where the disk, which may be another system's, ignores letter case. */
  static void needLetterCase(Path folder) throws IOException {
    Path probe = Files.createFile(folder.resolve("probe"));
    boolean ignored = Files.exists(folder.resolve("PROBE"));
    Files.delete(probe);
    if (ignored) {
      System.err.println("SKIPPED: a test needs a disk that heeds letter case");
    }
    assumeFalse(ignored, "the disk ignores letter case");
  }

  /** Not there, which is no failure, and is known at once. */
  final void assertMissing(String reference) {
    String url = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> url(reference));
    assertEquals(reference, url);
    assertEquals(List.of(), log.lines());
  }

  /** Writes a file, {@code static/a.txt}, and the folders above it. */
  final void write(String name, String text) throws IOException {
    TextFile.write(site.resolve(name), text);
  }
}
