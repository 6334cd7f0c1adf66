package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commit that is checked out, in every kind of repository that git makes. */
final class GitCommitStrategyTest {
  private static final String INSTEAD =
      "; use contentHash(), or fixed(release) in an image without .git";
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path temporary;
  private final ManualTime time = ManualTime.later();
  private GitWorkTree tree;
  @RegisterExtension private final CapturedLog log = new CapturedLog();

  @BeforeEach
  void init() {
    tree = GitWorkTree.init(temporary.resolve("repository"));
  }

  private Autoversion autoversion(Path workTree) {
    return time.builder()
        .directory("/s", workTree)
        .version(VersionStrategy.gitCommit(workTree))
        .build();
  }

  private static String refusal(Path folder) {
    return assertThrows(IllegalArgumentException.class, () -> VersionStrategy.gitCommit(folder))
        .getMessage();
  }

  @Test
  void head_sameForAllAssets() throws IOException {
    tree.commit("a.txt", "one");
    String head = tree.commit("b.txt", "two");
    tree.write("untracked.txt", "two");
    Autoversion autoversion = autoversion(tree.root());
    assertEquals("/s/a.txt?v=" + head, autoversion.url("/s/a.txt"));
    assertEquals("/s/b.txt?v=" + head, autoversion.url("/s/b.txt"));
    assertEquals("/s/untracked.txt?v=" + head, autoversion.url("/s/untracked.txt"));
    assertEquals("/s/none.txt", autoversion.url("/s/none.txt"));
    assertEquals(
        "gitCommit(" + tree.root().toRealPath() + ")",
        autoversion.explain("/s/a.txt").strategy().orElseThrow());
  }

