package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for any bytes. */
class SvgImageLawsTest {
  // Three megabytes each: what is not linear in time would not come back from them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<image href='a'/>  | 176470",
        "<g fill='url(a)'/> | 166666",
        "<a href='a'/>      | 0",
        "<style>url(a)      | 230769",
        "<style>&           | 0",
        "<style>url(a&#65;) | 166666",
        "<image href='a&    | 0",
        "<image href='&     | 0",
        "<image href=''     | 214285",
        "<?xml-stylesheet   | 0",
        "<?a?>              | 0",
        "<!--               | 0",
        "<!-- -->           | 0",
        "<![CDATA[          | 0",
        "<![CDATA[]]>       | 0",
        "<!a [              | 0",
        "<!a ']>            | 0",
        "<                  | 0",
        "</                 | 0",
        "</a>               | 0",
        "=                  | 0",
        "<a b=              | 0",
        "&amp;              | 0",
      })
  void rewrite_long(String piece, int references) {
    byte[] svg = piece.repeat(3_000_000 / piece.length()).getBytes(UTF_8);
    SvgImage image = SvgImage.of(svg);
    assertEquals(references, image.references().size());
    assertEquals(svg.length + 4L * references, image.rewrite(value -> value + "?v=1").length);
  }

  @Test
  void rewrite_longValue() {
    String svg = "<image href='" + "&amp;".repeat(2_000_000) + "'/>";
    byte[] rewritten = SvgImage.of(svg.getBytes(UTF_8)).rewrite(value -> value + "?v=1");
    assertEquals(svg.replace("'/>", "?v=1'/>"), new String(rewritten, UTF_8));
  }
}
