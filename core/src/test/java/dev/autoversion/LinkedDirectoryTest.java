package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Trees that are built of links: followed where that was asked for, and told where not. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LinkedDirectoryTest {
  @TempDir Path site;
  private Path root;
  private Path store;
  @RegisterExtension private final CapturedLog log = new CapturedLog();

  @BeforeEach
  void createFolders() throws IOException {
    root = Files.createDirectory(site.resolve("static"));
    store = Files.createDirectory(site.resolve("store"));
  }

  @AfterEach
  void nothingIsLogged() {
    assertEquals(List.of(), log.lines());
  }

  private static Path write(Path file) throws IOException {
    return TextFile.write(file, "two");
  }

  private static void link(Path link, Path target) throws IOException {
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, target);
  }

  private AssetSource linked() {
    return AssetSource.linkedDirectory(root);
  }

  private void assertFound(String... names) {
    Autoversion autoversion = Autoversion.builder().source("/s", linked()).build();
    for (String name : names) {
      assertEquals("/s/" + name + "?v=3fc4ccfe7458", autoversion.url("/s/" + name));
    }
  }

  private void assertListed(String... names) throws IOException {
    try (Stream<LogicalPath> paths = linked().paths()) {
      assertEquals(List.of(names), paths.map(LogicalPath::value).sorted().toList());
    }
    assertFound(names);
  }

  private void assertMissing(String... names) {
    Autoversion autoversion = Autoversion.builder().source("/s", linked()).build();
    for (String name : names) {
      assertEquals("/s/" + name, autoversion.url("/s/" + name));
    }
  }

  private static Optional<String> why(AssetSource source, String name) throws IOException {
    return source.whyAbsent(LogicalPath.of(name).orElseThrow());
  }

  /** Bazel's runfiles: real folders, and a link for each file. */
  @Test
  void files_allLinked() throws IOException {
    link(root.resolve("js/a.js"), write(store.resolve("x1/a.js")));
    link(root.resolve("js/b.js"), Path.of("../../store/x1/a.js"));
    assertListed("js/a.js", "js/b.js");
  }

  /** Capistrano's linked_dirs. */
  @Test
  void folder_linked() throws IOException {
    write(store.resolve("uploads/2024/a.js"));
    write(root.resolve("own.js"));
    link(root.resolve("uploads"), store.resolve("uploads"));
    assertListed("own.js", "uploads/2024/a.js");
  }

  /** A Nix profile: links to folders of links to folders of links. */
  @Test
  void folder_ofLinksToFolders() throws IOException {
    link(store.resolve("profile/lib"), store.resolve("package/lib"));
    link(store.resolve("package/lib/js"), store.resolve("files/js"));
    link(store.resolve("files/js/a.js"), write(store.resolve("blobs/1")));
    link(root.resolve("share"), store.resolve("profile"));
    assertListed("share/lib/js/a.js");
  }

  @Test
  void root_isLink() throws IOException {
    link(store.resolve("tree/a.js"), write(store.resolve("blobs/1")));
    root = site.resolve("current");
    link(root, store.resolve("tree"));
    assertListed("a.js");
  }

  @Test
  void names_hidden() throws IOException {
    write(store.resolve("x/.env"));
    write(store.resolve("x/WEB-INF/web.xml"));
    write(store.resolve("x/a.jsp"));
    link(root.resolve("x"), store.resolve("x"));
    link(root.resolve(".git"), store.resolve("x"));
    assertListed();
    assertMissing("x/.env", "x/WEB-INF/web.xml", "x/a.jsp");
  }

  @Test
  void names_spelling() throws IOException {
    link(root.resolve("Lib"), Files.createDirectory(store.resolve("lib")));
    write(store.resolve("lib/App.js"));
    assertListed("Lib/App.js");
    assertMissing("lib/App.js", "Lib/app.js");
    assertEquals(Optional.of("the disk spells it 'Lib/App.js'"), why(linked(), "lib/app.js"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void file_noRegularOne() {
    assertMissing("none.js");
    Autoversion devices =
        Autoversion.builder().source("/s", AssetSource.linkedDirectory(Path.of("/dev"))).build();
    for (String name : List.of("null", "stdin", "fd/0", "zero")) {
      assertEquals("/s/" + name, devices.url("/s/" + name));
    }
  }

  @Test
  void link_dangling() throws IOException {
    link(root.resolve("a.js"), store.resolve("none"));
    link(root.resolve("loop.js"), Path.of("loop.js"));
    assertListed();
    assertMissing("a.js", "loop.js", "loop.js/b.js");
    assertEquals(Optional.of("it is a link to what does not exist"), why(linked(), "a.js"));
    assertEquals(Optional.of("it is a link that leads nowhere"), why(linked(), "loop.js"));
  }

  @Test
  void paths_circles() throws IOException {
    write(store.resolve("one/a.js"));
    write(store.resolve("two/b.js"));
    link(store.resolve("one/self"), Path.of("."));
    link(store.resolve("one/two"), store.resolve("two"));
    link(store.resolve("two/one"), store.resolve("one"));
    link(store.resolve("one/up"), site);
    link(root.resolve("x"), store.resolve("one"));
    link(root.resolve("above"), site);
    List<String> names;
    try (Stream<LogicalPath> paths = linked().paths()) {
      names = paths.map(LogicalPath::value).sorted().toList();
    }
    assertFound(names.toArray(String[]::new));
    assertTrue(names.containsAll(List.of("x/a.js", "x/two/b.js")), names.toString());
    assertTrue(names.size() < 30, names.toString());
  }

  /** Followed to any depth, these would be ten million names. */
  @Test
  void paths_crowd() throws IOException {
    for (int i = 0; i < 10; i++) {
      write(store.resolve(i + "/a.js"));
      link(root.resolve("in" + i), store.resolve(Integer.toString(i)));
      for (int j = 0; j < 10; j++) {
        link(store.resolve(i + "/" + j), store.resolve(Integer.toString(j)));
      }
    }
    try (Stream<LogicalPath> paths = linked().paths()) {
      assertTrue(paths.count() <= 20);
    }
  }

  @Test
  void directory_refusesAndSaysSo() throws IOException {
    link(root.resolve("js/a.js"), write(store.resolve("a.js")));
    link(root.resolve("lib"), store);
    AssetSource source = AssetSource.directory(root);
    Autoversion autoversion = Autoversion.builder().source("/s", source).build();
    assertEquals("/s/js/a.js", autoversion.url("/s/js/a.js"));
    assertEquals(
        Optional.of(
            "it is a link that leads out of directory "
                + root
                + "; AssetSource.linkedDirectory(...) follows such links"),
        why(source, "js/a.js"));
    assertEquals(
        Optional.of(
            "it lies behind a link that leads out of directory "
                + root
                + "; AssetSource.linkedDirectory(...) follows such links"),
        why(source, "lib/a.js"));
    assertEquals(
        why(source, "lib/a.js"),
        why(AssetSource.firstOf(path -> Optional.empty(), source), "lib/a.js"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whyAbsent_kinds() throws Exception {
    write(root.resolve("js/App.js"));
    write(root.resolve("h\u00e9.js"));
    Process pipe = new ProcessBuilder("mkfifo", root.resolve("pipe.js").toString()).start();
    assertEquals(0, pipe.waitFor());
    AssetSource source = AssetSource.directory(root);
    assertEquals(Optional.of("it is a folder"), why(source, "js"));
    assertEquals(Optional.of("it is a special file"), why(source, "pipe.js"));
    assertEquals(Optional.of("the disk spells it 'js/App.js'"), why(source, "JS/app.js"));
    assertEquals(Optional.of("the disk spells it 'h\u00e9.js'"), why(source, "he\u0301.js"));
    assertEquals(Optional.empty(), why(source, "none.js"));
    assertEquals(Optional.empty(), why(source, "js/App.js/none.js"));
    assertEquals(Optional.empty(), why(source, "js/App.js"));
    assertEquals(Optional.empty(), why(AssetSource.firstOf(path -> Optional.empty()), "a.js"));
  }
}
