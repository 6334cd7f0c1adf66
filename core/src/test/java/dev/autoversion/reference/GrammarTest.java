package dev.autoversion.reference;

import static dev.autoversion.reference.Css.css;
import static dev.autoversion.reference.Css.values;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GrammarTest {

  @ParameterizedTest
  @MethodSource({
    "src",
    "imports",
    "otherAtRules",
    "statementStarts",
    "htmlComments",
    "blocks",
    "imageSet",
    "places"
  })
  void references_place(String css, List<String> values) {
    assertEquals(values, values(css));
  }

  static Stream<Arguments> src() {
    return Stream.of(
        css("a{b:src(\"x.png\")}", "x.png"),
        css("a{b:SRC( 'x.png' )}", "x.png"),
        css("a{b:src(/* y */'x.png')}", "x.png"),
        css("a{b:src(x.png)}"),
        css("a{b:src(var(--x))}"),
        css("a{b:src(var(--x) \"y.png\")}"),
        css("a{b:src(var(--x, \"y.png\"))}"),
        css("a{b:src (\"x.png\")}"));
  }

  static Stream<Arguments> imports() {
    return Stream.of(
        css("@import \"x.css\";", "x.css"),
        css("@import'x.css';", "x.css"),
        css("@import/**/\"x.css\";", "x.css"),
        css("@import url(x.css);", "x.css"),
        css("@import url( 'x.css' );", "x.css"),
        css("@import src(\"x.css\");", "x.css"),
        css("@IMPORT \"x.css\" screen and (color), print;", "x.css"),
        css("@import url(x.css) layer(base.y) supports(not (display: grid)) print;", "x.css"),
        css("@import \"x.css\" supports(background: url(y.png));a{b:url(z.png)}", "x.css", "z.png"),
        css("@import \"x.css\" supports(font: image-set(\"y.png\" 1x));", "x.css"),
        css("@import \"x.css\" supports(background: url(y.png)) layer(url(z));", "x.css"),
        css("@import url(x.css) layer(url(y)) supports(a: src(\"z.png\"));", "x.css"),
        css("@import \"x.css\" supports(a:{b;c:url(y.png)}) url(z.png);", "x.css"),
        css("@import \"x.css\", \"y.css\";", "x.css"),
        css("@import \"x.css\" url(y.css);", "x.css"),
        css("@import \"x.css\" screen { a { b: url(y.png) } }", "x.css", "y.png"),
        css("@import screen \"x.css\";"),
        css("@import url(x y.css) \"z.css\";"),
        css("@import src(x) \"y.css\";"),
        css("@import (\"x.css\");"),
        css("@import ;\"x.css\""),
        css("@import-style \"x.css\";"),
        css("<!-- @import \"x.css\"; --> @import \"y.css\";", "x.css", "y.css"),
        css("@charset \"utf-8\";@import \"x.css\";", "x.css"),
        css("a{b:c @import \"x.css\";}"),
        css("a{b:c(@import \"x.css\")}"),
        css("a @import \"x.css\";"),
        css("a{b:c} /**/ @import \"x.css\";", "x.css"),
        css("@layer x; @import \"y.css\";", "y.css"),
        css("@media print{@import \"x.css\"}a{b:url(y.png)}", "x.css", "y.png"));
  }

  static Stream<Arguments> otherAtRules() {
    return Stream.of(
        css("@charset \"x.css\";"),
        css("@namespace \"http://x.example/\";"),
        css("@namespace svg url(http://x.example/);a{b:url(y.png)}", "y.png"),
        css("@document url(http://x.example/),url-prefix(\"y\"){a{b:url(z.png)}}", "z.png"),
        css("@supports (background: url(x.png)){a{b:url(y.png)}}", "y.png"),
        css("@supports (a:image-set(\"x.png\" 1x)) and (b:src(\"y.png\")){}"),
        css("@supports (a:{b;c:url(x.png)}){d{e:url(y.png)}}", "y.png"),
        css("@media print{a{b:url(x.png)}}", "x.png"),
        css("@container style(--x: url(y.png)){a{b:url(z.png)}}", "z.png"),
        css("a{@apply url(x.png)}b{c:url(y.png)}", "y.png"),
        css("a{@apply [}url(x.png)]}b{c:url(y.png)}", "y.png"),
        css("@apply } url(x.png); a{b:url(y.png)}", "y.png"),
        css("@property --x{initial-value:url(y.png)}", "y.png"),
        css("@-x url(x.png);"),
        css("@\\78 url(x.png);"),
        css("@-- url(x.png);"),
        css("@-\\78 url(x.png);"),
        css("@1 url(x.png);", "x.png"),
        css("@- url(x.png);", "x.png"),
        css("@-1 url(x.png);", "x.png"),
        css("a{b:c @d url(x.png)}", "x.png"));
  }

  static Stream<Arguments> statementStarts() {
    return Stream.of(
        css("a{b:c;@import \"x.css\";}", "x.css"),
        css("a{b:c; /* ; */ @import \"x.css\";}", "x.css"),
        css("a{/**/@import \"x.css\";}", "x.css"),
        css(";b/**/@import \"x.css\";"),
        css(";/**/b/**/@import \"x.css\";"),
        css(";/**/\\62 @import \"x.css\";"),
        css(";\\;@import \"x.css\";"),
        css(";\\}@import \"x.css\";"),
        css(";\\\n@import \"x.css\";"),
        css(";/@import \"x.css\";"),
        css(";\"a;\"@import \"x.css\";"),
        css(";\"a;\n@import \"x.css\";"),
        css(";url(a b;)@import \"x.css\";"),
        css(";@1@import \"x.css\";"),
        css("a(b);@import \"x.css\";", "x.css"),
        css("a[b]@import \"x.css\";"));
  }

  static Stream<Arguments> htmlComments() {
    return Stream.of(
        css("--> @import \"x.css\";", "x.css"),
        css("a{b:c}-->@import \"x.css\";", "x.css"),
        css("/*-*/-->@import \"x.css\";", "x.css"),
        css("<!---->@import \"x.css\";", "x.css"),
        css("<!-->@import \"x.css\";"),
        css("a<!--@import \"x.css\";"),
        css("a -->@import \"x.css\";"),
        css("a{b:c;-->@import \"x.css\";}"),
        css("; a-->@import \"x.css\";"),
        css("; 1-->@import \"x.css\";"),
        css("; #-->@import \"x.css\";"),
        css("; @-->@import \"x.css\";"),
        css("; --->@import \"x.css\";"),
        css("; ->@import \"x.css\";"),
        css("; \\-->@import \"x.css\";"),
        css("; \\#-->@import \"x.css\";"),
        css("; -/**/->@import \"x.css\";"),
        css("; --/**/>@import \"x.css\";"));
  }

  static Stream<Arguments> blocks() {
    return Stream.of(
        css("a{@apply b}c{d:url(x.png)}", "x.png"),
        css("a{@apply b}@import \"x.css\";", "x.css"),
        css("@apply b}@import \"x.css\";"),
        css("}@apply } url(x.png); url(y.png)", "y.png"),
        css("a{}}@apply } url(x.png); url(y.png)", "y.png"),
        css("a{\"}\"@apply } url(x.png)", "x.png"),
        css("a\"{\"@apply } url(x.png)", "x.png"),
        css("a\"{\";@apply } url(x.png)"),
        css("a{/*}*/@apply } url(x.png)", "x.png"),
        css("a\\{;@apply } url(x.png)"),
        css("url({);@apply } url(x.png)", "{"),
        css("a({);@apply } url(x.png)", "x.png"),
        css("a({});@apply } url(x.png)"),
        css("a{b({});@apply } url(x.png)", "x.png"));
  }

  static Stream<Arguments> imageSet() {
    return Stream.of(
        css("a{b:image-set(\"x.png\" 1x, url(y.png) 2x)}", "x.png", "y.png"),
        css("a{b:-webkit-image-set(\"x.png\" 1x, url('y.png') 2x)}", "x.png", "y.png"),
        css(
            "a{b:IMAGE-SET('x.png' type('image/png'), 'y.avif' type(\"image/avif\"))}",
            "x.png",
            "y.avif"),
        css("a{b:image-set(src(\"x.png\") 1x, \"y.png\" 2x)}", "x.png", "y.png"),
        css("a{b:image-set(url(x.png) 1x, \"y.png\" 2x)}", "x.png", "y.png"),
        css("a{b:image-set(url(\"x.png\") 1x, \"y.png\" 2x)}", "x.png", "y.png"),
        css("a{b:image-set(linear-gradient(red, blue) 1x, \"x.png\" 2x)}", "x.png"),
        css("a{b:image-set((\"x.png\") [\"y.png\"] {\"z.png\"})}"),
        css("a{b:image-set(var(--x, \"y.png\") 1x)}"),
        css("a{b:image-set(type(\"x\") image-set(\"y.png\" 1x) \"z.png\")}", "y.png", "z.png"),
        css("a{b:image-set([)]\"x.png\" 1x)}", "x.png"),
        css("a{b:image-set(]}\"x.png\" 1x) \"y.png\"}", "x.png"),
        css("a{b:image-set({)} \"x.png\") \"y.png\"}", "x.png"),
        css("image-set({\"x.png\""),
        css("a{b:image-set /**/(\"x.png\" 1x)}"),
        css("a{b:-moz-image-set(\"x.png\" 1x)}"),
        css("a{b:image-sets(\"x.png\" 1x)}"),
        css("a{b:image(\"x.png\")}"));
  }

  static Stream<Arguments> places() {
    return Stream.of(
        css("url(x.png)", "x.png"),
        css("}}a{b:url(x.png)}", "x.png"),
        css("a{b:url(x.png);}}c{d:url(y.png)}", "x.png", "y.png"),
        css("a{b:(url(x.png)]}c{d:url(y.png)}", "x.png", "y.png"),
        css("a{b{c{d:url(x.png)}}}", "x.png"),
        css("a{b:{c:url(x.png)}}", "x.png"),
        css("a{b:c(;@import \"x.css\";)}"),
        css("a{b:c({@import \"x.css\"})}"),
        css("a{b:c[;@import \"x.css\";]}@import \"y.css\"", "y.css"),
        css("a{b:c(d]@import \"x.css\"}"),
        css("a{<!--@import \"x.css\";}"));
  }
}
