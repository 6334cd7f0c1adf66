package dev.autoversion.reference;

import static dev.autoversion.reference.Css.css;
import static dev.autoversion.reference.Css.values;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SourceMapCommentTest {

  @ParameterizedTest
  @MethodSource({"sourceMaps"})
  void references_lastComment(String css, List<String> values) {
    assertEquals(values, values(css));
  }

  static Stream<Arguments> sourceMaps() {
    return Stream.of(
        css("a{}/*# sourceMappingURL=x.css.map */", "x.css.map"),
        css("a{}/*@ sourceMappingURL=x.css.map */", "x.css.map"),
        css("a{}\n/*# sourceMappingURL=x.css.map*/\n\n", "x.css.map"),
        css("a{}/*#sourceMappingURL=x.css.map\n*/", "x.css.map"),
        css("a{}/*#\t \u000bsourceMappingURL=x.css.map\u000b*/", "x.css.map"),
        css("/*# sourceMappingURL=x.css.map", "x.css.map"),
        css("/*# sourceMappingURL=x.css.map *"),
        css("/*# sourceMappingURL=x.css.map */ /* y */", "x.css.map"),
        css("/*# sourceMappingURL=x.map */ /*# sourceMappingURL=y.map */", "y.map"),
        css("/*# sourceMappingURL=x.map */ /*# sourceURL=y.css */", "x.map"),
        css("/*# sourceMappingURL=x.map */a{}"),
        css("/*# sourceMappingURL=x.map */a{}/*# sourceMappingURL=y.map */", "y.map"),
        css("/*# sourceMappingURL=x.map */;"),
        css("/*# sourceMappingURL=x.map */ a /* y */"),
        css("/*# sourceMappingURL=x.map */\"y"),
        css("/*# sourceMappingURL=x.map */ /"),
        css("a /*# sourceMappingURL=x.map */ /* y */ ", "x.map"),
        css("/*# sourceMappingURL=x.map */-->"),
        css("/*# sourceMappingURL=x.map y */"),
        css("/*# sourceMappingURL= */", ""),
        css("/*# sourceMappingURL=*/", ""),
        css("/*# sourceMappingURL*/"),
        css("/*# sourcemappingurl=x.map */"),
        css("/* # sourceMappingURL=x.map */"),
        css("/* sourceMappingURL=x.map */"),
        css("/*#*/"),
        css("/*# sourceMappingURL=/**/", "/*"),
        css("//# sourceMappingURL=x.map"),
        css("a{b:\"/*# sourceMappingURL=x.map */\"}"),
        css("a{b:url(\"x.png\")}/*# sourceMappingURL=x\\26.map\"?y */", "x.png", "x\\26.map\"?y"));
  }
}
