package dev.autoversion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.CapturedLog;
import dev.autoversion.Manifest;
import dev.autoversion.MissingAssetException;
import dev.autoversion.OnMissing;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntrypointTest extends Site {
  @Test
  void entrypoint_stylesheetsThenPreloadsThenModule() {
    assertEquals(
        lines(
            "<link rel=\"stylesheet\" href=\"/b/shared-1.css\">",
            "<link rel=\"stylesheet\" href=\"/b/main-1.css\">",
            "<link rel=\"modulepreload\" href=\"/b/shared-1.js\">",
            "<script type=\"module\" src=\"/b/main-1.js\"></script>"),
        page().entrypoint(List.of("/b/main.js"), Map.of()));
  }

  @Test
  void entrypoint_severalEntries_eachUrlOnce() {
    assertEquals(
        lines(
            "<link rel=\"stylesheet\" href=\"/b/shared-1.css\">",
            "<link rel=\"stylesheet\" href=\"/b/admin-1.css\">",
            "<link rel=\"stylesheet\" href=\"/b/main-1.css\">",
            "<link rel=\"modulepreload\" href=\"/b/shared-1.js\">",
            "<script type=\"module\" src=\"/b/admin-1.js\"></script>",
            "<script type=\"module\" src=\"/b/main-1.js\"></script>"),
        page().entrypoint(List.of("/b/admin.js", "/b/main.js", "/b/admin.js"), Map.of()));
  }

  @Test
  void entrypoint_classicScripts_inOrderAndDeferred() {
    Manifest.Entry classic =
        new Manifest.Entry(
            List.of("e.css"), List.of("runtime.js", "e-1.js"), NONE, List.of("e-1.js"), NONE, NONE);
    assertEquals(
        lines(
            "<link rel=\"stylesheet\" href=\"/b/e.css\">",
            "<script src=\"/b/runtime.js\" defer></script>",
            "<script src=\"/b/e-1.js\" defer></script>"),
        page(classic).entrypoint(List.of("/b/e.js"), Map.of()));
  }

  /** Vite lists no page whose scripts are entries themselves. */
  @Test
  void entrypoint_ofAPage_isNothing() throws IOException {
    Files.writeString(site.resolve("a.html"), "two");
    Autoversion autoversion = builder().build();
    Page page = new Page(autoversion, "", () -> "cart:12");
    try (CapturedLog log = CapturedLog.open()) {
      for (int i = 0; i < 2; i++) {
        assertEquals("", page.entrypoint(List.of("/s/a.html"), Map.of()));
      }
      assertEquals(
          List.of(
              "WARNING cart:12: '/s/a.html' is a page and no entry of a build, so no"
                  + " tag loads it; ask for the scripts and stylesheets that it names"),
          log.lines());
      assertEquals(
          "<link rel=\"preload\" href=\"/s/a.html?v=3fc4ccfe7458\" as=\"fetch\""
              + " crossorigin=\"anonymous\">",
          page.preload(List.of("/s/a.html"), Map.of()));
      assertEquals(
          "</s/a.html?v=3fc4ccfe7458>; rel=preload; as=fetch; crossorigin",
          page.links(List.of("/s/a.html")));
      assertEquals(1, log.lines().size());
    }
  }

  /** The extension says what {@code preload} and {@code links} read in it as well. */
  @Test
  void entrypoint_classicByItsName() {
    assertEquals(
        lines(
            "<script src=\"/s/a.cjs?v=3fc4ccfe7458\" defer></script>",
            "<script src=\"/x/A.CJS;a=1?b\" defer></script>",
            "<script type=\"module\" src=\"/s/a.mjs?v=3fc4ccfe7458\"></script>"),
        page().entrypoint(List.of("/s/a.cjs", "/s/a.mjs", "/x/A.CJS;a=1?b"), Map.of()));
  }

  @Test
  void entrypoint_withoutManifest() {
    assertEquals(
        lines(
            "<link rel=\"stylesheet\" href=\"/s/a.css?v=3fc4ccfe7458\">",
            "<script type=\"module\" src=\"/s/a.js?v=3fc4ccfe7458\"></script>"),
        page().entrypoint(List.of("/s/a.js", "/s/a.css"), Map.of()));
  }

  @Test
  void entrypoint_nothingAskedFor() {
    assertEquals("", page().entrypoint(List.of(), Map.of("nonce", "n")));
    assertEquals("", page().entrypoint(List.of(""), Map.of()));
  }

  @Test
  void entrypoint_missing() {
    assertEquals(
        "<script type=\"module\" src=\"/b/mian.js\"></script>",
        page().entrypoint(List.of("/b/mian.js"), Map.of()));
    Page strict = new Page(builder().onMissing(OnMissing.FAIL).build());
    MissingAssetException e =
        assertThrows(
            MissingAssetException.class, () -> strict.entrypoint(List.of("/b/mian.js"), Map.of()));
    assertTrue(e.getMessage().contains("did you mean '/b/main.js'?"), e.getMessage());
  }

  @Test
  void entrypoint_requestsContextPath() {
    Page page = new Page(builder().build(), "/shop");
    assertEquals(
        "<link rel=\"stylesheet\" href=\"/shop/b/theme-1.css\">",
        page.entrypoint(List.of("/shop/b/theme.css"), Map.of()));
    assertEquals(
        "<link rel=\"stylesheet\" href=\"/shop/s/a.css?v=3fc4ccfe7458\">",
        page.entrypoint(List.of("/shop/s/a.css"), Map.of()));
  }

  @Test
  void entrypoint_host() {
    Page page = new Page(builder().host("https://cdn.example").build());
    assertEquals(
        "<link rel=\"stylesheet\" href=\"https://cdn.example/b/theme-1.css\">",
        page.entrypoint(List.of("/b/theme.css"), Map.of()));
  }

  @Test
  void entrypoint_hostileNames_encodedAndEscapedOnce() {
    assertEquals(
        lines(
            "<link rel=\"stylesheet\" href=\"/b/shared-1.css\">",
            "<link rel=\"stylesheet\" href=\"/b/it%27s%20&amp;%20more-1.css\">",
            "<script type=\"module\" src=\"/b/it%27s%20&amp;%20more-1.js\"></script>"),
        page().entrypoint(List.of("/b/it's%20&%20more.js"), Map.of()));
  }

  @Test
  void entrypoint_markupInFilesOfAManifest() {
    Manifest.Entry hostile =
        new Manifest.Entry(
            List.of("\"><b>.css"), NONE, List.of("</script>é.js"), List.of("{{x}}.js"), NONE, NONE);
    String html = page(hostile).entrypoint(List.of("/b/e.js"), Map.of());
    assertEquals(1, html.split("</script>", -1).length - 1, html);
    assertTrue(!html.contains("<b>") && !html.contains("{{") && !html.contains("é"), html);
  }

  @Test
  void entrypoint_markupInReference() {
    assertEquals(
        "<script type=\"module\" src=\"/x&quot;&gt;&lt;/script&gt;&lt;b&gt;&#123;&#123;\"></script>",
        page().entrypoint(List.of("/x\"></script><b>{{"), Map.of()));
  }

  @Test
  void entrypoint_integrity_whereItIsKnown() {
    assertEquals(
        lines(
            "<link rel=\"stylesheet\" href=\"/b/shared-1.css\">",
            "<link rel=\"stylesheet\" href=\"/b/main-1.css\">",
            "<link rel=\"modulepreload\" href=\"/b/shared-1.js\" integrity=\"sha384-shared\""
                + " crossorigin=\"anonymous\">",
            "<script type=\"module\" src=\"/b/main-1.js\" integrity=\"sha384-main\""
                + " crossorigin=\"anonymous\"></script>"),
        page().entrypoint(List.of("/b/main.js"), Map.of("integrity", true)));
  }

  @Test
  void entrypoint_integrity_computed() {
    assertEquals(
        "<script type=\"module\" src=\"/s/a.js?v=3fc4ccfe7458\" integrity=\""
            + TWO
            + "\" crossorigin=\"anonymous\"></script>",
        page().entrypoint(List.of("/s/a.js"), Map.of("integrity", true)));
  }

  @Test
  void entrypoint_integrity_ownCrossorigin() {
    assertEquals(
        "<link rel=\"stylesheet\" href=\"/s/a.css?v=3fc4ccfe7458\" integrity=\""
            + TWO
            + "\""
            + " crossorigin=\"use-credentials\">",
        page()
            .entrypoint(
                List.of("/s/a.css"), Map.of("integrity", true, "crossorigin", "use-credentials")));
  }
}
