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

  private static String unescape(String cell) {
    StringBuilder text = new StringBuilder(cell.length());
    int at = 0;
    while (at < cell.length()) {
      char c = cell.charAt(at);
      char kind = c == '\\' ? cell.charAt(at + 1) : ' ';
      int end = kind == 'u' ? at + 6 : kind == '(' ? cell.indexOf(')', at) + 1 : at + 2;
      switch (kind) {
        case 'u' -> text.append((char) Integer.parseInt(cell.substring(at + 2, end), 16));
        case '(' -> text.append(repeated(cell.substring(at + 2, end - 1)));
        case '\\' -> text.append('\\');
        case ' ' -> text.append(c);
        default -> throw new IllegalArgumentException("unknown escape in " + cell);
      }
      at = kind == ' ' ? at + 1 : end;
    }
    return text.toString();
  }

  private static String repeated(String unitAndCount) {
    int star = unitAndCount.lastIndexOf('*');
    String unit = unescape(unitAndCount.substring(0, star));
    return unit.repeat(Integer.parseInt(unitAndCount.substring(star + 1)));
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

    /**
     * A cell's text. Behind a backslash stand {@code u} and four hex digits for a character, {@code
     * (ab*20)} for twenty times {@code ab}, or another backslash for itself.
     */
    String text(int index) {
      return unescape(cells.get(index));
    }

    @Override
    public String toString() {
      return place + " " + String.join(" | ", cells);
    }
  }
}
