package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails: what is known stays, what is not comes back unchanged, and it recovers. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
final class DirectorySourceFailuresTest {
  private static final String ONE = "/s/a.txt?v=7692c3ad3540";
  private static final String TWO = "/s/a.txt?v=3fc4ccfe7458";
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path site;
  private final FaultyFiles disk = new FaultyFiles();
  private final ManualTime time = ManualTime.later();
  @RegisterExtension private final CapturedLog log = new CapturedLog();
  private Autoversion autoversion;

  @BeforeEach
  void build() throws IOException {
    autoversion = time.builder().directory("/s", disk.path(site)).build();
  }

  private void failTo(FaultyFiles.Operation failing, String ending, String reason) {
    disk.fail(
        (operation, path) -> {
          if (operation == failing && path.toString().endsWith(ending)) {
            throw new FileSystemException(path.toString(), null, reason);
          }
        });
  }

  @Test
  void open_denied() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    disk.fail(
        (operation, path) -> {
          if (operation == FaultyFiles.Operation.OPEN) {
            throw new AccessDeniedException("a.txt");
          }
        });
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    time.advance(SECOND);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals(
        List.of(
            "WARNING '/s/a.txt' stays unversioned: directory "
                + site
                + " failed: java.nio.file.AccessDeniedException: a.txt"),
        log.lines());
    disk.recover();
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  @Test
  void open_tooManyFiles() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    Files.writeString(site.resolve("a.txt"), "two");
    failTo(FaultyFiles.Operation.OPEN, "a.txt", "Too many open files");
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(1, log.lines().size());
    disk.recover();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    time.advance(SECOND);
    assertEquals(TWO, autoversion.url("/s/a.txt"));
  }

  @Test
  void attributes_failing() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    failTo(FaultyFiles.Operation.OWN_ATTRIBUTES, "a.txt", "Input/output error");
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  @Test
  void realPath_failing() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    failTo(FaultyFiles.Operation.REAL_PATH, "a.txt", "Stale file handle");
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  @Test
  void name_thatTheDiskCanNotHave() {
    disk.forbid("a|b.txt");
    assertEquals("/s/a|b.txt", autoversion.url("/s/a|b.txt"));
    assertEquals(List.of(), log.lines());
  }

  /** It may be there, but for the locale. */
  @Test
  void name_thatTheLocaleCanNotExpress() {
    disk.forbid("\u00e9.txt");
    assertEquals("/s/\u00e9.txt", autoversion.url("/s/\u00e9.txt"));
    assertEquals(
        List.of(
            "WARNING '/s/\u00e9.txt' stays unversioned: directory "
                + site
                + " failed: java.io.IOException: this JVM's locale can't express the file name;"
                + " start it with LC_ALL=C.UTF-8"),
        log.lines());
  }

  @Test
  void parent_failing() throws IOException {
    Path folder = Files.createDirectory(site.resolve("js"));
    Files.writeString(folder.resolve("a.txt"), "one");
    assertEquals("/s/js/a.txt?v=7692c3ad3540", autoversion.url("/s/js/a.txt"));
    disk.fail(
        (operation, path) -> {
          if (path.startsWith(folder)) {
            throw new FileSystemException(path.toString(), null, "Input/output error");
          }
        });
    time.advance(SECOND);
    assertEquals("/s/js/a.txt?v=7692c3ad3540", autoversion.url("/s/js/a.txt"));
    assertEquals(1, log.lines().size());
  }

  @Test
  void root_failing() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    disk.fail(
        (operation, path) -> {
          if (path.startsWith(site)) {
            throw new FileSystemException(path.toString(), null, "Stale file handle");
          }
        });
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals("/s/b.txt", autoversion.url("/s/b.txt"));
    assertEquals(2, log.lines().size());
    disk.recover();
    Files.writeString(site.resolve("a.txt"), "two");
    Files.writeString(site.resolve("b.txt"), "two");
    time.advance(SECOND);
    assertEquals(TWO, autoversion.url("/s/a.txt"));
    assertEquals("/s/b.txt?v=3fc4ccfe7458", autoversion.url("/s/b.txt"));
  }

  /** The link is there, and what it leads to can't be told: that is no dangling link. */
  @Test
  void link_targetFailing() throws IOException {
    Files.writeString(site.resolve("one.txt"), "one");
    Files.createSymbolicLink(site.resolve("a.txt"), Path.of("one.txt"));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    disk.fail(
        (operation, path) -> {
          if (operation != FaultyFiles.Operation.OWN_ATTRIBUTES && path.endsWith("a.txt")) {
            throw new FileSystemException(path.toString(), null, "Stale file handle");
          }
        });
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(1, log.lines().size());
  }
}
