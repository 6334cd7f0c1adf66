package dev.autoversion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.LiteralManifest;
import dev.autoversion.Manifest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scripts for browsers without modules, as Vite's plugin-legacy has them. */
class LegacyTest extends Site {
  private static Manifest.Entry entry(List<String> modules, String... legacy) {
    return new Manifest.Entry(NONE, NONE, modules, NONE, NONE, List.of(legacy));
  }

  @Test
  void legacy_besideModules() {
    String html =
        page(entry(List.of("e-1.js"), "polyfills.js", "e-legacy.js"))
            .entrypoint(List.of("/b/e.js"), Map.of("nonce", "n"));
    List<String> tags = html.lines().map(line -> line.replaceAll(">.*</script>", ">")).toList();
    assertEquals(
        List.of(
            "<script type=\"module\" src=\"/b/e-1.js\" nonce=\"n\">",
            "<script type=\"module\" nonce=\"n\">",
            "<script type=\"module\" nonce=\"n\">",
            "<script nomodule nonce=\"n\">",
            "<script nomodule id=\"vite-legacy-polyfill\" src=\"/b/polyfills.js\" defer nonce=\"n\">",
            "<script nomodule id=\"vite-legacy-entry\" data-src=\"/b/e-legacy.js\" nonce=\"n\">"),
        tags);
    assertTrue(
        html.contains(
            "window.__vite_is_modern_browser=!!import.meta.resolve||import(\"/b/e-1.js\")"),
        html);
    assertTrue(
        html.endsWith(
            "System.import(document.getElementById('vite-legacy-entry').getAttribute('data-src'))"
                + "})</script>"),
        html);
    assertFalse(html.contains("{{") || html.contains("{%"), html);
  }

  @Test
  void legacy_severalEntries_onePolyfill() {
    Page page =
        new Page(
            Autoversion.builder()
                .manifest(
                    "/b",
                    new LiteralManifest(
                        Map.of("x.js", "x-1.js", "y.js", "y-1.js"),
                        Map.of(
                            "x.js", entry(List.of("x-1.js"), "polyfills.js", "x-legacy.js"),
                            "y.js", entry(List.of("y-1.js"), "polyfills.js", "y-legacy.js")),
                        Map.of()))
                .build());
    String html = page.entrypoint(List.of("/b/x.js", "/b/y.js"), Map.of());
    assertEquals(2, html.split("src=\"/b/polyfills.js\"|src=\"/b/x-1.js\"").length - 1, html);
    assertTrue(
        html.contains("<script nomodule id=\"vite-legacy-entry\" data-src=\"/b/x-legacy.js\">"),
        html);
    assertTrue(
        html.contains("<script nomodule id=\"vite-legacy-entry-2\" data-src=\"/b/y-legacy.js\">"),
        html);
    assertTrue(html.contains("getElementById('vite-legacy-entry-2')"), html);
  }

  /** A build without modern chunks: every browser gets these. */
  @Test
  void legacy_alone() {
    assertEquals(
        lines(
            "<script id=\"vite-legacy-polyfill\" src=\"/b/polyfills.js\" defer></script>",
            "<script id=\"vite-legacy-entry\" data-src=\"/b/e-legacy.js\">"
                + "document.addEventListener(\"DOMContentLoaded\",function(){"
                + "System.import(document.getElementById('vite-legacy-entry')"
                + ".getAttribute('data-src'))})</script>"),
        page(entry(NONE, "polyfills.js", "e-legacy.js")).entrypoint(List.of("/b/e.js"), Map.of()));
  }

  @Test
  void legacy_attributes_whereTheyAreValid() {
    String html =
        page(entry(List.of("e-1.js"), "polyfills.js", "e-legacy.js"))
            .entrypoint(
                List.of("/b/e.js"), Map.of("async", true, "crossorigin", "x", "media", "print"));
    assertEquals(3, html.split(" async| crossorigin=\"x\"", -1).length - 1, html);
    assertTrue(html.contains("src=\"/b/polyfills.js\" defer crossorigin=\"x\"></script>"), html);
    assertFalse(html.contains("media"), html);
  }

  /** Nothing in a name ends the script that it is written into. */
  @Test
  void legacy_hostileModule() {
    String html =
        page(entry(List.of("</script>\"'{{.js"), "polyfills.js", "e-legacy.js"))
            .entrypoint(List.of("/b/e.js"), Map.of());
    assertEquals(6, html.split("</script>", -1).length - 1, html);
    assertFalse(html.contains("{{"), html);
  }
}
