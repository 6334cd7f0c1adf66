package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rows of a file in {@code fixtures/}: tab-separated cells; {@code #} begins a comment line. */
final class Fixture {
  private Fixture() {}

  static List<Row> rows(String name) throws IOException {
    List<Row> rows = new ArrayList<>();
    String[] lines = text(name).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isEmpty() && !lines[i].startsWith("#")) {
        rows.add(new Row(name + ":" + (i + 1), List.of(lines[i].split("\t", -1))));
      }
    }
    return rows;
  }

  private static String text(String name) throws IOException {
    try (InputStream bytes = Fixture.class.getResourceAsStream("/fixtures/" + name)) {
      return new String(Objects.requireNonNull(bytes, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * One line.
   *
   * @param place file and line, for messages
   */
  record Row(String place, List<String> cells) {
    String cell(int index) {
      return cells.get(index);
    }

    @Override
    public String toString() {
      return place + " " + String.join(" | ", cells);
    }
  }
}
