package dev.autoversion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.LiteralManifest;
import dev.autoversion.Manifest;
import dev.autoversion.MissingAssetException;
import dev.autoversion.OnMissing;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkHeaderTest extends Site {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/s/a.css | </s/a.css?v=3fc4ccfe7458>; rel=preload; as=style",
        "/s/a.js | </s/a.js?v=3fc4ccfe7458>; rel=modulepreload",
        "/s/a.mjs | </s/a.mjs?v=3fc4ccfe7458>; rel=modulepreload",
        "/s/a.cjs | </s/a.cjs?v=3fc4ccfe7458>; rel=preload; as=script",
        "/s/a.png | </s/a.png?v=3fc4ccfe7458>; rel=preload; as=image",
        "/s/a.json | </s/a.json?v=3fc4ccfe7458>; rel=preload; as=fetch; crossorigin",
        "/s/a.woff2 | </s/a.woff2?v=3fc4ccfe7458>; rel=preload; as=font; type=\"font/woff2\";"
            + " crossorigin",
        "/b/theme.css | </b/theme-1.css>; rel=preload; as=style",
        "/b/font.woff2 | </b/font-1.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin",
        "https://x.example/a.css | <https://x.example/a.css>; rel=preload; as=style",
        "'' | ''",
      })
  void links_byType(String reference, String value) {
    assertEquals(value, page().links(List.of(reference)));
  }

  @Test
  void links_entry_whatThePageWaitsForFirst() {
    assertEquals(
        "</b/shared-1.css>; rel=preload; as=style, </b/main-1.css>; rel=preload; as=style,"
            + " </b/main-1.js>; rel=modulepreload, </b/shared-1.js>; rel=modulepreload",
        page().links(List.of("/b/main.js", "/b/main.js")));
  }

  @Test
  void links_oneUrlWrittenInTwoWays() {
    assertEquals(
        "</x/a%20b.png>; rel=preload; as=image",
        page().links(List.of("/x/a b.png", "/x/a%20b.png")));
    assertEquals(
        "</s/a%20b.js?v=3fc4ccfe7458>; rel=modulepreload",
        page().links(List.of("/s/a b.js", "/s/a%20b.js")));
  }

  @Test
  void links_entryWithoutExtension() {
    Manifest.Entry entry =
        new Manifest.Entry(List.of("e.css"), List.of("e-1.js"), NONE, NONE, NONE, NONE);
    assertEquals(
        "</b/e.css>; rel=preload; as=style, </b/e-1.js>; rel=preload; as=script",
        page(entry).links(List.of("/b/e.js")));
    Manifest.Entry bare =
        new Manifest.Entry(List.of("e.css"), List.of("e-1"), NONE, NONE, NONE, NONE);
    LiteralManifest built = new LiteralManifest(Map.of("e", "e-1"), Map.of("e", bare), Map.of());
    assertEquals(
        "</b/e.css>; rel=preload; as=style, </b/e-1>; rel=preload; as=script",
        new Page(Autoversion.builder().manifest("/b", built).build()).links(List.of("/b/e")));
  }

  @Test
  void links_moduleAndItsImports() throws IOException {
    Files.writeString(site.resolve("c.js"), "import './a.js'; import('./a.mjs')");
    String value = page().links(List.of("/s/c.js"));
    assertTrue(
        value.matches(
            "</s/c\\.js\\?v=[0-9a-f]{12}>; rel=modulepreload,"
                + " </s/a\\.js\\?v=3fc4ccfe7458>; rel=modulepreload"),
        value);
  }

  @Test
  void links_endBeforeOneKilobyte() {
    String name = "/x/" + "n".repeat(60);
    List<String> references =
        IntStream.range(0, 20).mapToObj(i -> name + (10 + i) + ".png").toList();
    String value = page().links(references);
    assertEquals(10 * 94 + 9 * 2, value.length()); // An eleventh would make it 1,054.
    assertTrue(value.endsWith("19.png>; rel=preload; as=image"), value);
    String longest = "/x/" + "n".repeat(980) + ".png";
    assertEquals("", page().links(List.of(longest, "/s/a.css")));
  }

  @ParameterizedTest
  @CsvSource({"872, 1000", "873, 94"})
  void links_noLongerThanOneKilobyte(int letters, int length) {
    String first = "/x/" + "n".repeat(62) + ".png";
    String second = "/x/" + "n".repeat(letters) + ".png";
    assertEquals(length, page().links(List.of(first, second)).length());
  }

  /** What is no token of letters alone is quoted, and what can't stand in quotes is refused. */
  @ParameterizedTest
  @CsvSource({"az, az", "a`, '\"a`\"'", "z{, '\"z{\"'", "' ~', '\" ~\"'"})
  void links_nonce(String nonce, String written) {
    assertEquals(
        "</x/a.png>; rel=preload; as=image; nonce=" + written,
        page().links(List.of("/x/a.png"), Map.of("nonce", nonce)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001f", "\u007f", "\u00e9"})
  void links_nonceThatNoHeaderCanHave(String nonce) {
    Map<String, String> attributes = Map.of("nonce", nonce);
    assertThrows(
        IllegalArgumentException.class, () -> page().links(List.of("/x/a.png"), attributes));
  }

  @Test
  void links_attributesOfTheTags() {
    assertEquals(
        "</s/a.css?v=3fc4ccfe7458>; rel=preload; as=style; integrity=\""
            + TWO
            + "\"; crossorigin;"
            + " nonce=\"a\\\"b\\\\1\"",
        page()
            .links(
                List.of("/s/a.css"),
                Map.of("integrity", true, "nonce", "a\"b\\1", "data-x", "y", "media", "print")));
    assertEquals(
        "</s/a.js?v=3fc4ccfe7458>; rel=modulepreload; crossorigin=\"use-credentials\"",
        page().links(List.of("/s/a.js"), Map.of("crossorigin", "use-credentials")));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> page().links(List.of("/s/a.js"), Map.of("nonce", "a\r\nSet-Cookie: b")));
    assertEquals(
        "links takes visible ASCII for 'nonce', unlike 'a??Set-Cookie: b'", e.getMessage());
  }

  @Test
  void links_integrity_asPreload() {
    assertEquals(
        "</s/a.png?v=3fc4ccfe7458>; rel=preload; as=image,"
            + " </s/a.woff2?v=3fc4ccfe7458>; rel=preload; as=font; type=\"font/woff2\"; crossorigin",
        page().links(List.of("/s/a.png", "/s/a.woff2"), Map.of("integrity", true)));
  }

  /** As the tags of the same files say it, or a browser loads them twice. */
  @Test
  void links_crossorigin() {
    Map<String, String> credentials = Map.of("crossorigin", "use-credentials");
    assertEquals(
        "</x/a.json>; rel=preload; as=fetch; crossorigin=\"use-credentials\"",
        page().links(List.of("/x/a.json"), credentials));
    assertEquals(
        "</x/a.json>; rel=preload; as=fetch",
        page().links(List.of("/x/a.json"), Map.of("crossorigin", false)));
    assertEquals(
        "</x/a.woff>; rel=preload; as=font; type=\"font/woff\"; crossorigin",
        page().links(List.of("/x/a.woff"), credentials));
  }

  @Test
  void links_hostileReferences() {
    assertEquals(
        "</x/%3E,%0D%0Aa%3A:%22%C3%A9%20!~%7F.png>; rel=preload; as=image",
        page().links(List.of("/x/>,\r\na%3A:\"é !~\u007f.png")));
  }

  @Test
  void links_missing() {
    Page strict = new Page(builder().onMissing(OnMissing.FAIL).build());
    assertThrows(MissingAssetException.class, () -> strict.links(List.of("/s/laef.css")));
  }

  @Test
  void links_contextPathOfRequest() {
    Page page = new Page(builder().build(), "/shop");
    assertEquals(
        "</shop/s/a.css?v=3fc4ccfe7458>; rel=preload; as=style",
        page.links(List.of("/shop/s/a.css")));
  }
}
