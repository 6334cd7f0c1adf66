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
  private static final Path PROGRAMS =
      Path.of("examples/servers/src/main/java/dev/autoversion/examples/servers");
  private static final Pattern SHOWN =
      Pattern.compile("<!-- file: (examples/\\S+) -->\n```java\n(.*?)```\n", Pattern.DOTALL);

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
    try (Stream<Path> files = Files.list(ROOT.resolve(PROGRAMS))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("package-info.java"))
          .forEach(name -> all.add(PROGRAMS + "/" + name));
    }
    assertEquals(
        all.stream().sorted().toList(), shown().stream().map(s -> s.group(1)).sorted().toList());
  }

  private static List<MatchResult> shown() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/servers.md"));
    return SHOWN.matcher(page).results().toList();
  }
}
