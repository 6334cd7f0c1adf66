package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a directory lists: the names that it answers to, each once, whatever else lies there. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DirectorySourcePathsTest {
  @TempDir Path temporary;
  private final FaultyFiles disk = new FaultyFiles();
  private Path root;

  @BeforeEach
  void create() throws IOException {
    root = Files.createDirectory(temporary.resolve("static")).toRealPath();
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      TextFile.write(root.resolve(name), "two");
    }
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(root.resolve(name), Path.of(target));
  }

  private static List<String> paths(Path directory) throws IOException {
    try (Stream<LogicalPath> paths = AssetSource.directory(directory).paths()) {
      return paths.map(LogicalPath::value).sorted().toList();
    }
  }

  /** Lists until it fails, and tells how. */
  private static List<String> pathsAndFailure(Path directory) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<LogicalPath> paths = AssetSource.directory(directory).paths()) {
      String message =
          assertThrows(
                  UncheckedIOException.class,
                  () -> paths.map(LogicalPath::value).forEach(names::add))
              .getMessage();
      names.sort(null);
      names.add(message);
      return names;
    }
  }

  /** Each name that is listed leads to an asset. */
  private void assertListed(String... names) throws IOException {
    assertEquals(List.of(names), paths(root));
    Autoversion autoversion = Autoversion.builder().directory("/s", root).build();
    for (String name : names) {
      assertEquals("/s/" + name + "?v=3fc4ccfe7458", autoversion.url("/s/" + name));
    }
  }

  @Test
  void names_hidden() throws IOException {
    write("a.js", ".env", ".git/config", "js/.cache/a.js", "WEB-INF/web.xml", "lib/META-INF/a.js");
    write("A.class", "b.class/b.js", ".well-known/x", "lib/.well-known/x");
    assertListed(".well-known/x", "a.js", "b.class/b.js");
  }

  @Test
  void names_odd() throws IOException {
    write("a b#c%.js", "LICENSE", "a;b=c.js", "deep/er/and/deeper/a.js");
    assertEquals(
        List.of("LICENSE", "a b#c%.js", "a;b=c.js", "deep/er/and/deeper/a.js"), paths(root));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void names_noRegularFile() throws Exception {
    write("a.js");
    Path pipe = root.resolve("pipe.js");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    link("to-pipe.js", "pipe.js");
    assertListed("a.js");
  }

  @Test
  void link_file() throws IOException {
    write("js/a.js");
    Files.writeString(temporary.resolve("secret.js"), "secret");
    link("in.js", "js/a.js");
    link("twice.js", "in.js");
    link("out.js", "../secret.js");
    link("none.js", "no.js");
    link("loop.js", "loop.js");
    link("through.js", "js/a.js/b.js");
    assertListed("in.js", "js/a.js", "twice.js");
  }

  @Test
  void link_folder() throws IOException {
    write("lib/v2/a.js", "lib/v2/deep/b.js");
    link("lib/latest", "v2");
    assertListed("lib/latest/a.js", "lib/latest/deep/b.js", "lib/v2/a.js", "lib/v2/deep/b.js");
  }

  @Test
  void link_folderOutside() throws IOException {
    write("a.js");
    Files.createDirectory(temporary.resolve("static_secret"));
    Files.writeString(temporary.resolve("static_secret/b.js"), "secret");
    link("out", "../static_secret");
    link("above", "..");
    assertListed("a.js");
  }

  /** The folder that a mounted volume shows is one behind a hidden name. */
  @Test
  void link_folderOfKubernetes() throws IOException {
    write("..2026_01_01/js/a.js");
    link("..data", "..2026_01_01");
    link("js", "..data/js");
    assertListed("js/a.js");
  }

  @Test
  void link_circle() throws IOException {
    write("a.js", "one/b.js", "two/c.js");
    link("self", ".");
    link("one/up", "..");
    link("one/two", "../two");
    link("two/one", "../one");
    assertListed("a.js", "one/b.js", "one/two/c.js", "two/c.js", "two/one/b.js");
  }

  /** Followed to any depth, these would be ten million names. */
  @Test
  void link_crowd() throws IOException {
    for (int i = 0; i < 10; i++) {
      write(i + "/a.js");
      for (int j = 0; j < 10; j++) {
        link(i + "/" + j, "../" + j);
      }
    }
    assertEquals(100, paths(root).size());
  }

  @Test
  void root_linked() throws IOException {
    write("a.js");
    Files.createSymbolicLink(temporary.resolve("current"), Path.of("static"));
    assertEquals(List.of("a.js"), paths(temporary.resolve("current")));
  }

  @Test
  void root_replacedByFile() throws IOException {
    AssetSource source = AssetSource.directory(root);
    Files.delete(root);
    Files.writeString(root, "two");
    try (Stream<LogicalPath> paths = source.paths()) {
      assertEquals(List.of(), paths.toList());
    }
  }

  @Test
  void folder_unreadable() throws IOException {
    write("a.js", "private/b.js", "private/deep/c.js", "public/d.js");
    failOn(FaultyFiles.Operation.LIST, Set.of("private"));
    assertEquals(
        List.of("a.js", "public/d.js", "java.nio.file.AccessDeniedException: " + root + "/private"),
        pathsAndFailure(disk.path(root)));
  }

  @Test
  void folder_severalUnreadable() throws IOException {
    write("a.js", "b/b.js", "c/c.js", "d/d.js");
    failOn(FaultyFiles.Operation.LIST, Set.of("b", "c", "d"));
    List<String> told = pathsAndFailure(disk.path(root));
    assertEquals(2, told.size());
    assertEquals(
        "java.nio.file.AccessDeniedException: " + root + "/?, and 2 more",
        told.get(1).replaceFirst("/[bcd],", "/?,"));
  }

  /** A folder that may be listed but not entered. */
  @Test
  void file_unreadableAttributes() throws IOException {
    write("a.js", "b.js");
    failOn(FaultyFiles.Operation.OWN_ATTRIBUTES, Set.of("b.js"));
    assertEquals(
        List.of("a.js", "java.nio.file.AccessDeniedException: " + root + "/b.js"),
        pathsAndFailure(disk.path(root)));
  }

  @Test
  void link_unreadable() throws IOException {
    write("a.js", "b.js");
    link("c.js", "b.js");
    disk.fail(
        (operation, path) -> {
          if (operation != FaultyFiles.Operation.OWN_ATTRIBUTES && path.endsWith("c.js")) {
            throw new FileSystemException(path.toString(), null, "Stale file handle");
          }
        });
    assertEquals(
        List.of(
            "a.js",
            "b.js",
            "java.nio.file.FileSystemException: " + root + "/c.js: Stale file handle"),
        pathsAndFailure(disk.path(root)));
  }

  @Test
  void folder_vanishesMeanwhile() throws IOException {
    write("a.js", "old/b.js", "old.js");
    disk.fail(
        (operation, path) -> {
          if (path.getFileName().toString().startsWith("old")) {
            throw new NoSuchFileException(path.toString());
          }
        });
    assertEquals(List.of("a.js"), paths(disk.path(root)));
  }

  @Test
  void zip_folders() throws IOException {
    Path zip = new Archive().file("static/js/a.js", "two").write(temporary.resolve("a.zip"));
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of())) {
      assertEquals(List.of("js/a.js"), paths(files.getPath("/static")));
      assertEquals(List.of("static/js/a.js"), paths(files.getPath("/")));
    }
  }

  private void failOn(FaultyFiles.Operation failing, Set<String> names) {
    disk.fail(
        (operation, path) -> {
          if (operation == failing && names.contains(path.getFileName().toString())) {
            throw new AccessDeniedException(path.toString());
          }
        });
  }
}
