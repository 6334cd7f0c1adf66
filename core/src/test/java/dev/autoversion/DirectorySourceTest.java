package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and kinds of files below a directory; the log shows what was taken for a failure. */
final class DirectorySourceTest extends DirectorySite {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void find_file() throws IOException {
    Files.writeString(root.resolve("two.txt"), "two");
    assertEquals("/s/two.txt?v=3fc4ccfe7458", url("/s/two.txt"));
  }

  @Test
  void find_emptyFile() throws IOException {
    Files.createFile(root.resolve("empty.css"));
    assertEquals("/s/empty.css?v=e3b0c44298fc", url("/s/empty.css"));
  }

  @Test
  void find_missing() {
    assertMissing("/s/no.js");
    assertMissing("/s/no/no.js");
  }

  @Test
  void find_directory() throws IOException {
    Files.createDirectories(root.resolve("js/lib"));
    assertMissing("/s/js");
    assertMissing("/s/js/lib");
    assertMissing("/s/js/");
    assertMissing("/s/");
  }

  @Test
  void find_trailingSlash() throws IOException {
    Files.writeString(root.resolve("two.txt"), "two");
    assertMissing("/s/two.txt/");
  }

  @Test
  void find_parentIsFile() throws IOException {
    Files.writeString(root.resolve("two.txt"), "two");
    assertMissing("/s/two.txt/app.js");
    assertMissing("/s/two.txt/lib/app.js");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void find_fifo() throws Exception {
    assertEquals(
        0, new ProcessBuilder("mkfifo", root.resolve("pipe.js").toString()).start().waitFor());
    assertMissing("/s/pipe.js");
    assertMissing("/s/pipe.js/app.js");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void find_linkToFifo() throws Exception {
    assertEquals(
        0, new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start().waitFor());
    Files.createSymbolicLink(root.resolve("app.js"), Path.of("pipe"));
    assertMissing("/s/app.js");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void find_socket() throws IOException {
    // A socket's address is short, so it is bound where the path is short and linked to from there.
    Path directory = Files.createTempDirectory(Path.of("/tmp"), "s");
    Path socket = directory.resolve("a.js");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      root = directory;
      assertMissing("/s/a.js");
      assertMissing("/s/a.js/b.js");
    } finally {
      Files.deleteIfExists(socket);
      Files.delete(directory);
    }
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @ValueSource(strings = {"null", "zero", "random", "tty", "stdin", "fd/0", "null/app.js"})
  void find_device(String name) {
    root = Path.of("/dev");
    assertMissing("/s/" + name);
  }

  @Test
  void find_name255Bytes() throws IOException {
    String name = "a".repeat(252) + ".js";
    Files.writeString(root.resolve(name), "two");
    assertEquals("/s/" + name + "?v=3fc4ccfe7458", url("/s/" + name));
  }

  @Test
  void find_nameTooLongForTheDisk() {
    assertMissing("/s/" + "a".repeat(253) + ".js");
    assertMissing("/s/" + "a".repeat(300) + "/app.js");
    assertMissing("/s/" + "é".repeat(200) + ".js");
  }

  @Test
  void find_pathTooLongForTheDisk() {
    String deep = "/s" + ("/" + "a".repeat(199)).repeat(20) + "/a.js";
    assertEquals(4007, deep.length());
    assertMissing(deep);
    assertMissing("/s" + ("/" + "a".repeat(199)).repeat(25));
    assertMissing("/s/" + "a/".repeat(2000) + "a.js");
  }

  @Test
  void find_pathTooLongBelowFile() throws IOException {
    Files.createDirectories(root.resolve("a"));
    Files.writeString(root.resolve("a/two.txt"), "two");
    assertMissing("/s/a" + ("/" + "b".repeat(199)).repeat(20));
    assertMissing("/s/a/two.txt" + ("/" + "b".repeat(199)).repeat(20));
  }

  @Test
  void find_dotsInsideName() throws IOException {
    for (String name : List.of("a..b.js", "x..", "a.js.", "my file.js", "a:b.js", "~.js")) {
      Files.writeString(root.resolve(name), "two");
      assertEquals("/s/" + name + "?v=3fc4ccfe7458", url("/s/" + name));
    }
  }

  @Test
  void find_letterCaseDiffers() throws IOException {
    Files.writeString(root.resolve("App.js"), "two");
    assertMissing("/s/app.js");
    assertMissing("/s/APP.js");
    assertEquals("/s/App.js?v=3fc4ccfe7458", url("/s/App.js"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void find_bothLetterCases() throws IOException {
    needLetterCase(site);
    Files.writeString(root.resolve("App.js"), "one");
    Files.writeString(root.resolve("aPP.JS"), "two");
    Files.createSymbolicLink(root.resolve("link.js"), Path.of("App.js"));
    Files.createSymbolicLink(root.resolve("LINK.JS"), Path.of("aPP.JS"));
    assertEquals("/s/App.js?v=7692c3ad3540", url("/s/App.js"));
    assertEquals("/s/aPP.JS?v=3fc4ccfe7458", url("/s/aPP.JS"));
    assertEquals("/s/link.js?v=7692c3ad3540", url("/s/link.js"));
    assertEquals("/s/LINK.JS?v=3fc4ccfe7458", url("/s/LINK.JS"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void find_unicodeForms() throws IOException {
    Files.writeString(root.resolve("h\u00e9.js"), "one");
    assertMissing("/s/he\u0301.js");
    Files.writeString(root.resolve("he\u0301.js"), "two");
    assertEquals("/s/h\u00e9.js?v=7692c3ad3540", url("/s/h\u00e9.js"));
    assertEquals("/s/he\u0301.js?v=3fc4ccfe7458", url("/s/he\u0301.js"));
  }

  @Test
  void find_siblingWithTheSamePrefix() throws IOException {
    Files.createDirectory(site.resolve("static_secret"));
    Files.writeString(site.resolve("static_secret/two.txt"), "two");
    assertMissing("/s_secret/two.txt");
    assertMissing("/s/../static_secret/two.txt");
  }

  @Test
  void root_missingThenAppears() throws IOException {
    root = site.resolve("later");
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", root).build();
    assertEquals("/s/two.txt", autoversion.url("/s/two.txt"));
    Files.createDirectory(root);
    Files.writeString(root.resolve("two.txt"), "two");
    assertEquals("/s/two.txt", autoversion.url("/s/two.txt"));
    time.advance(SECOND);
    assertEquals("/s/two.txt?v=3fc4ccfe7458", autoversion.url("/s/two.txt"));
    assertEquals(
        List.of("WARNING " + root + " does not exist; its assets count once it does"), log.lines());
  }

  @Test
  void root_replaced() throws IOException {
    ManualTime time = ManualTime.later();
    Files.writeString(root.resolve("a.txt"), "one");
    Autoversion autoversion = time.builder().directory("/s", root).build();
    assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
    Files.move(root, site.resolve("old"));
    Files.createDirectory(root);
    Files.writeString(root.resolve("a.txt"), "two");
    assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=3fc4ccfe7458", autoversion.url("/s/a.txt"));
  }

  @Test
  void root_removedAndRestored() throws IOException {
    ManualTime time = ManualTime.later();
    Files.writeString(root.resolve("a.txt"), "one");
    Autoversion autoversion = time.builder().directory("/s", root).build();
    assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
    Files.move(root, site.resolve("away"));
    time.advance(SECOND);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    Files.move(site.resolve("away"), root);
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
    assertEquals(List.of(), log.lines());
  }

  @Test
  void root_becomesFile() throws IOException {
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", root).build();
    Files.delete(root);
    Files.writeString(root, "two");
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals(List.of(), log.lines());
  }

  @Test
  void root_isFile() throws IOException {
    Path file = Files.writeString(site.resolve("two.txt"), "two");
    Autoversion.Builder builder = Autoversion.builder();
    String message =
        assertThrows(IllegalArgumentException.class, () -> builder.directory("/s", file))
            .getMessage();
    assertEquals(file + " is not a directory; mount the one that holds it", message);
  }

  @Test
  void root_relative() throws IOException {
    Files.writeString(root.resolve("two.txt"), "two");
    root = Path.of("").toAbsolutePath().relativize(root.toRealPath());
    assertEquals("/s/two.txt?v=3fc4ccfe7458", url("/s/two.txt"));
  }

  /** As from {@code file:} in a setting that was left empty. */
  @Test
  void root_wholeDisk() {
    Path disk = root.getRoot();
    String wide = disk + " would publish the whole disk; name a folder that holds only assets";
    assertRefused(wide, disk.toString());
    assertRefused(wide, disk + ".");
  }

  private static void assertRefused(String message, String told) {
    Path folder = Path.of(told);
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> AssetSource.directory(folder))
            .getMessage());
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> AssetSource.linkedDirectory(folder))
            .getMessage());
  }

  /** A message shows where that is; {@code ..} is left, as it leads up from where a link leads. */
  @Test
  void root_toldWhole() {
    Path here = Path.of("").toAbsolutePath();
    try (CapturedLog roots = CapturedLog.open()) {
      for (String told : List.of("none", "./none", "././none/.", "a/../none")) {
        AssetSource.directory(Path.of(told));
      }
      assertEquals("directory " + here, AssetSource.directory(Path.of("")).toString());
      assertEquals("directory " + here, AssetSource.directory(Path.of(".")).toString());
      assertEquals(
          List.of(
              "WARNING " + here + "/none does not exist; its assets count once it does",
              "WARNING " + here + "/none does not exist; its assets count once it does",
              "WARNING " + here + "/none does not exist; its assets count once it does",
              "WARNING " + here + "/a/../none does not exist; its assets count once it does"),
          roots.lines());
    }
  }

  @Test
  void root_notNormalized() throws IOException {
    Files.writeString(root.resolve("two.txt"), "two");
    root = root.resolve("../static/.");
    assertEquals("/s/two.txt?v=3fc4ccfe7458", url("/s/two.txt"));
  }

  @Test
  void paths_filesOfAllFolders() throws IOException {
    Files.createDirectories(root.resolve("js/lib"));
    Files.writeString(root.resolve("js/lib/app.js"), "two");
    Files.writeString(root.resolve("a.css"), "two");
    Files.writeString(root.resolve(".env"), "secret");
    List<String> names;
    try (var paths = AssetSource.directory(root).paths()) {
      names = paths.map(LogicalPath::value).sorted().toList();
    }
    assertEquals(List.of("a.css", "js/lib/app.js"), names);
  }

  @Test
  void paths_rootMissing() throws IOException {
    try (var paths = AssetSource.directory(site.resolve("none")).paths()) {
      assertTrue(paths.findAny().isEmpty());
    }
  }
}
