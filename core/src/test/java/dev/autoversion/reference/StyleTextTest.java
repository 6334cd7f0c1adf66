package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleTextTest {
  @ParameterizedTest
  @CsvSource({
    "abc,      0, 1, 3, 4",
    "abc,      2, 3, 5, 6",
    "abc,      1, 1, 4, 4",
    "abc,      3, 3, 6, 6",
    // The letter takes two bytes, of one entity.
    "a&#233;b, 1, 3, 4, 10",
    "a&#233;b, 3, 4, 10, 11",
    "éa&gt;,   0, 2, 3, 5",
    "éa&gt;,   3, 4, 6, 10",
    "&amp;,    0, 1, 3, 8",
  })
  void place(String style, int from, int to, int start, int end) {
    assertEquals(new Span(start, end), text(style).place(from, to));
  }

  @Test
  void place_betweenOtherMarkup() {
    byte[] svg = "ab<!---->&lt;<![CDATA[&d]]>".getBytes(UTF_8);
    StyleText text = new StyleText(svg).add(new Span(0, 2)).add(new Span(9, 13));
    text.addVerbatim(new Span(22, 22)).addVerbatim(new Span(22, 24));
    assertEquals(new Span(0, 2), text.place(0, 2));
    assertEquals(new Span(9, 13), text.place(2, 3));
    assertEquals(new Span(22, 24), text.place(3, 5));
    assertEquals(new Span(1, 23), text.place(1, 4));
    assertEquals(new Span(2, 2), text.place(2, 2));
    assertEquals(Optional.of(new Splice(1, 2, "&lt;")), text.placed(new Splice(1, 2, "<")));
    assertEquals(Optional.of(new Splice(13, 13, "&lt;")), text.placed(new Splice(3, 3, "<")));
    assertEquals(Optional.of(new Splice(23, 24, "<")), text.placed(new Splice(4, 5, "<")));
    assertEquals(Optional.empty(), text.placed(new Splice(1, 3, "<")));
  }

  @Test
  void place_ofManyPieces() {
    byte[] svg = "ab".repeat(1000).getBytes(UTF_8);
    StyleText text = new StyleText(svg);
    for (int i = 0; i < 1000; i++) {
      text.add(new Span(2 * i, 2 * i + 1));
    }
    assertEquals(new Span(1998, 1999), text.place(999, 1000));
    assertEquals(new Span(998, 999), text.place(499, 500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "&amp;", "&#x10FFFF;", "&#x010FFFF;&#x010FFFF;"})
  void isReadable(String style) {
    assertTrue(text(style).isReadable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&", "&amp", "a&unknown;b", "&#x0010FFFF;", "&#0;", "&unknown;&amp;"})
  void isReadable_not(String style) {
    assertFalse(text(style).isReadable());
  }

  private static StyleText text(String style) {
    byte[] svg = ("<s>" + style + "</s>").getBytes(UTF_8);
    return new StyleText(svg).add(new Span(3, svg.length - 4));
  }
}