  @Test
  void head_movesWithTheNextCommit() throws IOException {
    String first = tree.commit("a.txt", "one");
    Autoversion autoversion = autoversion(tree.root());
    assertEquals("/s/a.txt?v=" + first, autoversion.url("/s/a.txt"));
    tree.write("a.txt", "two");
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + first, autoversion.url("/s/a.txt"));
    String second = tree.commit();
    assertNotEquals(first, second);
    assertEquals("/s/a.txt?v=" + first, autoversion.url("/s/a.txt"));
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + second, autoversion.url("/s/a.txt"));
    tree.git("reset", "-q", "--hard", first);
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + first, autoversion.url("/s/a.txt"));
  }

  @Test
  void head_otherBranch() throws IOException {
    String main = tree.commit("a.txt", "one");
    tree.git("checkout", "-q", "-b", "feature/x");
    String feature = tree.commit("a.txt", "two");
    Autoversion autoversion = autoversion(tree.root());
    assertEquals("/s/a.txt?v=" + feature, autoversion.url("/s/a.txt"));
    tree.git("checkout", "-q", "main");
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + main, autoversion.url("/s/a.txt"));
  }

  @Test
  void head_detached() throws IOException {
    String first = tree.commit("a.txt", "one");
    tree.commit("a.txt", "two");
    tree.git("checkout", "-q", "--detach", first);
    assertEquals("/s/a.txt?v=" + first, autoversion(tree.root()).url("/s/a.txt"));
  }

  @Test
  void head_packedRefs() throws IOException {
    String first = tree.commit("a.txt", "one");
    tree.git("pack-refs", "--all");
    Autoversion autoversion = autoversion(tree.root());
    assertEquals("/s/a.txt?v=" + first, autoversion.url("/s/a.txt"));
    String second = tree.commit("a.txt", "two");
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + second, autoversion.url("/s/a.txt"));
    tree.git("pack-refs", "--all");
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + second, autoversion.url("/s/a.txt"));
  }

  @Test
  void head_collectedGarbage() throws IOException {
    tree.commit("a.txt", "one");
    String second = tree.commit("a.txt", "two");
    tree.git("gc", "-q");
    assertEquals("/s/a.txt?v=" + second, autoversion(tree.root()).url("/s/a.txt"));
  }

  @Test
  void workTree_nestedFolder() throws IOException {
    String head = tree.commit("src/main/static/a.txt", "one");
    Path folder = tree.root().resolve("src/main/static");
    assertEquals("/s/a.txt?v=" + head, autoversion(folder).url("/s/a.txt"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void workTree_linkToNestedFolder() throws IOException {
    String head = tree.commit("src/static/a.txt", "one");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("repository/src"));
    assertEquals("/s/static/a.txt?v=" + head, autoversion(link).url("/s/static/a.txt"));
  }

  @Test
  void workTree_linked() throws IOException {
    String main = tree.commit("a.txt", "one");
    Path linked = temporary.resolve("linked");
    tree.git("worktree", "add", "-q", "-b", "other", linked.toString());
    String other = GitWorkTree.at(linked).commit("a.txt", "two");
    Autoversion autoversion = autoversion(linked);
    assertEquals("/s/a.txt?v=" + other, autoversion.url("/s/a.txt"));
    assertEquals("/s/a.txt?v=" + main, autoversion(tree.root()).url("/s/a.txt"));
    GitWorkTree.at(linked).git("pack-refs", "--all");
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + other, autoversion.url("/s/a.txt"));
    String third = GitWorkTree.at(linked).commit("a.txt", "three");
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + third, autoversion.url("/s/a.txt"));
  }

  @Test
  void workTree_separateGitDirectory() throws IOException {
    String head = tree.commit("a.txt", "one");
    tree.git("init", "-q", "--separate-git-dir", temporary.resolve("elsewhere").toString());
    assertEquals("/s/a.txt?v=" + head, autoversion(tree.root()).url("/s/a.txt"));
  }

  @Test
  void workTree_submodule() throws IOException {
    tree.commit("a.txt", "one");
    GitWorkTree outer = GitWorkTree.init(temporary.resolve("outer"));
    outer.git("submodule", "--quiet", "add", tree.root().toString(), "lib");
    outer.commit();
    assertEquals(
        "/s/a.txt?v=" + tree.head(), autoversion(outer.root().resolve("lib")).url("/s/a.txt"));
  }

  @Test
  void commit_ofWhatAStylesheetCovers() throws IOException {
    tree.commit("a.css", "i { background: url(b.png) }");
    tree.commit("b.png", "one");
    assertEquals("/s/a.css?v=" + tree.head(), autoversion(tree.root()).url("/s/a.css"));
  }

  @Test
  void couldGive_aCommitsForm() throws IOException {
    tree.commit("a.txt", "one");
    VersionStrategy strategy = VersionStrategy.gitCommit(tree.root());
    assertTrue(strategy.couldGive(new Version("0123456789ab")));
    for (String other : List.of("0123456789a", "0123456789abc", "0123456789AB", "script-12345")) {
      assertFalse(strategy.couldGive(new Version(other)), other);
    }
  }

  @Test
  @Tag("fork")
  void workTree_relative() throws Exception {
    String head = tree.commit("static/a.txt", "one");
    assertEquals(
        List.of("/s/a.txt?v=" + head, "/s/a.txt?v=" + head, "/s/a.txt?v=" + head),
        Fork.of(Relative.class)
            .in(tree.root().resolve("static"))
            .argument("")
            .argument(".")
            .argument("../static")
            .lines(temporary));
    assertEquals(
        List.of("/s/a.txt?v=" + head),
        Fork.of(Relative.class).in(tree.root()).argument("static").lines(temporary));
  }

  /** A site that is started from a folder of its work tree. */
  static final class Relative {
    public static void main(String[] folders) {
      for (String folder : folders) {
        System.out.println(
            Autoversion.builder()
                .directory("/s", Path.of(folder))
                .version(VersionStrategy.gitCommit(Path.of(folder)))
                .build()
                .url("/s/a.txt"));
      }
    }
  }

  @Test
  void open_noRepository() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("plain"));
    assertEquals("there is no git work tree at or above " + folder + INSTEAD, refusal(folder));
  }

  @Test
  void open_noCommit() throws IOException {
    assertEquals(
        "the git repository of "
            + tree.root().toRealPath()
            + " has no commit yet; make one, or use contentHash()",
        refusal(tree.root()));
  }

  @Test
  void open_bare() throws IOException {
    tree.commit("a.txt", "one");
    Path bare = temporary.resolve("bare.git");
    tree.git("clone", "-q", "--bare", tree.root().toString(), bare.toString());
    assertEquals(bare + " belongs to a git repository without work tree" + INSTEAD, refusal(bare));
  }

  @Test
  void open_worktreeWhoseRepositoryIsGone() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("orphan"));
    Files.writeString(folder.resolve(".git"), "gitdir: /nowhere/.git/worktrees/orphan\n");
    assertEquals(
        "can't read the git work tree of "
            + folder
            + ": repository not found: /nowhere/.git/worktrees/orphan",
        refusal(folder));
  }

  @Test
  void open_otherFileSystem() throws IOException {
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path folder = memory.getPath("/site");
      assertEquals("there is no git work tree at or above /site" + INSTEAD, refusal(folder));
    }
  }

  @Test
  void open_folderThatDoesNotExistYet() throws IOException {
    String head = tree.commit("a.txt", "one");
    Path folder = tree.root().resolve("build/static");
    Autoversion autoversion = autoversion(folder);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("a.txt"), "one");
    assertEquals("/s/a.txt?v=" + head, autoversion.url("/s/a.txt"));
  }

  @Test
  void open_shallowClone() throws IOException {
    tree.commit("a.txt", "one");
    String head = tree.commit("a.txt", "two");
    Path clone = temporary.resolve("shallow");
    tree.git("clone", "-q", "--depth", "1", "file://" + tree.root(), clone.toString());
    Autoversion autoversion = autoversion(clone);
    assertEquals("/s/a.txt?v=" + head, autoversion.url("/s/a.txt"));
    assertEquals(
        "gitCommit("
            + clone.toRealPath()
            + ", a shallow clone: commits before its cut are not known)",
        autoversion.explain("/s/a.txt").strategy().orElseThrow());
  }

  @Test
  void repository_goneLater() throws IOException {
    String head = tree.commit("a.txt", "one");
    Autoversion autoversion = autoversion(tree.root());
    assertEquals("/s/a.txt?v=" + head, autoversion.url("/s/a.txt"));
    Files.move(tree.root().resolve(".git"), temporary.resolve("away"));
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + head, autoversion.url("/s/a.txt"));
    assertEquals(1, log.lines().size());
    Files.move(temporary.resolve("away"), tree.root().resolve(".git"));
    String second = tree.commit("a.txt", "two");
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=" + second, autoversion.url("/s/a.txt"));
  }
}
