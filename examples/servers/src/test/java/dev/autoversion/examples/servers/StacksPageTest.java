package dev.autoversion.examples.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/stacks.md} names runs that there are, and versions and lines as they are. */
class StacksPageTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
  private static final Pattern VERSION = Pattern.compile("\\b\\d+\\.\\d+\\.\\d+\\b");
  private static final Pattern PROGRAM = Pattern.compile("(\\d+), `(\\w+Server)`");

  /** A row of the table, cell by cell. */
  private record Row(List<String> cells) {
    static Row of(String line) {
      return new Row(Stream.of(line.split("\\|")).skip(1).map(String::strip).toList());
    }

    String stack() {
      return cells.get(0);
    }
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows =
        Files.readAllLines(ROOT.resolve("docs/stacks.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| stack"))
            .map(Row::of)
            .toList();
    assertTrue(rows.size() >= 14, "rows: " + rows.size());
    return rows;
  }

  @Test
  void row_namesItsRun() throws IOException {
    for (Row row : rows()) {
      String run = row.cells().get(5);
      List<String> tests = TEST.matcher(run).results().map(found -> found.group(1)).toList();
      assertTrue(!tests.isEmpty() || run.startsWith("by hand"), row.stack());
      for (String test : tests) {
        assertEquals(1, files(test + ".java").size(), test);
      }
    }
  }

  @Test
  void row_versionsOfTheRun() throws IOException {
    StringBuilder poms = new StringBuilder();
    for (Path pom : files("pom.xml")) {
      poms.append(Files.readString(pom));
    }
    for (Row row : rows()) {
      Matcher version = VERSION.matcher(row.stack());
      while (version.find()) {
        assertTrue(poms.indexOf(">" + version.group()) >= 0, row.stack());
      }
    }
  }

  @Test
  void row_linesOfTheProgram() throws IOException {
    int programs = 0;
    for (Row row : rows()) {
      for (MatchResult told : PROGRAM.matcher(row.cells().get(2)).results().toList()) {
        Path program = files(told.group(2) + ".java").get(0);
        assertEquals(
            Files.readAllLines(program).size(), Integer.parseInt(told.group(1)), row.stack());
        programs++;
      }
    }
    assertEquals(6, programs);
  }

  private static List<Path> files(String name) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(ROOT)) {
      all.filter(file -> file.getFileName().toString().equals(name))
          .filter(file -> !file.toString().contains("/target/"))
          .forEach(found::add);
    }
    return found;
  }
}
