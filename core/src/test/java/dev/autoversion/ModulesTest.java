package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page's import map says. */
class ModulesTest {
  // printf two | sha256sum
  private static final String TWO = "3fc4ccfe7458";

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  @BeforeEach
  void writeSite() throws IOException {
    write("js/leaf.js", "two");
    write("js/lib/index.js", "two");
    write("js/lib/more.js", "two");
    write("js/data.json", "two");
    write("js/w.js", "two");
  }

  @Test
  void query_plainKeys() throws IOException {
    write(
        "js/app.js",
        "import './leaf.js'; import('/s/js/lib/more.js'); import.meta.resolve('./w.js')");
    assertEquals(
        Map.of(
            "/s/js/app.js", version("js/app.js"),
            "/s/js/leaf.js", "/s/js/leaf.js?v=" + TWO,
            "/s/js/lib/more.js", "/s/js/lib/more.js?v=" + TWO,
            "/s/js/w.js", "/s/js/w.js?v=" + TWO),
        query().imports(List.of("/s/js/app.js"), ""));
  }

  @Test
  void keys_areWhatABrowserAsksFor() throws IOException {
    write("js/app.js", "import '../js/./leaf.js?raw#x'; import ' ./lib/index.js'");
    assertEquals(
        List.of("/s/js/app.js", "/s/js/leaf.js?raw#x", "/s/js/lib/index.js"),
        List.copyOf(query().imports(List.of("/s/js/app.js"), "").keySet()));
    assertEquals(
        "/s/js/leaf.js?raw&v=" + TWO + "#x",
        query().imports(List.of("/s/js/app.js"), "").get("/s/js/leaf.js?raw#x"));
    assertEquals(
        Map.of("/s/js/leaf.js?y#z", "/s/js/leaf.js?y&v=" + TWO + "#z"),
        query().imports(List.of("/s/js/leaf.js?y#z"), ""));
  }

  @Test
  void pathSegment_oneKeyForEachImport() throws IOException {
    write("js/app.js", "import './leaf.js'; import '/s/js/lib/index.js'");
    Autoversion autoversion =
        time.builder().directory("/s", site).placement(Placement.pathSegment()).build();
    String folder = autoversion.url("/s/js/app.js").replace("app.js", "");
    assertEquals(
        Map.of(
            "/s/js/app.js",
            autoversion.url("/s/js/app.js"),
            folder + "leaf.js",
            "/s/@" + TWO + "/js/leaf.js",
            "/s/js/lib/index.js",
            "/s/@" + TWO + "/js/lib/index.js"),
        autoversion.imports(List.of("/s/js/app.js"), ""));
  }

  @Test
  void host_itsPlainUrls() throws IOException {
    write("js/app.js", "import './leaf.js'");
    Autoversion autoversion =
        time.builder().directory("/s", site).host("https://cdn.example").build();
    assertEquals(
        List.of("/s/js/app.js", "https://cdn.example/s/js/leaf.js"),
        List.copyOf(autoversion.imports(List.of("/s/js/app.js"), "").keySet()));
    assertEquals(
        "https://cdn.example/s/js/leaf.js?v=" + TWO,
        autoversion.imports(List.of("/s/js/app.js"), "").get("https://cdn.example/s/js/leaf.js"));
  }

  /** A slash leads out of the host's own path. */
  @Test
  void hostWithAPath_whatABrowserAsksFor() throws IOException {
    write(
        "js/app.js",
        "import './leaf.js'; import '/s/js/w.js'; import '../../../s/js/data.json';"
            + " import 'https://cdn.example/x/s/js/lib/more.js'");
    for (String host : List.of("https://cdn.example", "//cdn.example")) {
      Map<String, String> imports =
          time.builder()
              .directory("/s", site)
              .host(host + "/x")
              .build()
              .imports(List.of("/s/js/app.js"), "");
      assertEquals(host + "/x/s/js/leaf.js?v=" + TWO, imports.get(host + "/x/s/js/leaf.js"));
      assertEquals(host + "/x/s/js/w.js?v=" + TWO, imports.get(host + "/s/js/w.js"));
      assertEquals(host + "/x/s/js/data.json?v=" + TWO, imports.get(host + "/s/js/data.json"));
    }
    assertEquals(
        List.of(
            "/s/js/app.js",
            "https://cdn.example/s/js/data.json",
            "https://cdn.example/s/js/w.js",
            "https://cdn.example/x/s/js/leaf.js",
            "https://cdn.example/x/s/js/lib/more.js"),
        List.copyOf(
            time.builder()
                .directory("/s", site)
                .host("https://cdn.example/x")
                .build()
                .imports(List.of("/s/js/app.js"), "")
                .keySet()));
  }

