package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpliceTest {

  @ParameterizedTest
  @MethodSource({"kept", "escaped", "hexEscapes", "ends"})
  void rewrite_reference(String css, String replacement, String rewritten) {
    byte[] bytes = Stylesheet.of(css.getBytes(UTF_8)).rewrite(value -> replacement);
    assertEquals(rewritten, new String(bytes, UTF_8));
  }

  static Stream<Arguments> kept() {
    return Stream.of(
        arguments("url(x.png)", "x.png?v=1", "url(x.png?v=1)"),
        arguments("url( 'x.png' )", "x.png?v=1", "url( 'x.png?v=1' )"),
        arguments("url(x.png?#iefix)", "x.png?v=1#iefix", "url(x.png?v=1#iefix)"),
        arguments("url(\"../x.png\")", "../x-1.png", "url(\"../x-1.png\")"),
        arguments("url(x.png)", "/@1/x.png", "url(/@1/x.png)"),
        arguments("url(x.png)", "", "url()"),
        arguments("url()", "x.png", "url(x.png)"),
        arguments("url( )", "x.png", "url( x.png)"),
        arguments("url('')", "x.png", "url('x.png')"),
        arguments("url(aaaa)", "aa", "url(aa)"),
        arguments("url(aa)", "aaaa", "url(aaaa)"),
        arguments("url(aba)", "aa", "url(aa)"),
        arguments("\\75 RL(x\\2e png)", "x.png?v=1", "\\75 RL(x\\2e png?v=1)"),
        arguments("url(a\\ b.png)", "a b.png?v=1", "url(a\\ b.png?v=1)"),
        arguments("url(\"a\\\nb.png\")", "ab.png?v=1", "url(\"a\\\nb.png?v=1\")"),
        arguments("url(\"a\\\nb.png\")", "aXb.png", "url(\"aX\\\nb.png\")"),
        arguments("url(\"a\\\nb\\\nc\")", "aXc", "url(\"a\\\nX\\\nc\")"),
        arguments("url(\"\\\nb\")", "Xb", "url(\"X\\\nb\")"),
        arguments("url(é/x.png)", "é/x.png?v=1", "url(é/x.png?v=1)"),
        arguments("url(xé.png)", "xé-1.png", "url(xé-1.png)"),
        arguments("url(\\1F600)", "\uD83D\uDE00.png", "url(\\1F600.png)"),
        arguments("@import 'x.css' print;", "x.css?v=1", "@import 'x.css?v=1' print;"),
        arguments("image-set('x.png' 2x)", "x.png?v=1", "image-set('x.png?v=1' 2x)"));
  }

  static Stream<Arguments> escaped() {
    return Stream.of(
        arguments("url(x)", "x'\"()\\ y", "url(x\\'\\\"\\(\\)\\\\\\ y)"),
        arguments("url(x)", "x\t\n\r\f\0\u007f", "url(x\\9 \\a \\d \\c \\0 \\7f )"),
        arguments("url(x)", "xé", "url(x\\e9 )"),
        arguments("url(x)", "\uD83D\uDE00x", "url(\\1f600 x)"),
        arguments("url(x)", "x\uD83D", "url(x\\d83d )"),
        arguments("url(\"x\")", "x'\"()\\ y", "url(\"x'\\\"()\\\\ y\")"),
        arguments("url('x')", "x'\"()\\ y", "url('x\\'\"()\\\\ y')"),
        arguments("url('x')", "x\t\n\r\f\0\u007f", "url('x\\9 \\a \\d \\c \\0 \\7f ')"),
        arguments("url('x')", "xéy", "url('x\\e9 y')"),
        arguments("url(éa)", "èa", "url(\\e8 a)"),
        arguments("url(é)", "éè", "url(é\\e8 )"),
        arguments("url(éè)", "é", "url(\\e9 )"),
        arguments("url(\\1F600)", "\uD83D\uDE01", "url(\\1f601 )"),
        arguments("url(\\1F600)", "\uD83E\uDE00", "url(\\1fa00 )"));
  }

  static Stream<Arguments> hexEscapes() {
    return Stream.of(
        arguments("url(x\\26)", "x&b", "url(x\\26 b)"),
        arguments("url(x\\26)", "x&?", "url(x\\26?)"),
        arguments("url(x\\26 )", "x&b", "url(x\\26 b)"),
        arguments("url(\"x\\26\")", "x& y", "url(\"x\\26  y\")"),
        arguments("url(\"x\\000026\")", "x& y", "url(\"x\\000026  y\")"),
        arguments("url(x\\26)", "x& y", "url(x\\26\\ y)"),
        arguments("url(x\\26zb)", "x&b", "url(x\\26 b)"),
        arguments("url(x\\26zg)", "x&g", "url(x\\26g)"),
        arguments("url(\"x\\26z b\")", "x& b", "url(\"x\\26  b\")"),
        arguments("url(\"x\\26z\\\nb\")", "x&b", "url(\"x\\26\\\nb\")"),
        arguments("url(\"x\\26\\\nz\")", "x&b", "url(\"x\\26\\\nb\")"),
        arguments("url(x\\26z)", "x&", "url(x\\26)"),
        arguments("url(x\\26z )", "x&", "url(x\\26  )"),
        arguments("url('x\\26z')", "x&", "url('x\\26')"),
        arguments("url(x\\26)", "x'", "url(x\\')"),
        arguments("url(x\\&)", "x&b", "url(x\\&b)"),
        arguments("url(x\\\\26)", "x\\26b", "url(x\\\\26b)"));
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        arguments("url(", "x.png", "url(x.png"),
        arguments("url(x.png", "x.png?v=1", "url(x.png?v=1"),
        arguments("url(x.png ", "x.png?v=1", "url(x.png?v=1 "),
        arguments("url(x\\26z", "x&", "url(x\\26"),
        arguments("url(x\\", "x\uFFFD?v=1", "url(x\\fffd ?v=1"),
        arguments("url(x\\", "y\uFFFD", "url(y\\"),
        arguments("url(x\\2", "x\u0002a", "url(x\\2 a"),
        arguments("url(x\\\\", "x\\?v=1", "url(x\\\\?v=1"),
        arguments("url(\"x.png", "x.png?v=1", "url(\"x.png?v=1"),
        arguments("url(\"x.png\\", "x.png?v=1", "url(\"x.png?v=1\\"),
        arguments("@import \"x.css", "x.css?v=1", "@import \"x.css?v=1"));
  }
}
