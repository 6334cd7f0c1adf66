package dev.autoversion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autoversion.Asset;
import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.LogicalPath;
import dev.autoversion.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreloadTest extends Site {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/x/a.js           | rel=\"preload\" href=\"/x/a.js\" as=\"script\"",
        "/x/a.cjs          | rel=\"preload\" href=\"/x/a.cjs\" as=\"script\"",
        "/x/a.mjs          | rel=\"modulepreload\" href=\"/x/a.mjs\"",
        "/x/a.css          | rel=\"preload\" href=\"/x/a.css\" as=\"style\"",
        "/x/A.CSS?x=1#y    | rel=\"preload\" href=\"/x/A.CSS?x=1#y\" as=\"style\"",
        "/x/a.woff2 | rel=\"preload\" href=\"/x/a.woff2\" as=\"font\" type=\"font/woff2\" crossorigin=\"anonymous\"",
        "/x/a.otf | rel=\"preload\" href=\"/x/a.otf\" as=\"font\" type=\"font/otf\" crossorigin=\"anonymous\"",
        "/x/a.ttc | rel=\"preload\" href=\"/x/a.ttc\" as=\"font\" type=\"font/collection\" crossorigin=\"anonymous\"",
        "/x/a.svg          | rel=\"preload\" href=\"/x/a.svg\" as=\"image\"",
        "/x/a.b.avif       | rel=\"preload\" href=\"/x/a.b.avif\" as=\"image\"",
        "/x/a.mp4          | rel=\"preload\" href=\"/x/a.mp4\" as=\"video\"",
        "/x/a.mp3          | rel=\"preload\" href=\"/x/a.mp3\" as=\"audio\"",
        "/x/a.vtt          | rel=\"preload\" href=\"/x/a.vtt\" as=\"track\"",
        "/x/a.json | rel=\"preload\" href=\"/x/a.json\" as=\"fetch\" crossorigin=\"anonymous\"",
        "/x/a.wasm | rel=\"preload\" href=\"/x/a.wasm\" as=\"fetch\" crossorigin=\"anonymous\"",
        "/x.css/owners | rel=\"preload\" href=\"/x.css/owners\" as=\"fetch\" crossorigin=\"anonymous\"",
      })
  void preload_byType(String reference, String attributes) {
    assertEquals("<link " + attributes + ">", page().preload(List.of(reference), Map.of()));
  }

  @Test
  void preload_versionedAndOnce() {
    assertEquals(
        lines(
            "<link rel=\"preload\" href=\"/s/a.css?v=3fc4ccfe7458\" as=\"style\">",
            "<link rel=\"preload\" href=\"/s/a.js?v=3fc4ccfe7458\" as=\"script\">",
            "<link rel=\"modulepreload\" href=\"/s/a.mjs?v=3fc4ccfe7458\">"),
        page().preload(List.of("/s/a.css", "/s/a.js", "/s/a.css", "", "/s/a.mjs"), Map.of()));
  }

  @Test
  void preload_moduleOfABuild() {
    assertEquals(
        lines(
            "<link rel=\"modulepreload\" href=\"/b/main-1.js\">",
            "<link rel=\"preload\" href=\"/b/theme-1.css\" as=\"style\">"),
        page().preload(List.of("/b/main.js", "/b/theme.css"), Map.of()));
    assertEquals(
        "<link rel=\"modulepreload\" href=\"/shop/b/main-1.js\">",
        new Page(builder().build(), "/shop").preload(List.of("/shop/b/main.js"), Map.of()));
    assertEquals(
        "<link rel=\"modulepreload\" href=\"/shop/b/main-1.js\">",
        new Page(builder().contextPath("/shop").build(), "/shop")
            .preload(List.of("/shop/b/main.js"), Map.of()));
  }

  /** All names are listed for a suggestion, which nobody reads here. */
  @Test
  void preload_missingScript_listsNothing() {
    AssetSource empty =
        new AssetSource() {
          @Override
          public Optional<Asset> find(LogicalPath path) {
            return Optional.empty();
          }

          @Override
          public Stream<LogicalPath> paths() {
            throw new AssertionError("listed");
          }
        };
    assertEquals(
        "<link rel=\"preload\" href=\"/e/no.js\" as=\"script\">",
        new Page(Autoversion.builder().source("/e", empty).build())
            .preload(List.of("/e/no.js"), Map.of()));
  }

  @Test
  void preload_classicScriptOfABuild() {
    Manifest.Entry classic =
        new Manifest.Entry(NONE, List.of("runtime.js", "e-1.js"), NONE, NONE, NONE, NONE);
    assertEquals(
        "<link rel=\"preload\" href=\"/b/e-1.js\" as=\"script\">",
        page(classic).preload(List.of("/b/e.js"), Map.of()));
  }

  @Test
  void preload_saidByTheTemplate() {
    assertEquals(
        "<link rel=\"modulepreload\" href=\"/x/a.js\">",
        page().preload(List.of("/x/a.js"), Map.of("type", "module")));
    assertEquals(
        "<link rel=\"preload\" href=\"/b/main-1.js\" as=\"script\">",
        page().preload(List.of("/b/main.js"), Map.of("as", "script")));
    assertEquals(
        "<link rel=\"modulepreload\" href=\"/x/a.js\">",
        page().preload(List.of("/x/a.js"), Map.of("as", "script", "type", "module")));
    assertEquals(
        "<link rel=\"preload\" href=\"/x/a\" as=\"font\" crossorigin=\"anonymous\">",
        page().preload(List.of("/x/a"), Map.of("as", "font")));
    assertEquals(
        "<link rel=\"preload\" href=\"/x/a.js\" as=\"worker\">",
        page().preload(List.of("/x/a.js"), Map.of("as", "worker")));
    assertEquals(
        "<link rel=\"preload\" href=\"/x/a\" as=\"style\">",
        page().preload(List.of("/x/a"), Map.of("as", "style")));
    assertEquals(
        "<link rel=\"preload\" href=\"/x/a.png\" as=\"image\" type=\"image/avif\">",
        page().preload(List.of("/x/a.png"), Map.of("type", "image/avif")));
  }

  /** A font that a stylesheet asks for never carries credentials, whatever a template says. */
  @Test
  void preload_crossorigin() {
    Map<String, String> credentials = Map.of("crossorigin", "use-credentials");
    assertEquals(
        lines(
            "<link rel=\"preload\" href=\"/x/a.woff\" as=\"font\" type=\"font/woff\""
                + " crossorigin=\"anonymous\">",
            "<link rel=\"preload\" href=\"/x/a.json\" as=\"fetch\" crossorigin=\"use-credentials\">",
            "<link rel=\"preload\" href=\"/x/a.js\" as=\"script\" crossorigin=\"use-credentials\">"),
        page().preload(List.of("/x/a.woff", "/x/a.json", "/x/a.js"), credentials));
    assertEquals(
        "<link rel=\"preload\" href=\"/x/a.json\" as=\"fetch\">",
        page().preload(List.of("/x/a.json"), Map.of("crossorigin", false)));
  }

  /** What both words print of one file asks for it in the same way. */
  @Test
  void preload_integrity_asEntrypoint() {
    String how = " integrity=\"sha384-main\" crossorigin=\"anonymous\"";
    Map<String, Boolean> integrity = Map.of("integrity", true);
    assertEquals(
        "<link rel=\"modulepreload\" href=\"/b/main-1.js\"" + how + ">",
        page().preload(List.of("/b/main.js"), integrity));
    assertEquals(
        "<link rel=\"preload\" href=\"/b/font-1.woff2\" as=\"font\" type=\"font/woff2\""
            + " crossorigin=\"anonymous\">",
        page().preload(List.of("/b/font.woff2"), integrity));
  }

  /** Browsers check nothing else of what is preloaded, and an {@code <img>} would load twice. */
  @Test
  void preload_integrity_ofScriptsAndStylesheetsAlone() {
    String how = " integrity=\"" + TWO + "\" crossorigin=\"anonymous\">";
    assertEquals(
        lines(
            "<link rel=\"preload\" href=\"/s/a.js?v=3fc4ccfe7458\" as=\"script\"" + how,
            "<link rel=\"modulepreload\" href=\"/s/a.mjs?v=3fc4ccfe7458\"" + how,
            "<link rel=\"preload\" href=\"/s/a.css?v=3fc4ccfe7458\" as=\"style\"" + how,
            "<link rel=\"preload\" href=\"/s/a.png?v=3fc4ccfe7458\" as=\"image\">",
            "<link rel=\"preload\" href=\"/s/a.woff2?v=3fc4ccfe7458\" as=\"font\""
                + " type=\"font/woff2\" crossorigin=\"anonymous\">",
            "<link rel=\"preload\" href=\"/s/a.json?v=3fc4ccfe7458\" as=\"fetch\""
                + " crossorigin=\"anonymous\">"),
        page()
            .preload(
                List.of("/s/a.js", "/s/a.mjs", "/s/a.css", "/s/a.png", "/s/a.woff2", "/s/a.json"),
                Map.of("integrity", true)));
  }

  @Test
  void preload_attributes() {
    assertEquals(
        "<link rel=\"preload\" href=\"/x/a.png\" as=\"image\" media=\"print\""
            + " fetchpriority=\"high\">",
        page()
            .preload(
                List.of("/x/a.png"),
                new TreeMap<>(Map.of("media", "print", "fetchpriority", "high")).descendingMap()));
    assertThrows(
        IllegalArgumentException.class,
        () -> page().preload(List.of("/x/a.png"), Map.of("href", "/y")));
  }
}
