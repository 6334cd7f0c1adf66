package dev.autoversion.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTextTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a.png,            a.png",
        "&amp;,            &",
        "a&lt;b&gt;c,      a<b>c",
        "&quot;&apos;,     \"\"\"'\"",
        "&amp;amp;,        &amp;",
        "&#97;.png,        a.png",
        "&#x61;.png,       a.png",
        "&#x6A;&#x6a;,     jj",
        "&#1;,             \"\u0001\"",
        "&#xD7FF;&#xE000;, \uD7FF\uE000",
        "&#x10FFFF;,       \uDBFF\uDFFF",
        "&#x010FFFF;,      \uDBFF\uDFFF",
        "\"a\tb\nc\rd\r\ne\", a b c d e",
        "\"&#9;&#10;\",    \"\t\n\"",
      })
  void value(String text, String value) {
    assertEquals(Optional.of(value), XmlText.value(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&",
        "&amp",
        "a&;",
        "&nbsp;",
        "&#;",
        "&#x;",
        "&#xg;",
        "&#1a;",
        "&#a;",
        "&#\uFF11;",
        "&#0;",
        "&#-1;",
        "&#xD800;",
        "&#xDFFF;",
        "&#x110000;",
        "&#x0010FFFF;",
        "&amp;&",
        "& &amp;",
      })
  void value_otherEntity(String text) {
    assertEquals(Optional.empty(), XmlText.value(text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a.png?x&v=1, a.png?x&amp;v=1",
        "<a>,         &lt;a>",
        "\"'\",       &apos;",
        "\"\n\r\t\",  &#10;&#13;&#9;",
      })
  void escape(String value, String text) {
    assertEquals(text, XmlText.escape(value));
    assertEquals(Optional.of(value), XmlText.value(text));
  }
}
