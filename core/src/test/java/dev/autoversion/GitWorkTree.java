package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A work tree made with the {@code git} command, which is also asked what is right. */
final class GitWorkTree {
  // Each commit is a minute younger than the one before, whatever the clock says.
  private static final AtomicLong SECONDS = new AtomicLong(1_600_000_000);

  private final Path root;

  private GitWorkTree(Path root) {
    this.root = root;
  }

  /** A new repository; skips the test where there is no git. */
  static GitWorkTree init(Path root) {
    assumeTrue(hasGit(), "the git command is needed");
    GitWorkTree tree = new GitWorkTree(createDirectories(root));
    tree.git("init", "-q", "-b", "main", "--template=");
    return tree;
  }

  /** A work tree that a git command has made. */
  static GitWorkTree at(Path root) {
    return new GitWorkTree(root);
  }

  Path root() {
    return root;
  }

  String head() {
    return git("rev-parse", "HEAD").substring(0, 12);
  }

  /** The last commit that changed a file, as git tells it. */
  String lastCommitOf(String file) {
    return git("log", "-1", "--format=%H", "--", file).substring(0, 12);
  }

  void write(String file, String text) throws IOException {
    TextFile.write(root.resolve(file), text);
  }

  /** Commits one file and gives the commit's first twelve digits. */
  String commit(String file, String text) throws IOException {
    write(file, text);
    git("add", "--", file);
    return commit();
  }

  /** Commits what is staged. */
  String commit() {
    // It prints where it went and which it is: [main 0123456789ab] change
    String printed = git("-c", "core.abbrev=12", "commit", "--allow-empty", "-m", "change");
    String place = printed.substring(0, printed.indexOf(']'));
    return place.substring(place.lastIndexOf(' ') + 1).substring(0, 12);
  }

  String git(String... arguments) {
    // No second process after each commit that looks whether there is something to tidy up.
    List<String> command =
        new ArrayList<>(List.of("git", "-C", root.toString(), "-c", "maintenance.auto=false"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static boolean hasGit() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String run(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    String date = SECONDS.addAndGet(60) + " +0000";
    builder
        .environment()
        .putAll(
            Map.of(
                "GIT_AUTHOR_NAME", "a",
                "GIT_AUTHOR_EMAIL", "a@example.com",
                "GIT_COMMITTER_NAME", "a",
                "GIT_COMMITTER_EMAIL", "a@example.com",
                "GIT_AUTHOR_DATE", date,
                "GIT_COMMITTER_DATE", date,
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_ALLOW_PROTOCOL", "file"));
    try {
      Process git = builder.start();
      String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, git.waitFor(), () -> command + ": " + output);
      return output.strip();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path createDirectories(Path root) {
    try {
      return Files.createDirectories(root);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
