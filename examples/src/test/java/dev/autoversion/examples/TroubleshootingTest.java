package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/troubleshooting.md} quotes messages as the sources have them. */
class TroubleshootingTest {
  private static final Path PAGE = MarkdownPages.ROOT.resolve("docs/troubleshooting.md");
  private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| .*");

  // "a" + "b" over two lines is one text; what stands between texts is a name, as … is on the page.
  private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  @Test
  void messages_areInTheSources() throws IOException {
    String texts = texts();
    List<String> unknown = new ArrayList<>();
    List<String> messages = messages();
    for (String message : messages) {
      for (String part : message.split("…")) {
        String said = part.strip().replaceFirst("^[;:,] ?", "").strip();
        if (!texts.contains(said)) {
          unknown.add(message + ": " + said);
        }
      }
    }
    assertEquals(List.of(), unknown);
    assertTrue(messages.size() > 40, messages.size() + " messages");
  }

  /** A message of nothing but short words would be found anywhere. */
  @Test
  void messages_sayEnoughToBeFound() throws IOException {
    for (String message : messages()) {
      assertTrue(
          message.equals("context parameter …: …")
              || Stream.of(message.split("…")).anyMatch(part -> part.strip().length() >= 12),
          message);
    }
  }

  private static List<String> messages() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .flatMap(line -> ROW.matcher(line).results())
        .map(row -> row.group(1))
        .toList();
  }

  /** All string literals of what is published, a line each. */
  private static String texts() throws IOException {
    StringBuilder texts = new StringBuilder();
    try (Stream<Path> modules = Files.list(MarkdownPages.ROOT)) {
      for (Path module : modules.sorted().toList()) {
        Path sources = module.resolve("src/main/java");
        if (Files.isDirectory(sources) && !module.endsWith("benchmarks")) {
          texts.append(texts(sources));
        }
      }
    }
    return texts.toString();
  }

  private static String texts(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      StringBuilder texts = new StringBuilder();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String joined = JOINED.matcher(Files.readString(file)).replaceAll("");
        texts.append(
            TEXT.matcher(joined)
                .results()
                .map(TroubleshootingTest::text)
                .collect(Collectors.joining("\n", "", "\n")));
      }
      return texts.toString();
    }
  }

  // A message format doubles its quotes.
  private static String text(MatchResult literal) {
    return literal.group(1).replace("\\\"", "\"").replace("''", "'").replaceAll("\\{\\d\\}", "…");
  }
}
