package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last commit of each file, compared with what {@code git log -1} tells. */
final class GitFileCommitStrategyTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path temporary;
  private final ManualTime time = ManualTime.later();
  private GitWorkTree tree;
  @RegisterExtension private final CapturedLog log = new CapturedLog();

  @BeforeEach
  void init() {
    tree = GitWorkTree.init(temporary.resolve("repository"));
  }

  private Autoversion autoversion() {
    return autoversion(tree.root());
  }

  private Autoversion autoversion(Path root) {
    return time.builder()
        .directory("/s", root)
        .version(VersionStrategy.gitFileCommit(tree.root()))
        .build();
  }

  private void assertAsGitTells(String... files) {
    Autoversion autoversion = autoversion();
    for (String file : files) {
      assertEquals("/s/" + file + "?v=" + tree.lastCommitOf(file), autoversion.url("/s/" + file));
    }
  }

  private static String uncommitted(String file, Path tree) throws IOException {
    return "git does not know '"
        + file
        + "': it belongs to no commit of it ("
        + tree.toRealPath()
        + "); commit it";
  }

  private static String outside(String file, Path tree) throws IOException {
    return "git does not know '"
        + file
        + "': it is no file of the work tree ("
        + tree.toRealPath()
        + "); use contentHash()";
  }

  @Test
  void commit_eachFileItsOwn() throws IOException {
    String first = tree.commit("a.txt", "one");
    String second = tree.commit("js/b.txt", "one");
    String third = tree.commit("a.txt", "two");
    Autoversion autoversion = autoversion();
    assertEquals("/s/a.txt?v=" + third, autoversion.url("/s/a.txt"));
    assertEquals("/s/js/b.txt?v=" + second, autoversion.url("/s/js/b.txt"));
    tree.git("checkout", "-q", first);
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + first, autoversion.url("/s/a.txt"));
    assertEquals("/s/js/b.txt", autoversion.url("/s/js/b.txt"));
  }

  @Test
  void commit_seenAfterRecheck() throws IOException {
    String first = tree.commit("a.txt", "one");
    Autoversion autoversion = autoversion();
    assertEquals("/s/a.txt?v=" + first, autoversion.url("/s/a.txt"));
    tree.write("a.txt", "two");
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + first, autoversion.url("/s/a.txt"));
    tree.git("add", "a.txt");
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + first, autoversion.url("/s/a.txt"));
    String second = tree.commit();
    assertEquals("/s/a.txt?v=" + first, autoversion.url("/s/a.txt"));
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + second, autoversion.url("/s/a.txt"));
    tree.commit("b.txt", "one");
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + second, autoversion.url("/s/a.txt"));
  }

  @Test
  void commit_oddNames() throws IOException {
    for (String name : List.of("a b.txt", "h\u00e9.txt", "*.txt", "[a].txt", "-x", "a'b$.txt")) {
      tree.commit(name, name);
    }
    tree.commit("last.txt", "one");
    Autoversion autoversion = autoversion();
    for (String name : List.of("a b.txt", "h\u00e9.txt", "*.txt", "[a].txt", "-x", "a'b$.txt")) {
      String expected = tree.lastCommitOf(":(literal)" + name);
      assertEquals("/s/" + name + "?v=" + expected, autoversion.url("/s/" + name));
    }
  }

  @Test
  void merge_bothSidesChangedOtherFiles() throws IOException {
    tree.commit("a.txt", "base");
    tree.commit("b.txt", "base");
    tree.git("checkout", "-q", "-b", "side");
    tree.commit("a.txt", "side");
    tree.git("checkout", "-q", "main");
    tree.commit("b.txt", "main");
    tree.git("merge", "-q", "--no-ff", "-m", "merge", "side");
    assertAsGitTells("a.txt", "b.txt");
  }

  @Test
  void merge_conflictResolvedToOneSide() throws IOException {
    tree.commit("a.txt", "base");
    tree.git("checkout", "-q", "-b", "side");
    tree.commit("a.txt", "side");
    tree.git("checkout", "-q", "main");
    tree.commit("a.txt", "main");
    tree.git("merge", "-q", "-s", "ours", "-m", "merge", "side");
    assertAsGitTells("a.txt");
  }

  @Test
  void merge_conflictResolvedToNeither() throws IOException {
    tree.commit("a.txt", "base");
    tree.git("checkout", "-q", "-b", "side");
    tree.commit("a.txt", "side");
    tree.git("checkout", "-q", "main");
    tree.commit("a.txt", "main");
    tree.git("merge", "-q", "-s", "ours", "--no-commit", "side");
    tree.commit("a.txt", "both");
    assertAsGitTells("a.txt");
  }

  @Test
  void merge_sameChangeOnBothSides() throws IOException {
    tree.commit("a.txt", "base");
    tree.git("checkout", "-q", "-b", "side");
    tree.commit("a.txt", "same");
    tree.git("checkout", "-q", "main");
    tree.commit("a.txt", "same");
    tree.git("merge", "-q", "--no-ff", "-m", "merge", "side");
    assertAsGitTells("a.txt");
  }

  /** A rebase moves the head while one asks; what is remembered of a head is of that one. */
  @Test
  void history_ofAHeadThatHasMoved() throws IOException {
    String first = tree.commit("a.txt", "one");
    String head = tree.git("rev-parse", "HEAD");
    String second = tree.commit("a.txt", "two");
    GitHistory history = GitHistory.open(tree.root());
    Path file = tree.root().toRealPath().resolve("a.txt");
    assertEquals(Optional.of(head), history.lastCommitOf(file, head));
    assertEquals(
        Optional.of(new Version(first)),
        history.newest(List.of(new Version(second), new Version(first)), head));
  }

  /** A stylesheet's is the one of all that it covers which comes first in the log. */
  @Test
  void commit_ofWhatAStylesheetCovers() throws IOException {
    String sheets = "i { background: url(b.png) }";
    tree.write("a.css", sheets);
    tree.write("c.css", sheets);
    tree.git("add", "a.css", "c.css");
    tree.commit();
    String image = tree.commit("b.png", "one");
    tree.commit("other.txt", "one");
    Autoversion autoversion = autoversion();
    assertEquals("/s/a.css?v=" + image, autoversion.url("/s/a.css"));
    assertEquals("/s/c.css?v=" + image, autoversion.url("/s/c.css"));
    String sheet = tree.commit("a.css", sheets + sheets);
    time.advance(SECOND);
    assertEquals("/s/a.css?v=" + sheet, autoversion.url("/s/a.css"));
    assertEquals("/s/c.css?v=" + image, autoversion.url("/s/c.css"));
  }

  @Test
  void couldGive_aCommitsForm() throws IOException {
    tree.commit("a.txt", "one");
    VersionStrategy strategy = VersionStrategy.gitFileCommit(tree.root());
    assertTrue(strategy.couldGive(new Version("0123456789ab")));
    for (String other : List.of("0123456789a", "0123456789abc", "0123456789AB", "script-12345")) {
      assertFalse(strategy.couldGive(new Version(other)), other);
    }
  }

  @Test
  void change_backToWhatItWas() throws IOException {
    tree.commit("a.txt", "one");
    tree.commit("a.txt", "two");
    tree.commit("a.txt", "one");
    assertAsGitTells("a.txt");
  }

  @Test
  void change_renamed() throws IOException {
    tree.commit("old.txt", "one");
    tree.commit("other.txt", "one");
    tree.git("mv", "old.txt", "new.txt");
    tree.commit();
    tree.commit("other.txt", "two");
    assertAsGitTells("new.txt", "other.txt");
    assertEquals("/s/old.txt", autoversion().url("/s/old.txt"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such permissions")
  void change_ofModeOnly() throws IOException {
    tree.commit("a.txt", "one");
    Files.setPosixFilePermissions(
        tree.root().resolve("a.txt"), PosixFilePermissions.fromString("rwxr-xr-x"));
    tree.git("add", "a.txt");
    tree.commit();
    assertAsGitTells("a.txt");
  }

  @Test
  void change_deletedAndRestored() throws IOException {
    tree.commit("a.txt", "one");
    tree.git("rm", "-q", "a.txt");
    tree.commit();
    tree.commit("a.txt", "one");
    assertAsGitTells("a.txt");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void file_link() throws IOException {
    String real = tree.commit("real.txt", "one");
    Files.createSymbolicLink(tree.root().resolve("link.txt"), Path.of("real.txt"));
    tree.git("add", "link.txt");
    tree.commit();
    assertEquals("/s/link.txt?v=" + real, autoversion().url("/s/link.txt"));
  }

  @Test
  void file_deletedFromTheIndexOnly() throws IOException {
    String first = tree.commit("a.txt", "one");
    tree.git("rm", "-q", "--cached", "a.txt");
    Autoversion autoversion = autoversion();
    assertEquals("/s/a.txt?v=" + first, autoversion.url("/s/a.txt"));
    tree.commit();
    time.advance(SECOND);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals(
        uncommitted("a.txt", tree.root()), autoversion.explain("/s/a.txt").reason().orElseThrow());
  }

  @Test
  void file_untrackedThenCommitted() throws IOException {
    tree.commit("a.txt", "one");
    tree.write("b.txt", "two");
    Autoversion autoversion = autoversion();
    assertEquals("/s/b.txt", autoversion.url("/s/b.txt"));
    tree.git("add", "b.txt");
    time.advance(SECOND);
    assertEquals("/s/b.txt", autoversion.url("/s/b.txt"));
    String reason = uncommitted("b.txt", tree.root());
    assertEquals(reason, autoversion.explain("/s/b.txt").reason().orElseThrow());
    assertEquals(List.of("WARNING '/s/b.txt' stays unversioned: " + reason), log.lines());
    String second = tree.commit();
    time.advance(SECOND);
    assertEquals("/s/b.txt?v=" + second, autoversion.url("/s/b.txt"));
  }

  @Test
  void file_outsideTheWorkTree() throws IOException {
    tree.commit("a.txt", "one");
    Path other = Files.createDirectory(temporary.resolve("repository-other"));
    Files.writeString(other.resolve("a.txt"), "one");
    Autoversion autoversion = autoversion(other);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals(
        outside("a.txt", tree.root()), autoversion.explain("/s/a.txt").reason().orElseThrow());
  }

  @Test
  void file_vanishedSinceItWasFound() throws IOException {
    tree.commit("a.txt", "one");
    VersionStrategy strategy = VersionStrategy.gitFileCommit(tree.root());
    Asset asset =
        AssetSource.directory(tree.root())
            .find(LogicalPath.of("a.txt").orElseThrow())
            .orElseThrow();
    Files.delete(tree.root().resolve("a.txt"));
    assertThrows(NoSuchFileException.class, () -> strategy.versionOf(asset));
  }

  @Test
  void file_noneBehindTheAsset() throws IOException {
    tree.commit("a.txt", "one");
    Path jar = new Archive().file("static/a.txt", "one").write(temporary.resolve("app.jar"));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      Autoversion autoversion =
          time.builder()
              .classpath("/s", "static", loader)
              .version(VersionStrategy.gitFileCommit(tree.root()))
              .build();
      assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
      assertEquals(
          outside("a.txt", tree.root()), autoversion.explain("/s/a.txt").reason().orElseThrow());
    }
  }

  @Test
  void workTree_linked() throws IOException {
    tree.commit("a.txt", "one");
    tree.commit("b.txt", "one");
    Path linked = temporary.resolve("linked");
    tree.git("worktree", "add", "-q", "-b", "other", linked.toString());
    tree = GitWorkTree.at(linked);
    tree.commit("a.txt", "two");
    assertAsGitTells("a.txt", "b.txt");
  }

  @Test
  void workTree_nestedFolderIsMounted() throws IOException {
    String first = tree.commit("src/static/a.txt", "one");
    tree.commit("src/static/b.txt", "one");
    assertEquals(
        "/s/a.txt?v=" + first, autoversion(tree.root().resolve("src/static")).url("/s/a.txt"));
  }

  @Test
  void open_shallowClone() throws IOException {
    tree.commit("a.txt", "one");
    String cut = tree.commit("b.txt", "one");
    Path clone = temporary.resolve("shallow");
    tree.git("clone", "-q", "--depth", "1", "file://" + tree.root(), clone.toString());
    tree = GitWorkTree.at(clone);
    Autoversion autoversion = autoversion();
    assertEquals("/s/a.txt?v=" + cut, autoversion.url("/s/a.txt"));
    assertEquals(
        "gitFileCommit("
            + clone.toRealPath()
            + ", a shallow clone: commits before its cut are not known)",
        autoversion.explain("/s/a.txt").strategy().orElseThrow());
  }

  /** Random histories of branches, merges and edits. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void history_random(long seed) throws IOException {
    Random random = new Random(seed);
    tree.commit("0.txt", "start");
    List<String> branches = new ArrayList<>(List.of("main"));
    for (int step = 0; step < 25; step++) {
      String branch = branches.get(random.nextInt(branches.size()));
      tree.git("checkout", "-q", branch);
      int kind = random.nextInt(4);
      if (kind == 0) {
        tree.git("checkout", "-q", "-b", "branch" + step);
        branches.add("branch" + step);
      } else if (kind == 1) {
        String other = branches.get(random.nextInt(branches.size()));
        String side = random.nextBoolean() ? "ours" : "theirs";
        tree.git("merge", "-q", "--no-ff", "-X", side, "-m", "merge", other);
      } else {
        tree.commit(random.nextInt(5) + ".txt", "text " + random.nextInt(3));
      }
    }
    tree.git("gc", "-q");
    String[] files = tree.git("ls-files").split("\n");
    assertAsGitTells(files);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void openFiles_packedHistory() throws IOException {
    for (int i = 0; i < 5; i++) {
      tree.commit(i + ".txt", "one");
    }
    tree.git("gc", "-q");
    Autoversion autoversion = autoversion();
    Autoversion ofHead =
        time.builder()
            .directory("/s", tree.root())
            .version(VersionStrategy.gitCommit(tree.root()))
            .build();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 5; i++) {
        String file = i + ".txt";
        assertEquals("/s/" + file + "?v=" + tree.lastCommitOf(file), autoversion.url("/s/" + file));
        assertEquals("/s/" + file + "?v=" + tree.head(), ofHead.url("/s/" + file));
      }
      assertEquals(List.of(), OpenFiles.below(tree.root()));
      tree.commit(round + ".txt", "two");
      tree.git("gc", "-q");
      time.advance(SECOND);
    }
  }

  @Test
  void open_withoutJgit() throws Exception {
    ClassLoader loader = new Without("org.eclipse.jgit.");
    Class<?> strategies = loader.loadClass("dev.autoversion.VersionStrategy");
    for (String factory : List.of("gitCommit", "gitFileCommit")) {
      Throwable failure =
          assertThrows(
                  ReflectiveOperationException.class,
                  () -> strategies.getMethod(factory, Path.class).invoke(null, tree.root()))
              .getCause();
      assertEquals(
          "java.lang.IllegalStateException: "
              + factory
              + "() needs JGit; add org.eclipse.jgit:org.eclipse.jgit to your dependencies",
          failure.toString());
    }
    Object hash = strategies.getMethod("contentHash").invoke(null);
    assertEquals("contentHash(12)", hash.toString());
  }
}
