package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of docs/security.md names tests that are there, or says why it has none. */
class ThreatMatrixTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z])(\\d+) \\|(.+)\\|(.+)\\|$");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
  private static final Pattern TEST = Pattern.compile("@(\\w*Test|TestFactory)\\b");

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/security.md"));
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  @Test
  void rows_countWithoutGaps() throws IOException {
    Map<String, Integer> last = new HashMap<>();
    for (MatchResult row : ROW.matcher(page()).results().toList()) {
      last.merge(row.group(1), 1, Integer::sum);
      assertEquals(last.get(row.group(1)), Integer.valueOf(row.group(2)), row.group());
    }
    assertEquals(Map.of("P", 28, "D", 14, "C", 14, "F", 30, "S", 25, "M", 11, "T", 6), last);
  }

  @Test
  void rows_nameATestOrSayWhyNot() throws IOException {
    for (MatchResult row : ROW.matcher(page()).results().toList()) {
      boolean why = row.group(4).startsWith(" No test: ");
      assertTrue(why || !found(NAMED, row.group(4)).isEmpty(), row.group());
    }
  }

  @Test
  void tests_areThere() throws IOException {
    Map<String, List<String>> tests = tests();
    TreeSet<String> missing = new TreeSet<>();
    for (MatchResult named : NAMED.matcher(page()).results().toList()) {
      if (!tests.getOrDefault(named.group(1), List.of()).contains(named.group(2))) {
        missing.add(named.group());
      }
    }
    assertEquals(new TreeSet<>(), missing, "renamed? docs/security.md names them");
  }

  /** Each class among the modules' tests, with its methods that are run. */
  private static Map<String, List<String>> tests() throws IOException {
    Map<String, List<String>> tests = new HashMap<>();
    for (Path folder : folders()) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          tests.computeIfAbsent(name, any -> new ArrayList<>()).addAll(methods(file));
        }
      }
    }
    return tests;
  }

  private static List<Path> folders() throws IOException {
    Pattern module = Pattern.compile("<module>(.+)</module>");
    return Files.readAllLines(ROOT.resolve("pom.xml")).stream()
        .flatMap(line -> module.matcher(line).results())
        .map(found -> ROOT.resolve(found.group(1)).resolve("src/test/java"))
        .filter(Files::isDirectory)
        .toList();
  }

  private static List<String> methods(Path file) throws IOException {
    Pattern name = Pattern.compile("(?m)^  [\\w<>]+(?: [\\w<>]+)* (\\w+)(?:\\(| =)");
    List<String> methods = new ArrayList<>();
    for (String member : Files.readString(file).split("\n\n", -1)) {
      if (TEST.matcher(member).find()) {
        name.matcher(member).results().forEach(found -> methods.add(found.group(1)));
      }
    }
    return methods;
  }
}
