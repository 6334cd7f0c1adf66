package dev.autoversion.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in pieces, so that a template can show some of them marked, and a line may break between
 * any two.
 *
 * @param pieces the text, if put together
 */
public record Marked(List<Piece> pieces) {
  /** What a placement put into a file's name. */
  private static final Pattern VERSION = Pattern.compile("-[0-9a-f]{12}(?=\\.)");

  private static final Pattern AFTER_SLASH = Pattern.compile("(?<=/)");

  /**
   * A part of the text.
   *
   * @param text without anything escaped
   * @param marked whether it is what the text is about
   */
  public record Piece(String text, boolean marked) {}

  /** What a pattern finds is marked. */
  static Marked of(String text, Pattern pattern) {
    List<Piece> pieces = new ArrayList<>();
    Matcher found = pattern.matcher(text);
    int end = 0;
    while (found.find()) {
      pieces.add(new Piece(text.substring(end, found.start()), false));
      pieces.add(new Piece(found.group(), true));
      end = found.end();
    }
    pieces.add(new Piece(text.substring(end), false));
    return new Marked(pieces.stream().filter(piece -> !piece.text().isEmpty()).toList());
  }

  /** A URL, or a line with some: versions are marked, and each folder is a piece. */
  static Marked url(String text) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : of(text, VERSION).pieces()) {
      AFTER_SLASH
          .splitAsStream(piece.text())
          .forEach(part -> pieces.add(new Piece(part, piece.marked())));
    }
    return new Marked(List.copyOf(pieces));
  }
}
