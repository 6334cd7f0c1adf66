package dev.autoversion.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs what README.md says of others, and of us beside them; cells in italics are only said. */
class ComparedTest {
  private static final String NAMES = "| | autoversion | Spring | Wicket |";

  @TempDir Path root;
  private Ours ours;
  private Spring spring;
  private Wicket wicket;

  /** What a cell says yes or no to. */
  private interface Check {
    boolean holds() throws Exception;
  }

  @BeforeEach
  void writeSite() throws IOException {
    Files.writeString(root.resolve("a.css"), "a { background: url(/static/b.png) }");
    Files.writeString(root.resolve("b.png"), "one");
    ours = new Ours(root);
    spring = new Spring(root);
    wicket = new Wicket(root);
  }

  @TestFactory
  List<DynamicTest> cells() throws IOException {
    Map<String, List<String>> table = table();
    List<DynamicTest> tests = new ArrayList<>();
    checks()
        .forEach(
            (row, checks) -> {
              for (int i = 0; i < checks.size(); i++) {
                String cell = table.getOrDefault(row, List.of("", "", "")).get(i);
                Check check = checks.get(i);
                tests.add(
                    dynamicTest(
                        row + ", " + (i + 1),
                        () -> assertEquals(check.holds() ? "yes" : "no", cell)));
              }
            });
    return tests;
  }

  @Test
  void table_saysNothingUnchecked() throws IOException {
    Map<String, List<Check>> checks = checks();
    List<String> unchecked = new ArrayList<>();
    table()
        .forEach(
            (row, cells) -> {
              int checked = checks.getOrDefault(row, List.of()).size();
              cells.stream()
                  .skip(checked)
                  .filter(cell -> !cell.startsWith("*") && !cell.matches("[0-9]+"))
                  .forEach(cell -> unchecked.add(row + ": " + cell));
            });
    assertEquals(List.of(), unchecked);
    assertEquals(10, table().size());
  }

  @Test
  void hit_isWhatResultsSay() throws IOException {
    List<String> cells = table().get("time of a hit with `recheckNever()`, as a multiple of ours");
    assertEquals(List.of("1", median("Spring's hit / hit"), median("Wicket's hit / hit")), cells);
    String rechecked = median("Spring's hit / hit, rechecked");
    assertTrue(
        lines("README.md")
            .anyMatch(line -> line.contains("Spring takes " + rechecked + " times as long")));
  }

  /** Of the first columns, in their order; the rest of a row is only said. */
  private Map<String, List<Check>> checks() {
    Map<String, List<Check>> checks = new LinkedHashMap<>();
    checks.put(
        "a content version in the file name",
        List.of(
            () -> ours.inFileName().matches("/static/b-[0-9a-f]{12}\\.png"),
            () -> spring.url("/static/b.png").matches("/static/b-[0-9a-f]{32}\\.png"),
            () -> wicket.inFileName("b.png").matches("b-ver-[0-9A-Fa-f]{32}\\.png")));
    checks.put(
        "in the query",
        List.of(() -> ours.url("/static/b.png").matches("/static/b\\.png\\?v=[0-9a-f]{12}")));
    checks.put(
        "an image changes: its stylesheet's URL does",
        List.of(
            () -> changes(() -> new Ours(root).url("/static/a.css"), this::editImage),
            () -> changes(() -> new Spring(root).url("/static/a.css"), this::editImage),
            () -> changes(() -> new Wicket(root).inFileName("a.css"), this::editImage)));
    checks.put(
        "references inside stylesheets have versions",
        List.of(
            () -> ours.sent("/static/a.css").matches("(?s).*url\\(/static/b\\.png\\?v=.*"),
            () -> spring.stylesheet("/static/a.css").matches("(?s).*url\\(/static/b-.*")));
    checks.put(
        "an edit shows without a restart",
        List.of(
            () -> changes(() -> ours.url("/static/b.png"), this::editImage),
            () -> changes(() -> spring.url("/static/b.png"), this::editImage),
            () -> changes(() -> wicket.inFileName("b.png"), this::editImage)));
    checks.put(
        "a missing file is remembered",
        List.of(() -> ours.remembersMissing(), () -> spring.remembersMissing()));
    checks.put(
        "a made-up version is not answered with the file",
        List.of(
            () -> ours.status("/static/b-000000000000.png") != 200,
            () -> spring.status("/static/b-00000000000000000000000000000000.png") != 200));
    return checks;
  }

  private interface Url {
    String get() throws Exception;
  }

  private static boolean changes(Url url, Check edit) throws Exception {
    String before = url.get();
    return edit.holds() && !url.get().equals(before);
  }

  private boolean editImage() throws IOException {
    String text = Files.readString(root.resolve("b.png"));
    Files.writeString(root.resolve("b.png"), text + text);
    return true;
  }

  private static Map<String, List<String>> table() throws IOException {
    Map<String, List<String>> table = new LinkedHashMap<>();
    lines("README.md")
        .dropWhile(line -> !line.equals(NAMES))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|"))
        .forEach(
            cells ->
                table.put(cells[1].strip(), Stream.of(cells).skip(2).map(String::strip).toList()));
    return table;
  }

  private static String median(String row) throws IOException {
    String median =
        lines("benchmarks/RESULTS.md")
            .filter(line -> line.startsWith("| " + row + " |"))
            .map(line -> line.split("\\|")[2].strip())
            .findFirst()
            .orElseThrow();
    return Long.toString(Math.round(Double.parseDouble(median)));
  }

  private static Stream<String> lines(String file) throws IOException {
    return Files.readAllLines(Path.of("..").resolve(file)).stream();
  }
}