  @Test
  void manifestServedElsewhere_whatABrowserAsksFor() throws IOException {
    write("app-1.js", "import './leaf.js'; import '/b/leaf.js'");
    Manifest built =
        new LiteralManifest(
            Map.of("app.js", "app-1.js", "leaf.js", "leaf-1.js"), Map.of(), Map.of());
    assertEquals(
        Map.of(
            "/b/app.js", "https://cdn.example/x/app-1.js",
            "https://cdn.example/x/leaf.js", "https://cdn.example/x/leaf-1.js",
            "https://cdn.example/b/leaf.js", "https://cdn.example/x/leaf-1.js"),
        time.builder()
            .manifest("/b", built.servedAt("https://cdn.example/x/"), AssetSource.directory(site))
            .build()
            .imports(List.of("/b/app.js"), ""));
  }

  @Test
  void host_asAModuleNamesIt() throws IOException {
    write(
        "js/app.js", "import 'https://cdn.example/s/js/w.js'; import 'https://other.example/w.js'");
    Autoversion autoversion =
        time.builder().directory("/s", site).host("https://cdn.example").build();
    assertEquals(
        "https://cdn.example/s/js/w.js?v=" + TWO,
        autoversion.imports(List.of("/s/js/app.js"), "").get("https://cdn.example/s/js/w.js"));
  }

  @Test
  void foreign_isLeftOut() throws IOException {
    write(
        "js/app.js",
        "import 'https://other.example/s/js/w.js'; import '//other.example/s/js/w.js';"
            + " import 'data:text/javascript,0'; import ''");
    Autoversion autoversion =
        time.builder()
            .directory("/s", site)
            .host("https://cdn.example")
            .onMissing(OnMissing.FAIL)
            .build();
    assertEquals(
        List.of("/s/js/app.js"),
        List.copyOf(autoversion.imports(List.of("/s/js/app.js"), "").keySet()));
  }

  @Test
  void contextPath_ofRequest() throws IOException {
    write("js/app.js", "import './leaf.js'; import 'lib'");
    Autoversion autoversion =
        time.builder().directory("/s", site).module("lib", "/s/js/lib/index.js").build();
    assertEquals(
        "/shop/s/js/leaf.js?v=" + TWO,
        autoversion.imports(List.of("/shop/s/js/app.js"), "/shop").get("/shop/s/js/leaf.js"));
    assertEquals(
        "/shop/s/js/lib/index.js?v=" + TWO,
        autoversion.imports(List.of("/shop/s/js/app.js"), "/shop").get("lib"));
  }

  @Test
  void names_ofModulesAndFolders() throws IOException {
    write(
        "js/app.js",
        "import 'lib'; import 'lib/more.js'; import 'unknown'; import 'https://x/y.js'");
    Autoversion autoversion =
        time.builder()
            .directory("/s", site)
            .module("lib", "/s/js/lib/index.js")
            .module("lib/", "/s/js/lib/")
            .module("unused", "/s/js/leaf.js")
            .build();
    assertEquals(
        Map.of(
            "/s/js/app.js", autoversion.url("/s/js/app.js"),
            "lib", "/s/js/lib/index.js?v=" + TWO,
            "lib/", "/s/js/lib/",
            "lib/more.js", "/s/js/lib/more.js?v=" + TWO,
            "unused", "/s/js/leaf.js?v=" + TWO),
        autoversion.imports(List.of("/s/js/app.js"), ""));
    Explanation explanation = autoversion.explain("/s/js/app.js");
    assertEquals(List.of("unknown"), explanation.unknownModules());
    assertTrue(
        explanation.toString().lines().anyMatch("  unknown names unknown"::equals),
        explanation.toString());
    assertFalse(autoversion.explain("/s/js/leaf.js").toString().contains("unknown names"));
  }

