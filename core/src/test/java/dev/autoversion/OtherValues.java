package dev.autoversion;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What each engine makes of values that are no text. An engine that has a rule of its own for a
 * value keeps it: FreeMarker refuses what is no string, Jinjava takes an {@link Optional} for what
 * is inside. The rest is taken by its text, as the engine would print it without us. Lists are
 * joined by the template: FreeMarker versions a list within a list but can't join it; to Jinjava
 * and Thymeleaf it is a value that is no reference.
 */
final class OtherValues {
  /** How a cell begins where the page fails; what follows is in the message. */
  static final String REFUSED = "refused: ";

  /** {@code .} is the result in the first column: what all agree on. */
  private static final String TABLE =
      """
      value          | all                 | Pebble | FreeMarker              | Jinjava  | Thymeleaf
      number         | 42                  | .      | refused: number         | .        | .
      boolean        | true                | .      | refused: boolean        | .        | .
      map            | {k=/s/a.css}        | .      | refused: extended_hash  | .        | .
      optional       | Optional[/s/a.css]  | .      | .                       | VERSIONED | .
      empty optional | Optional.empty      | .      | .                       | EMPTY    | .
      text builder   | VERSIONED           | .      | .                       | .        | .
      uri            | VERSIONED           | .      | .                       | .        | .
      list           | VERSIONED           | .      | .                       | .        | .
      set            | VERSIONED           | .      | .                       | .        | .
      array          | VERSIONED           | .      | .                       | .        | .
      empty list     | EMPTY               | .      | .                       | .        | .
      list of lists  | [VERSIONED]         | .      | refused: "?join" failed | [/s/a.css] | [/s/a.css]
      """;

  private static final Map<String, Object> VALUES = values();

  private OtherValues() {}

  /** One value, and what an engine gives for it. */
  record Row(String name, Object value, String expected) {}

  /** The rows of an engine. */
  static List<Row> of(String engine) {
    List<String[]> cells = TABLE.lines().map(line -> line.split("\\|")).toList();
    int column = column(cells.get(0), engine);
    return cells.stream().skip(1).map(row -> row(row, column)).toList();
  }

  /** The column of an engine in the first line of a table. */
  static int column(String[] head, String engine) {
    int column = Arrays.stream(head).map(String::strip).toList().indexOf(engine);
    if (column < 0) {
      throw new IllegalArgumentException(
          "no column '"
              + engine
              + "'; each table in OtherValues and WordValues has one for each engine");
    }
    return column;
  }

  /** Whether it is printed as a list, element by element. */
  static boolean isList(Object value) {
    return value instanceof Iterable || value instanceof Object[];
  }

  private static Row row(String[] cells, int column) {
    String name = cells[0].strip();
    String own = cells[column].strip();
    return new Row(name, value(name), text(own.equals(".") ? cells[1] : own));
  }

  /** The value that a table names. */
  static Object value(String name) {
    return Objects.requireNonNull(VALUES.get(name), name);
  }

  private static String text(String cell) {
    return cell.strip().replace("VERSIONED", "/s/a.css?v=3fc4ccfe7458").replace("EMPTY", "");
  }

  private static Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("number", 42);
    values.put("boolean", true);
    values.put("map", Map.of("k", "/s/a.css"));
    values.put("optional", Optional.of("/s/a.css"));
    values.put("empty optional", Optional.empty());
    values.put("text builder", new StringBuilder("/s/a.css"));
    values.put("uri", URI.create("/s/a.css"));
    values.put("list", List.of("/s/a.css"));
    values.put("set", Set.of("/s/a.css"));
    values.put("array", new String[] {"/s/a.css"});
    values.put("empty list", List.of());
    values.put("list of lists", List.of(List.of("/s/a.css")));
    return values;
  }
}
