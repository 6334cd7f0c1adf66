package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.CapturedLog;
import dev.autoversion.Manifest;
import dev.autoversion.Manifest.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Vite's manifests have been seen to do to those who read them. */
class ChunksTest {
  private static final List<String> NONE = List.of();

  @TempDir Path folder;

  @Test
  void entry_importsBeforeOwnAndEachOnce() throws IOException {
    Entry entry =
        entry(
            """
            {"a.js": {"file": "a-1.js", "css": ["a.css", "z.css"], "imports": ["b", "c", "b"],
                      "dynamicImports": ["d", "d"]},
             "b": {"file": "b-1.js", "css": ["b.css", "z.css"], "imports": ["c"]},
             "c": {"file": "c-1.js", "css": ["c.css"], "imports": null},
             "d": {"file": "d-1.js", "css": ["d.css"], "imports": []}}
            """);
    assertEquals(
        new Entry(
            List.of("c.css", "b.css", "z.css", "a.css"),
            NONE,
            List.of("a-1.js"),
            List.of("c-1.js", "b-1.js"),
            List.of("d-1.js"),
            NONE),
        entry);
  }

  @Test
  void entry_circle() throws IOException {
    Entry entry =
        entry(
            """
            {"a.js": {"file": "a-1.js", "css": ["a.css"], "imports": ["b"]},
             "b": {"file": "b-1.js", "css": ["b.css"], "imports": ["c", "b"]},
             "c": {"file": "c-1.js", "css": ["c.css"], "imports": ["a.js", "b"]}}
            """);
    assertEquals(List.of("c.css", "b.css", "a.css"), entry.stylesheets());
    assertEquals(List.of("c-1.js", "b-1.js"), entry.preloads());
  }

  @Test
  void entry_danglingImportIsSaidOnce() throws IOException {
    try (CapturedLog log = CapturedLog.open()) {
      Path file = write("{\"a.js\": {\"file\": \"a-1.js\", \"imports\": [\"_gone.js\"]}}");
      Manifest manifest = Manifests.read(file);
      for (String name : List.of("a.js", "/a.js", "a.js")) {
        assertEquals(NONE, manifest.entry(name).orElseThrow().preloads());
      }
      assertEquals(
          List.of(
              "WARNING manifest "
                  + file
                  + ": 'a.js' imports '_gone.js', which is not in the manifest; it is left out"),
          log.lines());
    }
  }

  @Test
  void entry_chainOf20000() throws IOException {
    StringBuilder chain =
        new StringBuilder("{\"a.js\": {\"file\": \"a-1.js\", \"imports\": [\"0\"]}");
    for (int i = 0; i < 20_000; i++) {
      chain.append(
          ", \"%d\": {\"file\": \"%d.js\", \"css\": [\"%d.css\"], \"imports\": [\"%d\", \"a.js\"]}"
              .formatted(i, i, i, (i + 1) % 20_000));
    }
    Entry entry = entry(chain + "}");
    assertEquals(20_000, entry.preloads().size());
    assertEquals("19999.js", entry.preloads().get(0));
    assertEquals("0.css", entry.stylesheets().get(19_999));
  }

  @Test
  void entry_oneStylesheetForAll() throws IOException {
    String style = "\"style.css\": {\"file\": \"style-1.css\", \"src\": \"style.css\"}";
    Entry entry = entry("{\"a.js\": {\"file\": \"a-1.js\", \"isEntry\": true}, " + style + "}");
    assertEquals(List.of("style-1.css"), entry.stylesheets());
    entry =
        entry(
            "{\"a.js\": {\"file\": \"a-1.js\"}, \"b.js\": {\"file\": \"b-1.js\", \"css\": [\"b.css\"]}, "
                + style
                + "}");
    assertEquals(NONE, entry.stylesheets());
  }

  @Test
  void entry_styleCssThatIsAnEntryBelongsToNoOther() throws IOException {
    Entry entry =
        entry(
            "{\"a.js\": {\"file\": \"a-1.js\"},"
                + " \"style.css\": {\"file\": \"style-1.css\", \"isEntry\": true}}");
    assertEquals(NONE, entry.stylesheets());
  }

  @Test
  void entry_importedStylesheetIsNoPreload() throws IOException {
    Entry entry =
        entry(
            "{\"a.js\": {\"file\": \"a-1.js\", \"imports\": [\"b.css\"]},"
                + " \"b.css\": {\"file\": \"b-1.css\", \"isEntry\": true}}");
    assertEquals(List.of("b-1.css"), entry.stylesheets());
    assertEquals(NONE, entry.preloads());
  }

