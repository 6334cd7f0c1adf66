package dev.autoversion.reference;

import static dev.autoversion.reference.Css.values;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedTextTest {

  @Test
  void value_utf8() {
    assertEquals(List.of("é€😀"), values("url(é€😀)"));
  }

  @Test
  void value_byteOrderMark() {
    byte[] css = "\uFEFF@charset \"latin1\";@import 'é';".getBytes(UTF_8);
    assertEquals(List.of(new Reference(30, 32, 1, "é")), Stylesheet.of(css).references());
    assertEquals(List.of("x"), values("\uFEFFurl(x)"));
  }

  @Test
  void rewrite_byteOrderMark() {
    byte[] css = "\uFEFFurl(é)".getBytes(UTF_8);
    assertEquals(
        "\uFEFFurl(é?v=1)", new String(Stylesheet.of(css).rewrite(v -> v + "?v=1"), UTF_8));
  }

  @Test
  void value_incompleteByteOrderMark() {
    assertEquals(List.of("x"), values(latin1("\u00EF\u00BB;url(x)")));
    assertEquals(List.of(), values(latin1("\u00FE")));
  }

  @Test
  void references_utf16() {
    byte[] css = "@import 'x';".getBytes(UTF_16);
    assertEquals(List.of(), values(css));
    assertSame(css, Stylesheet.of(css).rewrite(value -> "y"));
    assertEquals(List.of(), values(("\uFEFF@import 'x';").getBytes(UTF_16LE)));
    assertEquals(List.of(), values(("@import 'x';").getBytes(UTF_16BE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iso-8859-1", "latin1", "US-ASCII", "windows-1252", " Windows-1252 "})
  void value_latin1(String label) {
    byte[] css = latin1("@charset \"" + label + "\";url(\u00E9\u0080)");
    assertEquals(List.of("é€"), values(css));
  }

  @Test
  void isPlain_asciiAlone() {
    EncodedText text = EncodedText.of("az09 %é\\\0".getBytes(UTF_8));
    assertTrue(text.isPlain(new Span(0, 6)));
    assertFalse(text.isPlain(new Span(5, 8)));
    assertFalse(text.isPlain(new Span(8, 9)));
    assertFalse(text.isPlain(new Span(9, 10)));
  }

  @Test
  void rewrite_latin1() {
    byte[] css = latin1("@charset \"latin1\";/* \u00E9 */url(\u00E9)");
    byte[] rewritten = Stylesheet.of(css).rewrite(value -> value + "?é");
    assertEquals(
        "@charset \"latin1\";/* \u00E9 */url(\u00E9?\\e9 )", new String(rewritten, ISO_8859_1));
  }

  @Test
  void rewrite_latin1Unnamed() {
    byte[] css = latin1("/* \u00E9 */url(\u00E9a)url(\u00E9\u00E9.png)");
    assertEquals(List.of("\uFFFDa", "\uFFFD\uFFFD.png"), values(css));
    byte[] rewritten = Stylesheet.of(css).rewrite(value -> value + "?v=1");
    assertEquals(
        "/* \u00E9 */url(\u00E9a?v=1)url(\u00E9\u00E9.png?v=1)", new String(rewritten, ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource({
    "iso-8859-2, \u0159",
    "iso-8859-9, \u011F",
    "windows-1251, \u0436",
    "KOI8-R, \u0436",
    "TIS-620, \u0E01",
    "EUC-JP, \u8868",
    "utf8, \u8868"
  })
  void value_charset(String label, String letter) {
    byte[] css =
        ("@charset \"" + label + "\";url(" + letter + ")").getBytes(Charset.forName(label));
    assertEquals(List.of(letter), values(css));
  }

  // The second byte of each of these is a backslash, a brace or a letter.
  @ParameterizedTest
  @CsvSource({
    "Shift_JIS, \u8868",
    "windows-31j, \u30BD",
    "GBK, \u8A84",
    "GB18030, \u8A84",
    "Big5, \u529F",
    "x-windows-949, \uAC02"
  })
  void value_doubleByte(String label, String letter) {
    String css = "@charset \"" + label + "\";a{b:\"" + letter + "\";c:url(" + letter + ")}url(x)";
    byte[] bytes = css.getBytes(Charset.forName(label));
    assertEquals(List.of(letter, "x"), values(bytes));
    byte[] rewritten = Stylesheet.of(bytes).rewrite(value -> value + "?v=1");
    assertEquals(
        css.replace(letter + ")", letter + "?v=1)").replace("(x)", "(x?v=1)"),
        new String(rewritten, Charset.forName(label)));
  }

  @Test
  void value_fourBytes() {
    byte[] css = "@charset \"gb18030\";url(\u00A5\u0081.png)".getBytes(Charset.forName("GB18030"));
    assertEquals(List.of("\u00A5\u0081.png"), values(css));
  }

  @Test
  void value_shiftJisSingleByte() {
    byte[] css = latin1("@charset \"Shift_JIS\";url(\u00B1\\29)url(\u00FF\\29)");
    assertEquals(2, values(css).size());
    assertEquals("\uFF71)", values(css).get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@charset 'latin1';",
        "@charset  \"latin1\";",
        "@CHARSET \"latin1\";",
        " @charset \"latin1\";",
        "@charset \"latin1\" ;",
        "@charset \"latin1",
        "@charset \"latin1;",
        "@charset \"\";",
        "@charset \"no such\";",
        "@charset \"x-no-such\";",
        "@charset \"utf-16\";",
        "@charset \"utf-16le\";",
        "@charset \"utf-32\";",
        "@charset \"IBM037\";",
        "@charset \"\u00E9\";"
      })
  void value_otherCharset(String rule) {
    // The quote in the comment closes the strings that are still open.
    assertEquals(List.of("é"), values(rule + "/*\"*/;url(é)"));
  }

  @Test
  void value_charsetTooLate() {
    String label = "latin1" + " ".repeat(1024 - "@charset \"latin1\";".length());
    assertEquals(List.of("Ã©"), values("@charset \"" + label + "\";url(é)"));
    assertEquals(List.of("é"), values("@charset \"" + label + " \";url(é)"));
  }

  private static byte[] latin1(String css) {
    return css.getBytes(ISO_8859_1);
  }
}
