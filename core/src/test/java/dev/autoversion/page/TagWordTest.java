package dev.autoversion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What templates hand over. */
class TagWordTest extends Site {
  private static final String A =
      "<link rel=\"preload\" href=\"/s/a.css?v=3fc4ccfe7458\" as=\"style\">";

  static Stream<Object> references() {
    return Stream.of(
        "/s/a.css",
        new StringBuilder("/s/a.css"),
        URI.create("/s/a.css"),
        Path.of("/s/a.css"),
        List.of("/s/a.css"),
        Arrays.asList("/s/a.css", null),
        Arguments.of((Object) new String[] {"/s/a.css"}),
        Arguments.of((Object) new Object[] {"/s/a.css", new StringBuilder("/s/a.css"), null}));
  }

  @ParameterizedTest
  @MethodSource
  void references(Object references) {
    assertEquals(A, TagWord.PRELOAD.html(page(), references, null));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of(42, "'42'"),
        Arguments.of(true, "'true'"),
        Arguments.of(List.of(List.of("/s/a.css")), "a list"),
        Arguments.of(List.of(42), "'42'"),
        Arguments.of(Map.of("k", "/s/a.css"), "a map"),
        Arguments.of(new int[] {1}, "a list"));
  }

  @ParameterizedTest
  @MethodSource
  void others(Object value, String described) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> TagWord.ENTRYPOINT.html(page(), value, null));
    assertEquals(
        "entrypoint takes a reference, such as \"/static/app.js\", or a list of them, unlike "
            + described,
        e.getMessage());
  }

  @Test
  void attributes_map() {
    assertEquals(
        A.replace(">", " nonce=\"n\">"),
        TagWord.PRELOAD.html(page(), "/s/a.css", Map.of("nonce", "n")));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> TagWord.PRELOAD.html(page(), "/s/a.css", "/s/a.js"));
    assertEquals(
        "preload takes a map of attributes last, such as {\"nonce\": nonce}, unlike '/s/a.js';"
            + " several references are one list",
        e.getMessage());
  }

  @Test
  void html_asThePagesOwnMethods() {
    Page page = new Page(builder().module("a", "/s/a.js").build());
    assertEquals(
        "<link rel=\"stylesheet\" href=\"/s/a.css?v=3fc4ccfe7458\">",
        TagWord.ENTRYPOINT.html(page, "/s/a.css", null));
    assertEquals(
        "<script type=\"importmap\">{\"imports\":{\"a\":\"/s/a.js?v=3fc4ccfe7458\"}}</script>",
        TagWord.IMPORTMAP.html(page, "a", null));
  }

  @Test
  void text_asThePagesOwnMethods() {
    assertEquals(TWO, TextWord.INTEGRITY.of(page(), "/s/a.js"));
    assertEquals(
        "/s/a.png?v=3fc4ccfe7458 1x, /s/b.png?v=8b5b9db0c13d 2x",
        TextWord.SRCSET.of(page(), "/s/a.png 1x, /s/b.png 2x"));
  }

  @Test
  void labels() {
    assertEquals(
        List.of("entrypoint", "importmap", "preload", "integrity", "srcset"),
        Stream.concat(
                Stream.of(TagWord.values()).map(TagWord::label),
                Stream.of(TextWord.values()).map(TextWord::label))
            .toList());
  }
}
