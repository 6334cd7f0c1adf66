package dev.autoversion.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A block of commands: they are not run, but each must be one that exists. */
record ShellBlock(Block block, Path root) {
  /** What a reader has, or is told to have. Add a command here if that is true of it, too. */
  private static final Set<String> KNOWN =
      Set.of("cd", "curl", "git", "java", "printf", "sha256sum");

  private static final Set<String> GOALS =
      Set.of(
          "clean",
          "compile",
          "test",
          "package",
          "verify",
          "install",
          "spotless:apply",
          "versions:display-property-updates");
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

  void check() throws IOException {
    String text = block.text().replace("\\\n", " ");
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        for (String command : line.split("&&|\\|")) {
          check(WORD.matcher(command).results().map(MatchResult::group).toList());
        }
      }
    }
  }

  private void check(List<String> words) throws IOException {
    String program = words.get(0);
    if (program.startsWith(".")) {
      require(Files.isExecutable(root.resolve(program)), program, "there is no such program");
    } else {
      require(KNOWN.contains(program), program, "not in ShellBlock's list of known commands");
    }
    if (program.equals("./mvnw")) {
      for (String word : words.subList(1, words.size())) {
        checkMaven(word);
      }
    }
  }

  private void checkMaven(String word) throws IOException {
    if (word.startsWith("-Dexec.args=")) {
      String arguments = word.substring("-Dexec.args=".length()).replace("\"", "");
      ExampleSite.commandLine().parseArgs(arguments.split(" "));
    } else if (word.startsWith("-P")) {
      String profile = "<id>" + word.substring(2) + "</id>";
      String poms =
          Files.readString(root.resolve("pom.xml"))
              + Files.readString(root.resolve("examples/pom.xml"));
      require(poms.contains(profile), word, "no such profile");
    } else if (!word.startsWith("-")) {
      require(GOALS.contains(word), word, "not in ShellBlock's list of goals");
    }
  }

  private void require(boolean condition, String word, String otherwise) {
    if (!condition) {
      throw new AssertionError(block.where() + ": '" + word + "': " + otherwise);
    }
  }
}