  @ParameterizedTest
  @CsvSource({
    // By the key, where names say nothing or too much.
    "src/a.v2.js, a.v2, src/a.v2-legacy.js, a.v2",
    "pages/b/index.js, index, pages/b/index-legacy.js, index",
    // By the name, as Vite 8 writes keys of names with dots.
    "src/a.v2.js, a.v2, src/a-legacy.js, a.v2",
    "src/a.v2.js, a.v2, src/a.js, a.v2",
  })
  void entry_legacyTwin(String key, String name, String twinKey, String twinName)
      throws IOException {
    Manifest manifest =
        Manifests.read(
            write(
                """
                {"%s": {"file": "a-1.js", "name": "%s", "isEntry": true},
                 "other/index-legacy.js": {"file": "other-legacy-1.js", "name": "index", "isEntry": true},
                 "%s": {"file": "a-legacy-1.js", "name": "%s", "isEntry": true},
                 "../../../x/vite/legacy-polyfills-legacy": {"file": "p-legacy-1.js", "isEntry": true},
                 "../../../x/vite/legacy-polyfills": {"file": "p-1.js", "isEntry": true}}
                """
                    .formatted(key, name, twinKey, twinName)));
    Entry entry = manifest.entry(key).orElseThrow();
    assertEquals(List.of("p-legacy-1.js", "a-legacy-1.js"), entry.legacy());
    assertEquals(List.of("p-1.js", "a-1.js"), entry.modules());
  }

  @Test
  void entry_legacyTwinOfTheSameFolderFirst() throws IOException {
    Manifest manifest =
        Manifests.read(
            write(
                """
                {"../vite/legacy-polyfills-legacy": {"file": "p-legacy-1.js", "isEntry": true},
                 "b/x-legacy.js": {"file": "b-legacy-1.js", "name": "x.v2", "isEntry": true},
                 "a/x-legacy.js": {"file": "a-legacy-1.js", "name": "x.v2", "isEntry": true},
                 "a/x.v2.js": {"file": "a-1.js", "name": "x.v2", "isEntry": true},
                 "b/x.v2.js": {"file": "b-1.js", "name": "x.v2", "isEntry": true}}
                """));
    assertEquals(
        List.of("p-legacy-1.js", "a-legacy-1.js"),
        manifest.entry("a/x.v2.js").orElseThrow().legacy());
    assertEquals(
        List.of("p-legacy-1.js", "b-legacy-1.js"),
        manifest.entry("b/x.v2.js").orElseThrow().legacy());
  }

  @Test
  void entry_legacyTwinByItsKeyAlone() throws IOException {
    Entry entry =
        entry(
            """
            {"../vite/legacy-polyfills-legacy": {"file": "p-legacy-1.js", "isEntry": true},
             "a-legacy.js": {"file": "a-legacy-1.js", "isEntry": true},
             "a.js": {"file": "a-1.js", "isEntry": true}}
            """);
    assertEquals(List.of("p-legacy-1.js", "a-legacy-1.js"), entry.legacy());
  }

  @Test
  void entry_legacyTwinIsNoOtherModule() throws IOException {
    Entry entry =
        entry(
            """
            {"../vite/legacy-polyfills-legacy": {"file": "p-legacy-1.js", "isEntry": true},
             "b/a.js": {"file": "b-1.js", "name": "a", "isEntry": true},
             "a.js": {"file": "a-1.js", "name": "a", "isEntry": true}}
            """);
    assertEquals(NONE, entry.legacy());
  }

  @Test
  void entry_legacyWithoutPolyfillsHasNothingThatCouldLoadIt() throws IOException {
    Entry entry =
        entry(
            """
            {"a.js": {"file": "a-1.js", "name": "a", "isEntry": true},
             "a-legacy.js": {"file": "a-legacy-1.js", "name": "a", "isEntry": true}}
            """);
    assertEquals(NONE, entry.legacy());
  }

