package dev.autoversion.reference;

import static dev.autoversion.reference.Css.values;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StylesheetTest {

  @Test
  void references_ranges() {
    String css = "@import 'x.css';\na{b:url( y\\26 z.png )}";
    assertEquals(
        List.of(new Reference(9, 14, 1, "x.css"), new Reference(26, 36, 2, "y&z.png")),
        Stylesheet.of(css.getBytes(UTF_8)).references());
  }

  @Test
  void references_rangesInBytes() {
    assertEquals(
        List.of(new Reference(9, 14, 1, "é€"), new Reference(20, 21, 1, "x")),
        Stylesheet.of("é{b:url(é€) url(x)}".getBytes(UTF_8)).references());
  }

  @Test
  void references_line() {
    String css = "url(a)\nurl(b)\r\nurl(c)\rurl(d)\furl(e)\u000burl(f)\n\nurl(g)\r";
    assertEquals(
        List.of(1, 2, 3, 4, 5, 5, 7),
        Stylesheet.of(css.getBytes(UTF_8)).references().stream().map(Reference::line).toList());
  }

  @Test
  void references_unchangeable() {
    List<Reference> references = Stylesheet.of("a{b:url(x)}".getBytes(UTF_8)).references();
    assertThrows(UnsupportedOperationException.class, () -> references.remove(0));
  }

  @Test
  void references_site() throws IOException {
    assertEquals(
        List.of(
            "reset.css",
            "theme/print.css?media=print",
            "fonts/site.woff2",
            "fonts/site.eot?#iefix",
            "fonts/site.eot",
            "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'><use"
                + " href='#i'/></svg>",
            "img/logo.png",
            "img/logo@2x.png",
            "/img/hero (1).jpg",
            "../img/café.png",
            "#blur",
            "img/tile.png",
            "img/cursor.cur",
            "https://cdn.example.com/x.png"),
        values(site()));
  }

  @Test
  void rewrite_site() throws IOException {
    byte[] site = site();
    Map<String, String> versioned =
        Map.of(
            "reset.css", "reset.css?v=1",
            "theme/print.css?media=print", "theme/print.css?media=print&v=2",
            "fonts/site.eot?#iefix", "fonts/site.eot?v=3#iefix",
            "/img/hero (1).jpg", "/img/hero (1)-4.jpg",
            "../img/café.png", "../img/café.png?v=5");
    byte[] rewritten = Stylesheet.of(site).rewrite(value -> versioned.getOrDefault(value, value));
    String expected =
        new String(site, UTF_8)
            .replace("'reset.css'", "'reset.css?v=1'")
            .replace("?media=print", "?media=print&v=2")
            .replace("?#iefix", "?v=3#iefix")
            .replace("\\(1\\).jpg", "\\(1\\)-4.jpg")
            .replace("caf\\e9.png", "caf\\e9.png?v=5");
    assertEquals(expected, new String(rewritten, UTF_8));
  }

  @Test
  void rewrite_everyReference() {
    byte[] css = "url(a)url('b')url(c)".getBytes(UTF_8);
    byte[] rewritten = Stylesheet.of(css).rewrite(value -> value + "?v=1");
    assertEquals("url(a?v=1)url('b?v=1')url(c?v=1)", new String(rewritten, UTF_8));
  }

  @Test
  void rewrite_sourceMap() {
    byte[] css = "a{b:c}\n/*# sourceMappingURL=app.min.css.map */".getBytes(UTF_8);
    assertEquals(List.of(), values(css));
    assertSame(css, Stylesheet.of(css).rewrite(value -> value + "?v=1"));
  }

  @Test
  void rewrite_sourceMapBehindReference() {
    byte[] css = "a{b:url(c)}/*# sourceMappingURL=app.css.map*/".getBytes(UTF_8);
    byte[] rewritten = Stylesheet.of(css).rewrite(value -> value + "?v=1");
    assertEquals("a{b:url(c?v=1)}/*# sourceMappingURL=app.css.map*/", new String(rewritten, UTF_8));
  }

  @Test
  void rewrite_nothingChanged() {
    byte[] css = "url(a)url('b')".getBytes(UTF_8);
    assertSame(css, Stylesheet.of(css).rewrite(value -> value));
  }

  @Test
  void rewrite_keepsGivenArray() {
    byte[] css = "url(a)".getBytes(UTF_8);
    Stylesheet.of(css).rewrite(value -> "b");
    assertArrayEquals("url(a)".getBytes(UTF_8), css);
  }

  @Test
  void rewrite_twice() {
    Stylesheet stylesheet = Stylesheet.of("url(a)".getBytes(UTF_8));
    assertEquals("url(b)", new String(stylesheet.rewrite(value -> "b"), UTF_8));
    assertEquals("url(c)", new String(stylesheet.rewrite(value -> "c"), UTF_8));
  }

  static byte[] site() throws IOException {
    try (InputStream site = StylesheetTest.class.getResourceAsStream("/fixtures/css/site.css")) {
      return site.readAllBytes();
    }
  }
}
