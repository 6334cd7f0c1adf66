package dev.autoversion.reference;

import static dev.autoversion.reference.Css.css;
import static dev.autoversion.reference.Css.values;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

  @ParameterizedTest
  @MethodSource({"url", "escapes", "strings", "badUrls", "comments", "names", "ends"})
  void references_token(String css, List<String> values) {
    assertEquals(values, values(css));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "<", "<!-", "/", "/*", "url(", "\\", "'"})
  void at_end(String css) {
    Tokenizer tokenizer = new Tokenizer(css.getBytes(UTF_8), 0, css.length());
    while (tokenizer.next() != Token.END) {
      // What it is does not matter.
    }
    assertEquals(css.length(), tokenizer.at());
  }

  @Test
  void next_lastToken() {
    assertEquals(Token.HTML_COMMENT, new Tokenizer("<!--".getBytes(UTF_8), 0, 4).next());
  }

  static Stream<Arguments> url() {
    return Stream.of(
        css("a{b:url(x.png)}", "x.png"),
        css("a{b:url(  x.png\n)}", "x.png"),
        css("a{b:url(\"x.png\")}", "x.png"),
        css("a{b:url('x.png')}", "x.png"),
        css("a{b:url(\t'x y.png' )}", "x y.png"),
        css("a{b:URL(x.png) Url('y.png')}", "x.png", "y.png"),
        css("a{b:url(x.png)url(y.png)}", "x.png", "y.png"),
        css("a{b:url(x.png?a=1&b=2#c)}", "x.png?a=1&b=2#c"),
        css(
            "a{b:url(../x.png),url(/y.png),url(//c.example/z.png)}",
            "../x.png",
            "/y.png",
            "//c.example/z.png"),
        css("a{b:url(#clip)}", "#clip"),
        css("a{b:url(data:image/png;base64,iVBORw0KGgo=)}", "data:image/png;base64,iVBORw0KGgo="),
        css(
            "a{b:url(\"data:image/svg+xml,<svg xmlns='http://x' d=\\\"url(y)\\\"/>\")}",
            "data:image/svg+xml,<svg xmlns='http://x' d=\"url(y)\"/>"),
        css("a{b:url()}", ""),
        css("a{b:url( )}", ""),
        css("a{b:url(\"\")}", ""),
        css("a{b:url(\"x.png\" integrity(\"sha256-abc\") crossorigin(anonymous))}", "x.png"),
        css("a{b:url(\"x.png\" \"y.png\")}", "x.png"),
        css("a{b:url(x/*y*/z.png)}", "x/*y*/z.png"),
        css("a{b:url(//x.png)}", "//x.png"),
        css("a{b:url(x{y};z.png)}", "x{y};z.png"),
        css("a{b:url(é.png)}", "é.png"),
        css("a{--b:url(x.png)}", "x.png"),
        css("a{b:cross-fade(url(x.png), url(y.png), 50%)}", "x.png", "y.png"),
        css("a{b:url(x.htc);filter:progid:M.AlphaImageLoader(src='y.png',m='s')}", "x.htc"),
        css(
            "@font-face{src:local(\"x\"),url(y.eot?#iefix) format(\"eot\") tech(\"z\")}",
            "y.eot?#iefix"));
  }

  static Stream<Arguments> escapes() {
    return Stream.of(
        css("a{b:u\\72l(x.png)}", "x.png"),
        css("a{b:\\75\\000072\\6C (x.png)}", "x.png"),
        css("a{b:\\u\\rl(x.png)}", "x.png"),
        css("a{b:u\\72 l(  'x.png')}", "x.png"),
        css("a{b:\\55\r\n\\52\n\\4c\f(x.png)}", "x.png"),
        css("@\\69mport \"x.css\";", "x.css"),
        css("@\\49 MPORT url(x.css);", "x.css"),
        css("a{b:image\\-set(\"x.png\" 1x)}", "x.png"),
        css("a{b:\\2d webkit-image-set(\"x.png\" 1x)}", "x.png"),
        css("a{b:url(x\\26 y.png)}", "x&y.png"),
        css("a{b:url(x\\000026y.png)}", "x&y.png"),
        css("a{b:url(x\\0000261.png)}", "x&1.png"),
        css("a{b:url(x\\26\r\ny.png)}", "x&y.png"),
        css("a{b:url(x\\(1\\).png)}", "x(1).png"),
        css("a{b:url(x\\ y.png)}", "x y.png"),
        css("a{b:url(x\\'\\\"y.png)}", "x'\"y.png"),
        css("a{b:url(x\\26 )}", "x&"),
        css("a{b:url(\\1F600.png)}", "\uD83D\uDE00.png"),
        css("a{b:url(\\é.png)}", "é.png"),
        css("a{b:url(\\0.png)}", "\uFFFD.png"),
        css("a{b:url(\\d800.png \\dfff\n)}"),
        css("a{b:url(\\d800 \\dfff .png)}", "\uFFFD\uFFFD.png"),
        css("a{b:url(\\110000.png)}", "\uFFFD.png"),
        css("a{b:url(\\10ffff.png)}", "\uDBFF\uDFFF.png"),
        css("a{b:url(\\D7FF\\e000)}", "\uD7FF\uE000"),
        css("a{b:url(x\0)}", "x\uFFFD"),
        css("a{b:url(\"\\\\\")}", "\\"),
        css("a{b:url(x\0y\\\0é\0)}", "x\uFFFDy\uFFFDé\uFFFD"),
        css("a{b:url(\"x\\\"y.png\")}", "x\"y.png"),
        css("a{b:url(\"x\\\ny\\\r\nz\\\r.p\\\fng\")}", "xyz.png"),
        css("a{b:url(\"x\\22\\27y.png\")}", "x\"'y.png"),
        css("a{b:url('x\\ABCDEF1')}", "x\uFFFD1"),
        css("a{b:url('x\\g\\\\')}", "xg\\"),
        css("a{b:\\\nurl(x.png)}", "x.png"),
        css("a{b:x\\\nurl(x.png)}", "x.png"),
        css("a{b:x\\ url(x.png)}"),
        css("a{b:url\\(x.png)}"));
  }

  static Stream<Arguments> strings() {
    return Stream.of(
        css("a{content:\"url(x.png)\"}"),
        css("a{content:'url(x.png)' url(y.png)}", "y.png"),
        css("a{content:\"it's url(x.png)\" url(y.png)}", "y.png"),
        css("a{content:\"\\\"url(x.png)\" url(y.png)}", "y.png"),
        css("a{content:\"\\\nurl(x.png)\" url(y.png)}", "y.png"),
        css("a{content:\"x\nurl(y.png)}", "y.png"),
        css("a{content:\"x\rurl(y.png)}", "y.png"),
        css("a{content:'x\furl(y.png)}", "y.png"),
        css("a{b:url(\"x\n\")url(y.png)}"),
        css("a{b:url('x\n)url(y.png)}", "y.png"),
        css("@import \"x\n\"y.css\";"),
        css("a{b:attr(data-x url, \"y.png\")}"),
        css("a{content:\"/*\" url(x.png) \"*/\"}", "x.png"),
        css("a[href=\"url(x.png)\"]{b:url(y.png)}", "y.png"));
  }

  static Stream<Arguments> badUrls() {
    return Stream.of(
        css("a{b:url(var(--x))}c{d:url(y.png)}", "y.png"),
        css("a{b:url(x y.png)url(z.png)}", "z.png"),
        css("a{b:url(x\"y.png)url(z.png)}", "z.png"),
        css("a{b:url(x'y.png)url(z.png)}", "z.png"),
        css("a{b:url(x\u0001y.png)url(z.png)}", "z.png"),
        css("a{b:url(x\u000by.png)url(z.png)}", "z.png"),
        css("a{b:url(x\u007fy.png)url(z.png)}", "z.png"),
        css("a{b:url(x\\\ny.png)url(z.png)}", "z.png"),
        css("a{b:url(x y\\)url(z.png)url(w.png)}", "w.png"),
        css("a{b:url(x \"y)url(z.png)\" url(w.png)}", "z.png"),
        css("a{b:url(x /*y)*/url(z.png)}", "z.png"),
        css("a{b:url( /**/ \"x.png\")url(z.png)}", "z.png"),
        css("a{b:url(x y;}c{d:url(z.png)}"),
        css("a{b:url(x \"y.png\")}c{d:url(z.png)}", "z.png"));
  }

  static Stream<Arguments> comments() {
    return Stream.of(
        css("/* url(x.png) */a{b:url(y.png)}", "y.png"),
        css("/*/ url(x.png) /**/a{b:url(y.png)}", "y.png"),
        css("/***/a{b:url(y.png)}/****/", "y.png"),
        css("/* /* */a{b:url(y.png)}/* */", "y.png"),
        css("/* ' */a{b:url(y.png)}/* ' */", "y.png"),
        css("a/* } */{b:/* ; */url(y.png)/* */}", "y.png"),
        css("a{b:url/**/(x.png)}"),
        css("a{b:u/**/rl(x.png)}"),
        css("a{b:url(x.png)}/*# sourceMappingURL=y.map */", "x.png"),
        css("/*@ sourceMappingURL=y.map */"),
        css("/*# sourceMappingURL=url(y.map)"),
        css("// url(x.png)", "x.png"),
        css("a{b:/ *url(x.png)}", "x.png"),
        css("a{b:1/url(x.png)}", "x.png"),
        css("<!-- url(x.png) -->", "x.png"),
        css("<!--url(x.png)-->url(y.png)", "x.png", "y.png"),
        css("<!-url(x.png)"));
  }

  static Stream<Arguments> names() {
    return Stream.of(
        css("a{b:-url(x.png)}"),
        css("a{b:--url(x.png)}"),
        css("a{b:my-url(x.png)}"),
        css("a{b:curl(x.png)}"),
        css("a{b:éurl(x.png)}"),
        css("a{b:\0url(x.png)}"),
        css("a{b:url-prefix(\"x.png\")}"),
        css("a{b:url (x.png)}"),
        css("a{b:1url(x.png)}"),
        css("a{b:1e3url(x.png)}"),
        css("a{b:.5url(x.png)}"),
        css("a{b:-1-url(x.png)}"),
        css("a{b:1\\75rl(x.png)}"),
        css("a{b:#url(x.png)}"),
        css("a{b:#\\75rl(x.png)}"),
        css("a{b:#u\\72l(x.png)}"),
        css("a{b:-u\\72l(x.png)}"),
        css("a{b:\\#url(x.png)}"),
        css("a{b:\"#\"url(x.png)}", "x.png"),
        css("a{b:/*#*/url(x.png)}", "x.png"),
        css("a{b:/*u*/url(x.png)}", "x.png"),
        css("{url(x.png)}", "x.png"),
        css("a{;url(x.png)}", "x.png"),
        css("a{b:@url(x.png)}"),
        css("a{b:@-url(x.png)}"),
        css("a{b:1.url(x.png)}", "x.png"),
        css("a{b:1%url(x.png)}", "x.png"),
        css("a{b:1e+url(x.png)}", "x.png"),
        css("a{b:+url(x.png)}", "x.png"),
        css("a{b:- url(x.png)}", "x.png"),
        css("a{b:U+url(x.png)}", "x.png"),
        css("a{b:U+4??,url(x.png)}", "x.png"),
        css("a{b:@ url(x.png)}", "x.png"),
        css("a{b:*|url(x.png)!url(y.png)}", "x.png", "y.png"));
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        css(""),
        css("a{b:u"),
        css("a{b:url"),
        css("a{b:url(", ""),
        css("a{b:url( ", ""),
        css("a{b:url(\r", ""),
        css("a{b:url(x\\26\r", "x&"),
        css("a{b:url('x\\\r", "x"),
        css("a{b:url(x.png", "x.png"),
        css("a{b:url(é", "é"),
        css("@charset \"x"),
        css("a{b:url(x.png ", "x.png"),
        css("a{b:url(x\\", "x\uFFFD"),
        css("a{b:url(x\\2", "x\u0002"),
        css("a{b:url(x y"),
        css("a{b:url(\"", ""),
        css("a{b:url(\"x.png", "x.png"),
        css("a{b:url('x.png\\", "x.png"),
        css("a{b:url('x.png\\2e", "x.png."),
        css("a{b:url(\"x.png\"", "x.png"),
        css("@import \"x.css", "x.css"),
        css("@import url(x.css", "x.css"),
        css("@import"),
        css("@impor"),
        css("@impor\\"),
        css("@"),
        css("@-"),
        css("-"),
        css("--"),
        css("<!-"),
        css("a<!-"),
        css("\\"),
        css("/"),
        css("/*"),
        css("/* url(x.png) *"),
        css("'"),
        css("a{b:image-set(\"x.png", "x.png"),
        css("a{b:url(x.png)}/* y", "x.png"));
  }
}
