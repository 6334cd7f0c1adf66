package dev.autoversion;

import java.util.List;

/**
 * What each engine makes of values that are no reference, word by word; {@link OtherValues} has
 * them for {@code autoversion}. Text is escaped, tags are not: {@code markup} shows both. Numbers
 * that an engine keeps for {@code autoversion} it keeps for all words that give text; a tag is made
 * of none.
 */
final class WordValues {
  private static final String TEXTS =
      """
      word and value       | all                 | Pebble | FreeMarker             | Jinjava | Thymeleaf
      integrity number     | 42                  | .      | refused: number        | .       | EMPTY
      integrity boolean    | EMPTY               | true   | refused: boolean       | .       | .
      integrity map        | EMPTY               | .      | refused: extended_hash | .       | .
      integrity uri        | SHA                 | .      | .                      | .       | .
      integrity text builder | SHA               | .      | .                      | .       | .
      integrity list       | SHA                 | .      | .                      | .       | .
      integrity set        | SHA                 | .      | .                      | .       | .
      integrity array      | SHA                 | .      | .                      | .       | .
      integrity empty list | EMPTY               | .      | .                      | .       | .
      integrity markup     | EMPTY               | .      | .                      | .       | .
      srcset number        | 42                  | .      | refused: number        | .       | .
      srcset boolean       | true                | .      | refused: boolean       | .       | .
      srcset map           | {k=/s/a.css}        | .      | refused: extended_hash | .       | .
      srcset uri           | VERSIONED           | .      | .                      | .       | .
      srcset list          | VERSIONED           | .      | .                      | .       | .
      srcset array         | VERSIONED           | .      | .                      | .       | .
      srcset markup        | &lt;b&gt;&amp;amp;  | .      | .                      | .       | .
      """;

  private static final String TAGS =
      """
      word and value           | all                       | Pebble | FreeMarker | Jinjava | Thymeleaf
      entrypoint number        | refused: entrypoint takes | .      | .          | .       | .
      entrypoint boolean       | refused: entrypoint takes | .      | .          | .       | .
      entrypoint map           | refused: entrypoint takes | .      | .          | .       | .
      entrypoint list of lists | refused: entrypoint takes | .      | .          | .       | .
      entrypoint uri           | LINK                      | .      | .          | .       | .
      entrypoint text builder  | LINK                      | .      | .          | .       | .
      entrypoint list          | LINK                      | .      | .          | .       | .
      entrypoint set           | LINK                      | .      | .          | .       | .
      entrypoint array         | LINK                      | .      | .          | .       | .
      entrypoint empty list    | EMPTY                     | .      | .          | .       | .
      entrypoint markup        | SCRIPT                    | .      | .          | .       | .
      importmap number         | refused: importmap takes  | .      | .          | .       | .
      importmap list           | MAP                       | .      | .          | .       | .
      importmap array          | MAP                       | .      | .          | .       | .
      importmap empty list     | EMPTY                     | .      | .          | .       | .
      importmap markup         | EMPTY                     | .      | .          | .       | .
      preload number           | refused: preload takes    | .      | .          | .       | .
      preload map              | refused: preload takes    | .      | .          | .       | .
      preload list of lists    | refused: preload takes    | .      | .          | .       | .
      preload list             | PRELOAD                   | .      | .          | .       | .
      preload array            | PRELOAD                   | .      | .          | .       | .
      preload empty list       | EMPTY                     | .      | .          | .       | .
      """;

  private WordValues() {}

  /** A word, a value and what an engine gives for it. */
  record Row(String name, String word, Object value, String expected) {}

  /** The rows of an engine for words that give text. */
  static List<Row> texts(String engine) {
    return rows(TEXTS, engine);
  }

  /** The rows of an engine for words that give tags. */
  static List<Row> tags(String engine) {
    return rows(TAGS, engine);
  }

  private static List<Row> rows(String table, String engine) {
    List<String[]> cells = table.lines().map(line -> line.split("\\|")).toList();
    int column = OtherValues.column(cells.get(0), engine);
    return cells.stream().skip(1).map(row -> row(row, column)).toList();
  }

  private static Row row(String[] cells, int column) {
    String name = cells[0].strip();
    String word = name.substring(0, name.indexOf(' '));
    String value = name.substring(word.length() + 1);
    String own = cells[column].strip();
    Object given = value.equals("markup") ? "<b>&amp;" : OtherValues.value(value);
    return new Row(name, word, given, text(own.equals(".") ? cells[1].strip() : own));
  }

  private static String text(String cell) {
    return switch (cell) {
      case "EMPTY" -> "";
      case "VERSIONED" -> "/s/a.css?v=3fc4ccfe7458";
      case "SHA" -> "sha384-C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp";
      case "LINK" -> "<link rel=\"stylesheet\" href=\"/s/a.css?v=3fc4ccfe7458\">";
      case "MAP" ->
          "<script type=\"importmap\">"
              + "{\"imports\":{\"/s/a.css\":\"/s/a.css?v=3fc4ccfe7458\"}}</script>";
      case "PRELOAD" -> "<link rel=\"preload\" href=\"/s/a.css?v=3fc4ccfe7458\" as=\"style\">";
      case "SCRIPT" -> "<script type=\"module\" src=\"&lt;b&gt;&amp;amp;\"></script>";
      default -> cell;
    };
  }
}
