package dev.autoversion.reference;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A style in XML as CSS reads it, and where each byte comes from: entities are resolved, and
 * comments and the delimiters of CDATA sections are left out.
 */
final class StyleText {
  private static final int LONGEST_ENTITY = 11;

  private final byte[] svg;
  private final TreeMap<Integer, Piece> pieces = new TreeMap<>();
  private byte[] bytes = new byte[0];
  private int[] places = new int[0];
  private int length;
  private boolean readable = true;

  StyleText(byte[] svg) {
    this.svg = svg;
  }

  /**
   * A part without other markup in it.
   *
   * @param verbatim whether an ampersand stands for itself, as in a CDATA section
   */
  private record Piece(Span raw, boolean verbatim) {}

  /** Adds text: {@code url(&quot;a.png&quot;)} is {@code url("a.png")}. */
  StyleText add(Span raw) {
    begin(new Piece(raw, false));
    int at = raw.start();
    while (at < raw.end() && readable) {
      if (svg[at] == '&') {
        at = addEntity(at, raw.end());
      } else {
        add(svg[at], at);
        at++;
      }
    }
    return this;
  }

  /** Adds what is in a CDATA section. */
  StyleText addVerbatim(Span raw) {
    begin(new Piece(raw, true));
    for (int at = raw.start(); at < raw.end(); at++) {
      add(svg[at], at);
    }
    return this;
  }

  /** Whether CSS can read it: it is not empty, and has no entities but XML's five. */
  boolean isReadable() {
    return readable && length > 0;
  }

  Stylesheet stylesheet() {
    return Stylesheet.of(Arrays.copyOf(bytes, length));
  }

  /** Where a range of the style is in the file. */
  Span place(int from, int to) {
    int end = behind(to);
    return new Span(from < to ? places[from] : end, end);
  }

  /** A change in terms of the file; none if it would span other markup. */
  Optional<Splice> placed(Splice change) {
    int last = Math.max(change.to() - 1, 0);
    Piece piece = piece(last);
    if (piece != piece(Math.min(change.from(), last))) {
      return Optional.empty();
    }
    Span place = place(change.from(), change.to());
    String text = piece.verbatim() ? change.text() : XmlText.escape(change.text());
    return Optional.of(new Splice(place.start(), place.end(), text));
  }

  private Piece piece(int at) {
    return pieces.floorEntry(at).getValue();
  }

  /** Where the byte before an index ends. */
  private int behind(int index) {
    boolean edge = index == length || pieces.containsKey(index);
    return edge && index > 0 ? piece(index - 1).raw().end() : places[index];
  }

  private void begin(Piece piece) {
    int most = length + piece.raw().end() - piece.raw().start(); // Entities never grow.
    if (most > length) {
      pieces.put(length, piece);
    }
    if (most > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(most, 2 * length));
      places = Arrays.copyOf(places, bytes.length);
    }
  }

  private void add(byte octet, int place) {
    bytes[length] = octet;
    places[length++] = place;
  }

  /** Adds what an entity stands for; returns where it ends. */
  private int addEntity(int at, int end) {
    int last = Math.min(end, at + LONGEST_ENTITY);
    int semicolon = at;
    while (semicolon < last && svg[semicolon] != ';') {
      semicolon++;
    }
    int behind = Math.min(semicolon + 1, last);
    Optional<String> value =
        XmlText.value(new String(svg, at, behind - at, StandardCharsets.UTF_8));
    readable = value.isPresent();
    for (byte octet : value.orElse("").getBytes(StandardCharsets.UTF_8)) {
      add(octet, at);
    }
    return behind;
  }
}