  @Test
  void name_asAnEntry() throws IOException {
    write("js/lib/index.js", "import './more.js'");
    Autoversion autoversion =
        time.builder().directory("/s", site).module("lib", "/s/js/lib/index.js").build();
    assertEquals(
        Map.of(
            "lib",
            autoversion.url("/s/js/lib/index.js"),
            "/s/js/lib/more.js",
            "/s/js/lib/more.js?v=" + TWO),
        autoversion.imports(List.of("lib"), ""));
  }

  @Test
  void entry_withALineFeedIsNotTwo() throws IOException {
    write("js/a.js", "two");
    Autoversion autoversion = query();
    assertEquals(Map.of(), autoversion.imports(List.of("x\n/s/js/a.js"), ""));
    assertEquals(
        Map.of("/s/js/a.js", "/s/js/a.js?v=" + TWO),
        autoversion.imports(List.of("x", "/s/js/a.js"), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "./a, /x",
    "/a, /x",
    "https://a, /x",
    "'', /x",
    "lib/, /x",
    "lib, /x/",
    "lib, x",
    "lib, ''"
  })
  void module_noName(String specifier, String reference) {
    Autoversion.Builder builder = Autoversion.builder();
    assertThrows(IllegalArgumentException.class, () -> builder.module(specifier, reference));
  }

  @Test
  void module_toldTwice() {
    Autoversion.Builder builder = Autoversion.builder().module("lib", "/a.js");
    assertThrows(IllegalStateException.class, () -> builder.module("lib", "/b.js"));
  }

  @Test
  void circle_eachModuleOnce() throws IOException {
    write("js/a.js", "import './b.js'");
    write("js/b.js", "import './a.js'; import './b.js'");
    assertEquals(
        List.of("/s/js/a.js", "/s/js/b.js"),
        List.copyOf(query().imports(List.of("/s/js/a.js"), "").keySet()));
  }

  @Test
  void typed_isNamedAndNotFollowed() throws IOException {
    write("js/app.js", "import d from './data.json' with {type: 'json'}");
    assertEquals(
        "/s/js/data.json?v=" + TWO,
        query().imports(List.of("/s/js/app.js"), "").get("/s/js/data.json"));
    assertEquals(List.of(), query().entry("/s/js/app.js", "").preloads());
  }

  @Test
  void entry_eagerOnesArePreloaded() throws IOException {
    write("js/app.js", "import './a.js'; import('./lazy.js')");
    write("js/a.js", "export * from './leaf.js'; import('./lib/index.js')");
    write("js/lazy.js", "import './w.js'; import './leaf.js'");
    Manifest.Entry entry = query().entry("/s/js/app.js", "");
    assertEquals(List.of(version("js/app.js")), entry.modules());
    assertEquals(List.of(version("js/a.js"), "/s/js/leaf.js?v=" + TWO), entry.preloads());
    assertEquals(List.of(version("js/lazy.js")), entry.lazy());
    assertTrue(query().imports(List.of("/s/js/app.js"), "").containsKey("/s/js/w.js"));
  }

  @Test
  void missing_asThePolicySays() throws IOException {
    write("js/app.js", "import './leaf.js'\nimport './laef.js'");
    assertFalse(query().imports(List.of("/s/js/app.js"), "").containsKey("/s/js/laef.js"));
    Autoversion failing = time.builder().directory("/s", site).onMissing(OnMissing.FAIL).build();
    MissingAssetException e =
        assertThrows(
            MissingAssetException.class, () -> failing.imports(List.of("/s/js/app.js"), ""));
    assertTrue(
        e.getMessage().endsWith("'/s/js/app.js' refers to it as './laef.js' in line 2"),
        e.getMessage());
  }

  @Test
  void edit_showsAfterRecheck() throws IOException {
    write("js/app.js", "import './leaf.js'");
    ManualTime young = ManualTime.now();
    Autoversion autoversion = young.builder().directory("/s", site).build();
    assertEquals(
        "/s/js/leaf.js?v=" + TWO,
        autoversion.imports(List.of("/s/js/app.js"), "").get("/s/js/leaf.js"));
    write("js/leaf.js", "three");
    young.advance(Duration.ofSeconds(1));
    assertEquals(
        "/s/js/leaf.js?v=8b5b9db0c13d",
        autoversion.imports(List.of("/s/js/app.js"), "").get("/s/js/leaf.js"));
  }

  @Test
  void edit_showsWithinOneRecheck() throws IOException {
    write("js/app.js", "'app'");
    ManualTime young = ManualTime.now();
    Autoversion autoversion =
        young.builder().directory("/s", site).module("lib", "/s/js/lib/index.js").build();
    autoversion.url("/s/js/app.js");
    autoversion.url("/s/js/lib/index.js");
    young.advance(Duration.ofMillis(600));
    String app = autoversion.imports(List.of("/s/js/app.js"), "").get("/s/js/app.js");
    write("js/app.js", "'another'");
    write("js/lib/index.js", "three");
    young.advance(Duration.ofMillis(600));
    Map<String, String> map = autoversion.imports(List.of("/s/js/app.js"), "");
    assertNotEquals(app, map.get("/s/js/app.js"));
    assertEquals("/s/js/lib/index.js?v=8b5b9db0c13d", map.get("lib"));
  }

  @Test
  void missing_isLookedForAgainWhereFilesNeverChange() throws IOException {
    write("js/app.js", "import './late.js'");
    Autoversion autoversion = time.builder().directory("/s", site).recheckNever().build();
    assertEquals(1, autoversion.imports(List.of("/s/js/app.js"), "").size());
    write("js/late.js", "two");
    time.advance(Duration.ofSeconds(2));
    assertEquals(
        "/s/js/late.js?v=" + TWO,
        autoversion.imports(List.of("/s/js/app.js"), "").get("/s/js/late.js"));
  }

  @Test
  void versionedEntry_isFollowed() throws IOException {
    write("js/app.js", "import './leaf.js'");
    Autoversion autoversion = query();
    assertEquals(
        Map.of("/s/js/leaf.js", "/s/js/leaf.js?v=" + TWO),
        autoversion.imports(List.of(autoversion.url("/s/js/app.js")), ""));
  }

  @Test
  void knownAndFresh_asksNoFile() throws IOException {
    write("js/app.js", "import './leaf.js'");
    Autoversion autoversion = query();
    Map<String, String> first = autoversion.imports(List.of("/s/js/app.js"), "");
    Files.delete(site.resolve("js/app.js"));
    Files.delete(site.resolve("js/leaf.js"));
    assertEquals(first, autoversion.imports(List.of("/s/js/app.js"), ""));
  }

  @Test
  void unchanged_isNotReadAgain() throws IOException {
    write("js/app.js", "import './leaf.js'");
    CountingSource files = new CountingSource(site);
    Autoversion autoversion = time.builder().source("/s", files).build();
    Map<String, String> first = autoversion.imports(List.of("/s/js/app.js"), "");
    int opens = files.opens();
    time.advance(Duration.ofSeconds(2));
    assertEquals(first, autoversion.imports(List.of("/s/js/app.js"), ""));
    assertEquals(opens, files.opens());
    write("js/app.js", "import './lib/index.js'");
    time.advance(Duration.ofSeconds(2));
    assertEquals(
        "/s/js/lib/index.js?v=" + TWO,
        autoversion.imports(List.of("/s/js/app.js"), "").get("/s/js/lib/index.js"));
  }

  private Autoversion query() {
    return time.builder().directory("/s", site).build();
  }

  private String version(String name) {
    return query().url("/s/" + name);
  }

  private void write(String name, String text) throws IOException {
    TextFile.write(site.resolve(name), text);
  }
}
