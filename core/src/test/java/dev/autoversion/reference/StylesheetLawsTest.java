package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for any bytes. */
class StylesheetLawsTest {
  private static final String HOSTILE = "a1 \t\n\r\f\u0001\u007f\"'()\\*/;{}<>é€\uD83D\uDE00?#%&";

  @Test
  void references_rangesGrow() throws IOException {
    check((css, random) -> ReferrerLaws.assertRangesGrow(Stylesheet.of(css), css));
  }

  @Test
  void rewrite_sameValues() throws IOException {
    check((css, random) -> assertSame(css, Stylesheet.of(css).rewrite(value -> value)));
  }

  @Test
  void rewrite_appended() throws IOException {
    check((css, random) -> assertRewritten(css, value -> value + "?v=9f3c2ab1d04e"));
  }

  @Test
  void rewrite_prepended() throws IOException {
    check((css, random) -> assertRewritten(css, value -> "/@9f3c2ab1d04e/" + value));
  }

  @Test
  void rewrite_inserted() throws IOException {
    check(
        (css, random) ->
            assertRewritten(
                css,
                value -> {
                  int at = value.offsetByCodePoints(0, value.codePointCount(0, value.length()) / 2);
                  return value.substring(0, at) + "-9f3c2ab1d04e" + value.substring(at);
                }));
  }

  @Test
  void rewrite_anything() throws IOException {
    check(
        (css, random) -> {
          StringBuilder text = new StringBuilder();
          for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(HOSTILE.codePointCount(0, HOSTILE.length()));
            text.appendCodePoint(HOSTILE.codePointAt(HOSTILE.offsetByCodePoints(0, at)));
          }
          assertRewritten(css, value -> value.length() % 2 == 0 ? text.toString() : value + text);
        });
  }

  @Test
  void tokenizer_indexGrows() throws IOException {
    check(
        (css, random) -> {
          Tokenizer tokenizer = new Tokenizer(css, 0, css.length);
          int last = -1;
          for (Token token = tokenizer.next(); token != Token.END; token = tokenizer.next()) {
            assertTrue(last < tokenizer.at(), token::name);
            last = tokenizer.at();
          }
          assertEquals(css.length, tokenizer.at());
        });
  }

  // Two megabytes each: what is not linear in time would not come back from them.
  @ParameterizedTest
  @CsvSource({
    "url(, 0",
    "url(', 200000",
    "url(a), 333333",
    "'url(a b', 0",
    "\\, 0",
    "/*, 0",
    "/**/@, 0",
    "(, 0",
    "{, 0",
    "image-set(, 0",
    "@import, 0",
    "@import 'a', 1",
    "@import 'a';, 166666",
    "/*# sourceMappingURL=, 0",
    "/*# sourceMappingURL=a*/, 0",
    "<!--, 0",
    "-, 0",
    "\\26, 0"
  })
  void rewrite_long(String piece, int references) {
    byte[] css = piece.replace('\'', '"').repeat(2_000_000 / piece.length()).getBytes(UTF_8);
    Stylesheet stylesheet = Stylesheet.of(css);
    assertEquals(references, stylesheet.references().size());
    assertEquals(css.length + 4L * references, stylesheet.rewrite(value -> "?v=1" + value).length);
  }

  @Test
  void rewrite_longValue() {
    String css = "url(\"" + "\\e9 ".repeat(1_000_000) + "é".repeat(1_000_000) + "\")";
    byte[] rewritten = Stylesheet.of(css.getBytes(UTF_8)).rewrite(value -> value + "?v=1");
    assertEquals(css.replace("\")", "?v=1\")"), new String(rewritten, UTF_8));
  }

  private static void check(BiConsumer<byte[], Random> law) throws IOException {
    RandomCss.check(StylesheetTest.site(), law);
  }

  private static void assertRewritten(byte[] css, UnaryOperator<String> replacement) {
    ReferrerLaws.assertRewritten(Stylesheet::of, css, replacement);
  }
}
