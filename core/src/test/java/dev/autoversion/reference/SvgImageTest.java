package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgImageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<image href=\"a.png\"/>                        | <image href=\"a.png?v=1\"/>",
        "<image xlink:href='a.png'/>                    | <image xlink:href='a.png?v=1'/>",
        "<svg:use href = \"a.svg#x\" />                 | <svg:use href = \"a.svg?v=1#x\" />",
        "<script href='a.js'></script>                  | <script href='a.js?v=1'></script>",
        "<image href=\"a.png?x&amp;y\"/>                | <image href=\"a.png?x&amp;y&amp;v=1\"/>",
        "<image href=\"a&#x2e;png\"/>                   | <image href=\"a.png?v=1\"/>",
        "<image href='a&#10;b.png'/>                    | <image href='a&#10;b.png?v=1'/>",
        "<g style='fill:url(a.svg#x)'/>                 | <g style='fill:url(a.svg?v=1#x)'/>",
        "<g fill='url(\"a.svg#x\")'/>                   | <g fill='url(\"a.svg?v=1#x\")'/>",
        "<style>@import 'a.css';</style>                | <style>@import 'a.css?v=1';</style>",
        "<style><![CDATA[i{b:url(a.png)}]]></style>     | <style><![CDATA[i{b:url(a.png?v=1)}]]></style>",
        "<style><![CDATA[&i{b:url(a.png?x)}]]></style>  | <style><![CDATA[&i{b:url(a.png?x&v=1)}]]></style>",
        "<style>i&gt;u{b:url(a.png?x)}</style>          | <style>i&gt;u{b:url(a.png?x&amp;v=1)}</style>",
        "<style>i{b:url(a.png?x&amp;y#z)}</style>       | <style>i{b:url(a.png?x&amp;y&amp;v=1#z)}</style>",
        "<style>i{b:url(&#x22;&#x1F600;&#233;.png&#34;)}</style> | <style>i{b:url(&#x22;&#x1F600;&#233;.png?v=1&#34;)}</style>",
        "<g style=\"b:url(&quot;a.png&quot;)\"/>         | <g style=\"b:url(&quot;a.png?v=1&quot;)\"/>",
        "<g fill='url(&apos;a.svg#x&apos;)'/>           | <g fill='url(&apos;a.svg?v=1#x&apos;)'/>",
        "<?xml-stylesheet type='text/css' href='a.css'?> | <?xml-stylesheet type='text/css' href='a.css?v=1'?>",
        "<image href='é.png'/>                          | <image href='é.png?v=1'/>",
        "<!DOCTYPE svg [<!ENTITY x \"]>\">]><image href='a.png'/> | <!DOCTYPE svg [<!ENTITY x \"]>\">]><image href='a.png?v=1'/>",
        "<style/><image href='a.png'/>                  | <style/><image href='a.png?v=1'/>",
        "<?xml-stylesheet href='a.css'?><use href='b'/> | <?xml-stylesheet href='a.css?v=1'?><use href='b?v=1'/>",
        "<!-- x --><image href='a.png'/>                | <!-- x --><image href='a.png?v=1'/>",
        "<!DOCTYPE s [<!-- don't [ \" > -->]><u href='a'/> | <!DOCTYPE s [<!-- don't [ \" > -->]><u href='a?v=1'/>",
        "<!DOCTYPE s [<?x it's [ ?>]><u href='a'/>      | <!DOCTYPE s [<?x it's [ ?>]><u href='a?v=1'/>",
        "<!DOCTYPE s [<!-- a --><!-- ' -->]><u href='a'/> | <!DOCTYPE s [<!-- a --><!-- ' -->]><u href='a?v=1'/>",
        "<!DOCTYPE s [<?a?><?b '?>]><u href='a'/>        | <!DOCTYPE s [<?a?><?b '?>]><u href='a?v=1'/>",
        "<style>/* <![CDATA[ */ @import 'a'; /* ]]> */</style> | <style>/* <![CDATA[ */ @import 'a?v=1'; /* ]]> */</style>",
        "<style>i{b:url(<![CDATA[a.png?x]]>)}</style>   | <style>i{b:url(<![CDATA[a.png?x&v=1]]>)}</style>",
        "<style>i{b:url(a<!-- b -->.png?x)}</style>     | <style>i{b:url(a<!-- b -->.png?x&amp;v=1)}</style>",
        "<style>i{b:url(a.<![CDATA[png]]>?x)}</style>   | <style>i{b:url(a.<![CDATA[png]]>?x&amp;v=1)}</style>",
        "<style>i{b:url(a<?x url(y)?>.png)}<i/></style> | <style>i{b:url(a<?x url(y)?>.png?v=1)}<i/></style>",
        "<style>i{b:url(a)}<?xml-stylesheet href='c'?></style> | <style>i{b:url(a?v=1)}<?xml-stylesheet href='c'?></style>",
        "<!-- <!--><image href='a.png'/>                | <!-- <!--><image href='a.png?v=1'/>",
        "<g title='a>' fill='url(a.svg#x)'/>            | <g title='a>' fill='url(a.svg?v=1#x)'/>",
        "<style>i{b:url(&quot;é.png&quot;)}</style>     | <style>i{b:url(&quot;é.png?v=1&quot;)}</style>",
        "<g style='b:url(&#x61;.png'/>                  | <g style='b:url(&#x61;.png?v=1'/>",
        "<style><![CDATA[i{b:url(a.png]]>               | <style><![CDATA[i{b:url(a.png?v=1]]>",
        "<style><![CDATA[i<u]]><![CDATA[u{b:url(a.png)}]]></style> | <style><![CDATA[i<u]]><![CDATA[u{b:url(a.png?v=1)}]]></style>",
      })
  void rewritten(String svg, String expected) {
    byte[] rewritten = SvgImage.of(svg.getBytes(UTF_8)).rewrite(SvgImageTest::versioned);
    assertEquals(expected, new String(rewritten, UTF_8));
  }

  /** XML reads a line end in a value as a space, and an escaped one as itself. */
  @Test
  void rewritten_lineEnds() {
    String svg = "<image href='a\t\r\nb.png'/><image href='a&#xA;b.png'/>";
    byte[] rewritten = SvgImage.of(svg.getBytes(UTF_8)).rewrite(SvgImageTest::versioned);
    assertEquals(
        "<image href='a  b.png?v=1'/><image href='a&#10;b.png?v=1'/>",
        new String(rewritten, UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='a.png'/>",
        "<style>&unknown; i{b:url(a.png)}</style>",
        "<style>& i{b:url(a.png)}</style>",
        "<style>i{b:url(a.png)}&#0;</style>",
        "<image href='&logo;'/>",
        "<image href='a&unknown;.png'/>",
        "<image data-href='a.png'/>",
        "<image href=a.png />",
        "<image href='a.png",
        "<!-- <image href='a.png'/> -->",
        "<![CDATA[<image href='a.png'/>]]>",
        "<text>href='a.png' url(a.png)</text>",
        "<?php href='a.png'?>",
        "<!DOCTYPE svg [<!ENTITY x '<image href=\"a.png\"/>'>]>",
        "<!DOCTYPE svg [<!ENTITY x 'y'> <image href='a.png'/> ]>",
        "<!DOCTYPE svg \"x><image href='a.png'/>\">",
        "<g title='url(a.png)'/>",
        "<style>i{}</style> u{b:url(a.png)} <g/>",
        "<style>/* <!-- url(a.png) --> url(b.png) */</style>",
        "<style>i{b:'<!-- x -->url(a.png)'}</style>",
        "<style>i{b:url(a.png)}<!-- x -->&unknown;</style>",
        "",
        "<",
      })
  void noReference(String svg) {
    byte[] bytes = svg.getBytes(UTF_8);
    assertEquals(List.of(), SvgImage.of(bytes).references());
    assertSame(bytes, SvgImage.of(bytes).rewrite(SvgImageTest::versioned));
  }

  @Test
  void places() {
    String svg = "<svg>\n<use href='a.svg'/>\n<style>\ni{b:url(c.png)}</style></svg>";
    List<Reference> all = SvgImage.of(svg.getBytes(UTF_8)).references();
    assertEquals(List.of("a.svg", "c.png"), all.stream().map(Reference::value).toList());
    assertEquals(List.of(2, 4), all.stream().map(Reference::line).toList());
    all.forEach(each -> assertEquals(each.value(), svg.substring(each.start(), each.end())));
  }

  /** A change of text on both sides of a tag's edge would take the edge away. */
  @Test
  void rewritten_notOverMarkup() {
    byte[] svg = "<style>@import 'a<![CDATA[b]]>'; @import 'c';</style>".getBytes(UTF_8);
    byte[] rewritten = SvgImage.of(svg).rewrite(value -> value.equals("c") ? "z" : "xy");
    assertEquals(
        "<style>@import 'a<![CDATA[b]]>'; @import 'z';</style>", new String(rewritten, UTF_8));
  }

  /** What such a name is can't be told without the encoding. */
  @Test
  void anotherEncoding_leavesWhatIsNotAscii() {
    String svg =
        "<?xml version='1.0' encoding='ISO-8859-1'?><u href='\u00fc.png'/><u href='b.png'/>"
            + "<style>i{b:url(\u00fc.png) url(c.png)}</style>";
    SvgImage image = SvgImage.of(svg.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertEquals(
        List.of("b.png", "c.png"), image.references().stream().map(Reference::value).toList());
  }

  @Test
  void utf16_hasNone() {
    byte[] bytes = "<image href='a.png'/>".getBytes(java.nio.charset.StandardCharsets.UTF_16);
    assertEquals(List.of(), SvgImage.of(bytes).references());
  }

  /** As UTF-16, these bytes are ideographs. */
  @Test
  void utf16_hasNoneThatLooksLikeAscii() {
    byte[] bytes = "..<image href='a.png'/>".getBytes(UTF_8);
    for (int[] mark : new int[][] {{0xFE, 0xFF}, {0xFF, 0xFE}}) {
      bytes[0] = (byte) mark[0];
      bytes[1] = (byte) mark[1];
      assertEquals(List.of(), SvgImage.of(bytes).references());
      assertEquals(List.of(), SvgImage.of(Arrays.copyOf(bytes, 1)).references());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml-stylesheet href='a'?><!DOCTYPE s [<!ENTITY x \"y\">]><style><![CDATA[a{b:url(c)}]]>",
        "<!DOCTYPE s [<!-- ' --><?x \" ?>]><style>/*<![CDATA[*/i{b:url(a<!-- x -->b)}/*]]>*/</style>",
        "<use xlink:href='a&amp;b' style=\"c:url('d')\"><!-- --></use><a href='x'>]]></a>",
      })
  void prefixes_haveAnAnswer(String svg) {
    byte[] bytes = svg.getBytes(UTF_8);
    for (int length = 0; length <= bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      for (Reference each : SvgImage.of(part).references()) {
        assertTrue(each.start() <= each.end() && each.end() <= length);
      }
      assertSame(part, SvgImage.of(part).rewrite(value -> value));
    }
  }

  private static String versioned(String value) {
    int hash = value.indexOf('#');
    String path = hash < 0 ? value : value.substring(0, hash);
    return path + (path.contains("?") ? "&" : "?") + "v=1" + value.substring(path.length());
  }
}