  @Test
  void entry_symfonyLegacy() throws IOException {
    Manifest manifest =
        Manifests.read(
            write(
                """
                {"base": "/b/", "legacy": true, "entryPoints": {
                  "a": {"js": ["/b/a-1.js"], "css": [], "legacy": "a-legacy"},
                  "a-legacy": {"js": ["/b/a-legacy-1.js"], "css": [], "legacy": false},
                  "print": {"js": [], "css": ["/b/print-1.css"], "legacy": false},
                  "theme": {"js": [], "css": ["/b/theme-1.css"], "legacy": "theme-legacy"},
                  "theme-legacy": {"js": ["/b/theme-legacy-1.js"], "css": [], "legacy": false},
                  "polyfills": {"js": ["/b/p-1.js"], "legacy": false},
                  "polyfills-legacy": {"js": ["/b/p-legacy-1.js"], "legacy": false}}}
                """));
    Entry entry = manifest.entry("a").orElseThrow();
    assertEquals(List.of("/b/p-legacy-1.js", "/b/a-legacy-1.js"), entry.legacy());
    assertEquals(List.of("/b/p-1.js", "/b/a-1.js"), entry.modules());
    assertEquals(Entry.of("/b/print-1.css"), manifest.entry("print").orElseThrow());
    // The twin of a stylesheet is an empty script.
    assertEquals(Entry.of("/b/theme-1.css"), manifest.entry("theme").orElseThrow());
  }

  /** As releases 4 and 5 wrote it: without the base, and with a hash beside each file. */
  @Test
  void entry_symfonyHashesBesideFiles() throws IOException {
    Manifest manifest =
        Manifests.read(
            write(
                """
                {"entryPoints": {
                  "a": {"assets": [], "css": [{"path": "/b/a-1.css", "hash": null}],
                    "dynamic": [{"path": "/b/d-1.js", "hash": null}],
                    "js": [{"path": "/b/a-1.js", "hash": "sha384-AAAA"}], "legacy": "a-legacy",
                    "preload": [{"path": "/b/l-1.js", "hash": "sha384-BBBB"}]},
                  "a-legacy": {"js": [{"path": "/b/a-legacy-1.js", "hash": null}], "legacy": false},
                  "polyfills-legacy": {"js": [{"path": "/b/p-legacy-1.js", "hash": null}]}},
                 "isProd": true, "legacy": true, "viteServer": false}
                """));
    assertEquals(
        new Entry(
            List.of("/b/a-1.css"),
            NONE,
            List.of("/b/a-1.js"),
            List.of("/b/l-1.js"),
            List.of("/b/d-1.js"),
            List.of("/b/p-legacy-1.js", "/b/a-legacy-1.js")),
        manifest.entry("a").orElseThrow());
    assertEquals("sha384-AAAA", manifest.integrity("a.js").orElseThrow());
    assertEquals("sha384-BBBB", manifest.integrity("/b/l-1.js").orElseThrow());
    assertEquals(Optional.empty(), manifest.integrity("a.css"));
  }

  /** As releases before 4 wrote it: without the base. */
  @Test
  void entry_symfonyWithoutBase() throws IOException {
    Manifest manifest =
        Manifests.read(
            write(
                """
                {"isProd": true, "viteServer": false, "entryPoints": {
                  "a": {"js": ["/b/a-1.js"], "css": [], "preload": ["/b/l-1.js"], "legacy": false}},
                 "legacy": false}
                """));
    Entry entry = manifest.entry("a").orElseThrow();
    assertEquals(List.of("/b/a-1.js"), entry.modules());
    assertEquals(List.of("/b/l-1.js"), entry.preloads());
  }

  @Test
  void entry_metafile() throws IOException {
    Manifest manifest =
        Manifests.read(
            write(
                """
                {"inputs": {}, "outputs": {
                  "../out/js/a-1.js": {"entryPoint": "src/a.ts", "cssBundle": "../out/a-1.css", "imports": [
                    {"path": "../out/js/b.js", "kind": "import-statement"},
                    {"path": "https://cdn.example/c.js", "kind": "import-statement", "external": true},
                    {"path": "../out/d.png", "kind": "file-loader"}]},
                  "../out/js/b.js": {"imports": [
                    {"path": "../out/js/a-1.js", "kind": "import-statement"}], "inputs": {"src/b.ts": {}}},
                  "../out/a-1.css": {"imports": [], "inputs": {"src/a.css": {}}},
                  "../out/d.png": {"imports": [], "inputs": {"src/d.png": {}}}}}
                """));
    assertEquals(
        new Entry(List.of("a-1.css"), NONE, List.of("js/a-1.js"), List.of("js/b.js"), NONE, NONE),
        manifest.entry("src/a.ts").orElseThrow());
    assertEquals(List.of("src/a.ts", "src/d.png"), manifest.names().toList());
  }

