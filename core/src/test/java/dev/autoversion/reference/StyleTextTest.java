package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StyleTextTest {
  @Test
  void place_ofEachByte() {
    assertEquals(List.of(3, 4, 5, 6), places("abc"));
    // The letter takes two bytes, of one entity.
    assertEquals(List.of(3, 4, 4, 10, 11), places("a&#233;b"));
    assertEquals(List.of(3, 4, 5, 6, 10), places("éa&gt;"));
    assertEquals(List.of(3, 4, 9), places("a&amp;"));
  }

  @Test
  void place_inPlainText() {
    StyleText text = StyleText.plain("<s>&gt;".getBytes(UTF_8), new Span(3, 7));
    assertEquals(List.of(3, 4, 5, 6, 7), places(text, 4));
    assertEquals("a&b", text.written("a&b"));
  }

  @Test
  void written_asXml() {
    assertEquals("a&amp;b", of("x").written("a&b"));
    assertEquals("a&amp;b", of("&gt;").written("a&b"));
  }

  private static StyleText of(String style) {
    byte[] svg = ("<s>" + style).getBytes(UTF_8);
    return StyleText.of(svg, new Span(3, svg.length)).orElseThrow();
  }

  /** With the end. */
  private static List<Integer> places(String style) {
    int length = XmlText.value(style).orElseThrow().getBytes(UTF_8).length;
    return places(of(style), length);
  }

  private static List<Integer> places(StyleText text, int length) {
    return IntStream.rangeClosed(0, length).mapToObj(text::place).toList();
  }
}
