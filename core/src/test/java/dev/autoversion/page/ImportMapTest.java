package dev.autoversion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.CapturedLog;
import dev.autoversion.LiteralManifest;
import dev.autoversion.Manifest;
import dev.autoversion.MissingAssetException;
import dev.autoversion.OnMissing;
import dev.autoversion.TextFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ImportMapTest extends Site {
  @Test
  void importMap_inTheOrderOfItsKeys() throws IOException {
    write("c.js", "import './b.js'; import './a.js'; import './a.json' with {type: 'json'}");
    write("b.js", "two");
    assertEquals(
        map(
            "{\"imports\":{"
                + "\"/s/a.js\":\"/s/a.js?v=3fc4ccfe7458\","
                + "\"/s/a.json\":\"/s/a.json?v=3fc4ccfe7458\","
                + "\"/s/b.js\":\"/s/b.js?v=3fc4ccfe7458\","
                // printf "import './b.js'; …" | sha256sum
                + "\"/s/c.js\":\"/s/c.js?v=VERSION\"}}"),
        page()
            .importMap(List.of("/s/c.js"), Map.of())
            .replaceFirst("c\\.js\\?v=[0-9a-f]{12}", "c.js?v=VERSION"));
  }

  @Test
  void importMap_integrityOfScriptsAlone() throws IOException {
    write("w.js", "import.meta.resolve('./a.png'); import('./a.json', {with: {type: 'json'}})");
    Page page = new Page(builder().module("a", "/s/a.js").module("lib/", "/s/").build());
    String html = page.importMap(List.of("/s/w.js"), Map.of("integrity", true));
    assertTrue(html.contains("\"/s/a.png\":\"/s/a.png?v=3fc4ccfe7458\""), html);
    String integrity = html.substring(html.indexOf("\"integrity\":"));
    assertEquals(
        "\"integrity\":{\"/s/a.js?v=3fc4ccfe7458\":\""
            + TWO
            + "\","
            + "\"/s/w.js?v=W\":\"W\"}}</script>",
        integrity.replaceFirst("w\\.js\\?v=[0-9a-f]{12}\":\"sha384-[^\"]+", "w.js?v=W\":\"W"));
  }

  @Test
  void importMap_contextPathOfRequest() throws IOException {
    Page page = new Page(builder().module("a", "/s/a.js").build(), "/shop");
    assertEquals(
        map(
            "{\"imports\":{\"a\":\"/shop/s/a.js?v=3fc4ccfe7458\"},"
                + "\"integrity\":{\"/shop/s/a.js?v=3fc4ccfe7458\":\""
                + TWO
                + "\"}}"),
        page.importMap(List.of("a"), Map.of("integrity", true)));
  }

  @Test
  void importMap_attributes() {
    assertEquals(
        "<script type=\"importmap\" nonce=\"n&quot;\" id=\"map\">"
            + "{\"imports\":{\"/s/a.js\":\"/s/a.js?v=3fc4ccfe7458\"}}</script>",
        page()
            .importMap(
                List.of("/s/a.js"),
                new TreeMap<>(Map.of("nonce", "n\"", "id", "map", "crossorigin", "anonymous"))
                    .descendingMap()));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> page().importMap(List.of("/s/a.js"), Map.of("src", "/map.json")));
    assertEquals("importmap writes 'src' itself; leave it out", e.getMessage());
  }

  @Test
  void importMap_nothingToTell() {
    assertEquals("", page().importMap(List.of(), Map.of("nonce", "n")));
    assertEquals("", page().importMap(List.of("", "/s/missing.js", "lib"), Map.of()));
  }

  @Test
  void importMap_hostileNames() throws IOException {
    write("</script>{{x}}&é.js", "two");
    write("c.js", "import './</script>{{x}}&é.js'");
    String html = page().importMap(List.of("/s/c.js"), Map.of());
    assertEquals(1, html.split("</script>", -1).length - 1, html);
    assertTrue(
        html.contains("\"/s/\\u003c/script\\u003e\\u007b\\u007bx}}\\u0026\\u00e9.js\":"), html);
  }

  @Test
  void importMap_ofBuild_oursCountsFirst() {
    Manifest build =
        new LiteralManifest(
            Map.of("e.js", "e-1.js"),
            Map.of(),
            Map.of(),
            Map.of("e.js", "e-0.js", "/x/y-0.js", "https://cdn.example/y-1.js", "..", "e-1.js"));
    Page page = new Page(Autoversion.builder().manifest("/b", build).build(), "/shop");
    assertEquals(
        map(
            "{\"imports\":{\"/shop/b/e.js\":\"/shop/b/e-1.js\","
                + "\"/shop/x/y-0.js\":\"https://cdn.example/y-1.js\"}}"),
        page.importMap(List.of("/shop/b/e.js"), Map.of()));
  }

  @Test
  void importMap_missing_saysWhere() throws IOException {
    Page page = new Page(builder().onMissing(OnMissing.WARN).build(), "", () -> "cart:12");
    try (CapturedLog log = CapturedLog.open()) {
      page.importMap(List.of("/s/gone.js"), Map.of());
      assertEquals(
          List.of("WARNING cart:12: no asset for '/s/gone.js'; searched directory " + site),
          log.lines());
    }
  }

  @Test
  void importMap_ofBuild_whereItsFilesAreServed() {
    Autoversion.Builder hosted =
        Autoversion.builder().manifest("/b", LiteralManifest.SHOP).host("https://cdn.example");
    assertTrue(
        new Page(hosted.build())
            .importMap(List.of("/b/main.js"), Map.of())
            .contains(
                "\"https://cdn.example/b/shared-0.js\":\"https://cdn.example/b/shared-1.js\""));
    Autoversion elsewhere =
        Autoversion.builder()
            .manifest("/b", LiteralManifest.SHOP.servedAt("https://files.example/x"))
            .build();
    assertTrue(
        new Page(elsewhere)
            .importMap(List.of("/b/main.js"), Map.of())
            .contains(
                "\"https://files.example/x/shared-0.js\":\"https://files.example/x/shared-1.js\""));
  }

  @Test
  void importMap_ofBuild_thatThePageReaches() throws IOException {
    assertFalse(page().importMap(List.of("/s/a.js"), Map.of()).contains("shared-0"));
    write("c.js", "import '/b/main.js'");
    assertTrue(page().importMap(List.of("/s/c.js"), Map.of()).contains("shared-0"));
    Page named = new Page(builder().module("shop", "/b/main.js").build());
    assertTrue(named.importMap(List.of(), Map.of()).contains("shared-0"));
  }

  @Test
  void importMap_missing() throws IOException {
    write("c.js", "import './laef.js'");
    Page strict = new Page(builder().onMissing(OnMissing.FAIL).build());
    MissingAssetException e =
        assertThrows(
            MissingAssetException.class, () -> strict.importMap(List.of("/s/c.js"), Map.of()));
    assertTrue(e.getMessage().contains("laef.js"), e.getMessage());
  }

  private static String map(String json) {
    return "<script type=\"importmap\">" + json + "</script>";
  }

  private void write(String name, String text) throws IOException {
    TextFile.write(site.resolve(name), text);
  }
}