  /** With the loader {@code copy}, scripts import the copy of a JSON module. */
  @Test
  void entry_metafileOfCopies() throws IOException {
    Manifest manifest =
        Manifests.read(
            write(
                """
                {"inputs": {}, "outputs": {
                  "out/js/a-1.js": {"entryPoint": "src/a.js", "imports": [
                    {"path": "out/js/b.js", "kind": "import-statement"},
                    {"path": "out/media/c-1.json", "kind": "import-statement"},
                    {"path": "out/media/d-1.json", "kind": "dynamic-import"}]},
                  "out/js/b.js": {"imports": [], "inputs": {"src/b.js": {}}},
                  "out/media/c-1.json": {"imports": [], "inputs": {"src/c.json": {}}},
                  "out/media/d-1.json": {"imports": [], "inputs": {"src/d.json": {}}}}}
                """));
    Entry entry = manifest.entry("src/a.js").orElseThrow();
    assertEquals(List.of("js/b.js"), entry.preloads());
    assertEquals(NONE, entry.lazy());
  }

  @Test
  void entry_metafileOfBunLiesInItsFolder() throws IOException {
    Manifest manifest =
        Manifests.read(
            write(
                """
                {"inputs": {}, "outputs": {"./assets/a-1.js": {"entryPoint": "src/a.js", "imports": [
                    {"path": "https://cdn.example/c.js", "kind": "import-statement", "external": true}]},
                  "./assets/b-1.css": {"entryPoint": "src/b.css"}}}
                """));
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(List.of("assets/a-1.js"), manifest.entry("src/a.js").orElseThrow().modules());
      assertEquals("assets/b-1.css", manifest.published("src/b.css").orElseThrow());
      assertEquals(List.of(), log.lines());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'dist/a.js': 'dist/a.js', 'dist/b.js': 'dist/b.js'}",
        "{'dist/a.js': 'dist/a-3fc4ccfe.js', 'dist/b.js': 'dist/b.js'}",
      })
  void names_onlyOfEsbuildWithoutItsFolder(String document) throws IOException {
    Manifest manifest = Manifests.read(write(document.replace('\'', '"')));
    assertEquals(List.of("dist/a.js", "dist/b.js"), manifest.names().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{\"main\": {\"js\": \"auto/js/m-1.js\", \"css\": [\"auto/m-1.css\"]}}|main.js|js/m-1.js",
        "{\"main.js\": \"auto/js/m-1.js\"}|main.js|js/m-1.js",
        "{\"auto/a.js\": \"auto/a-1.js\"}|auto/a.js|auto/a-1.js",
        "{\"status\": \"done\", \"publicPath\": \"auto\", \"chunks\": {\"main\": [\"js/m-1.js\"]},"
            + " \"assets\": {\"js/m-1.js\": {\"publicPath\": \"autojs/m-1.js\"}}}|main.js|js/m-1.js",
        "{\"publicPath\": \"auto\", \"entrypoints\": {\"main\": {\"assets\": [\"js/m-1.js\"]}},"
            + " \"assets\": [{\"name\": \"js/m-1.js\"}]}|main.js|js/m-1.js",
        "{\"assetsByChunkName\": {\"main\": [\"js/m-1.js\"]}, \"entrypoints\":"
            + " {\"main\": {\"chunks\": [1], \"assets\": [{\"name\": \"js/m-1.js\"}]}}}|main|js/m-1.js",
        "{\"errorsCount\": 1, \"publicPath\": \"\", \"entrypoints\": {\"main\": {\"assets\": [\"js/m-1.js\"]}},"
            + " \"assets\": [{\"name\": \"js/m-1.js\", \"size\": 2}]}|main.js|js/m-1.js",
        "{\"main.js\": \"js/m-1.js\", \"entrypoints\":"
            + " {\"main\": {\"assets\": {\"js\": [\"js/m-1.js\"]}}}}|main|js/m-1.js",
      })
  void published_webpackFamily(String document, String name, String file) throws IOException {
    Manifest manifest = Manifests.read(write(document));
    assertEquals(file, manifest.published(name).orElseThrow());
    assertEquals(List.of(file), manifest.entry(name).orElseThrow().scripts());
  }

  @Test
  void entry_statsOfModules() throws IOException {
    Manifest manifest =
        Manifests.read(
            write(
                """
                {"publicPath": "/d/", "modules": [{"name": "a", "name": "b"}],
                 "entrypoints": {"main": {"assets": [{"name": "m.css"}, {"name": "m.js"}, {"name": "m.js.map"}]}},
                 "assets": [{"name": "m.js", "info": {"javascriptModule": true}}]}
                """));
    assertEquals(
        new Entry(List.of("/d/m.css"), NONE, List.of("/d/m.js"), NONE, NONE, NONE),
        manifest.entry("main").orElseThrow());
  }

  /** What a running webpack has sent to open pages is listed among a chunk's files. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"status\": \"done\", \"chunks\": {\"main\": [\"m.js\", \"m.1f.hot-update.js\"]}, \"assets\":"
            + " {\"m.js\": {\"publicPath\": \"/d/m.js\"},"
            + " \"m.1f.hot-update.js\": {\"publicPath\": \"/d/m.1f.hot-update.js\"}}}",
        "{\"publicPath\": \"/d/\", \"assets\": [{\"name\": \"m.js\"}, {\"name\": \"m.1f.hot-update.js\"}],"
            + " \"entrypoints\": {\"main\": {\"assets\": [\"m.js\", \"m.1f.hot-update.js\"]}}}",
      })
  void entry_hotUpdatesAreNone(String document) throws IOException {
    Manifest manifest = Manifests.read(write(document));
    assertEquals(List.of("/d/m.js"), manifest.entry("main").orElseThrow().scripts());
    assertEquals("/d/m.js", manifest.published("main").orElseThrow());
  }

  /** webpack-assets-manifest with {@code entrypointsKey: false}. */
  @Test
  void entry_besideTheFiles() throws IOException {
    Manifest manifest =
        Manifests.read(
            write(
                """
                {"m.js": "/d/m-1.js", "assets": "/d/assets",
                 "main": {"assets": {"js": ["/d/r-1.js", "/d/m-1.js"], "css": ["/d/m-1.css"]}}}
                """));
    assertEquals(
        new Entry(List.of("/d/m-1.css"), List.of("/d/r-1.js", "/d/m-1.js"), NONE, NONE, NONE, NONE),
        manifest.entry("main").orElseThrow());
    assertEquals("/d/m-1.js", manifest.published("m.js").orElseThrow());
  }

  @Test
  void published_besideNoEntries() throws IOException {
    Manifest manifest =
        Manifests.read(write("{\"m.js\": {\"src\": \"/d/m-1.js\"}, \"entrypoints\": {}}"));
    assertEquals("/d/m-1.js", manifest.published("m.js").orElseThrow());
  }

  /** As webpack-assets-manifest 3 wrote it, of which Webpacker is made. */
  @Test
  void entry_ofListsByThemselves() throws IOException {
    Manifest manifest =
        Manifests.read(
            write(
                """
                {"admin.js": "/packs/admin-6443c60f.js",
                 "entrypoints": {
                   "main": {"css": ["/packs/main-1579c39c.css"], "js": ["/packs/main-e2c891f4.js"]},
                   "admin": {"js": ["/packs/admin-6443c60f.js"]}},
                 "main.css": "/packs/main-1579c39c.css", "main.js": "/packs/main-e2c891f4.js"}
                """));
    assertEquals(
        new Entry(
            List.of("/packs/main-1579c39c.css"),
            List.of("/packs/main-e2c891f4.js"),
            NONE,
            NONE,
            NONE,
            NONE),
        manifest.entry("main").orElseThrow());
    assertEquals("/packs/admin-6443c60f.js", manifest.published("admin").orElseThrow());
  }

  @Test
  void integrity_assetsPlugin() throws IOException {
    Manifest manifest =
        Manifests.read(
            write(
                """
                {"main": {"js": ["/r.js", "/m.js"], "jsIntegrity": ["sha256-r", ""],
                          "css": "/m.css", "cssIntegrity": "sha256-m"}, "metadata": {"version": 7}}
                """));
    assertEquals("sha256-r", manifest.integrity("/r.js").orElseThrow());
    assertEquals("sha256-m", manifest.integrity("main.css").orElseThrow());
    assertEquals(java.util.Optional.empty(), manifest.integrity("main.js"));
    assertEquals(java.util.Optional.empty(), manifest.published("metadata"));
  }

  private Entry entry(String document) throws IOException {
    return Manifests.read(write(document)).entry("a.js").orElseThrow();
  }

  private Path write(String document) throws IOException {
    return Files.writeString(folder.resolve("manifest.json"), document);
  }
}
