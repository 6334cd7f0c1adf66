package dev.autoversion.examples.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/servers.md} shows the very files that {@link ServersTest} starts. */
class ServersPageTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path PROGRAMS = Path.of("examples/servers");
  private static final Pattern SHOWN =
      Pattern.compile("<!-- file: (examples/\\S+) -->\n```\\w+\n(.*?)```\n", Pattern.DOTALL);

  @Test
  void page_showsTheFiles() throws IOException {
    for (MatchResult shown : shown()) {
      String file = shown.group(1);
      assertEquals(Files.readString(ROOT.resolve(file)), shown.group(2), file);
    }
  }

  @Test
  void page_leavesNoneOut() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve(PROGRAMS))) {
      files
          .map(file -> ROOT.relativize(file).toString())
          .filter(name -> name.matches(".*/src/main/.*\\.(java|jsp|xml)|.*/quarkus/pom\\.xml"))
          .filter(name -> !name.contains("/target/") && !name.endsWith("package-info.java"))
          .forEach(all::add);
    }
    assertEquals(
        all.stream().sorted().toList(), shown().stream().map(s -> s.group(1)).sorted().toList());
  }

  private static List<MatchResult> shown() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/servers.md"));
    return SHOWN.matcher(page).results().toList();
  }
}
