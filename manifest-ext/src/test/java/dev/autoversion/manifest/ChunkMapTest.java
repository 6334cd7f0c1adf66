package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.CapturedLog;
import dev.autoversion.Manifest;
import dev.autoversion.OnMissing;
import dev.autoversion.TextFile;
import dev.autoversion.page.Page;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The import map that Vite writes for its own modules. */
class ChunkMapTest {
  private static final String MANIFEST = "{\"a.js\": {\"file\": \"assets/a-1.js\"}}";

  @TempDir Path folder;

  @Test
  void imports_realBuild() throws IOException {
    Manifest manifest = Samples.read("vite-8.3.8-chunk-import-map");
    assertEquals("assets/main-CWIQju0G.js", manifest.published("src/main.js").orElseThrow());
    Map<String, String> imports = manifest.imports();
    assertEquals(16, imports.size());
    assertEquals("assets/money-P2-UbPGR.js", imports.get("assets/money-DigcWOHH.js"));
    assertEquals("assets/main-BvrF5m3L.css", imports.get("assets/main-DY0shX9z.css"));
    Set<String> written = Set.copyOf(Samples.lines("vite-8.3.8-chunk-import-map/files.txt"));
    Set<String> lacking = new TreeSet<>(imports.values());
    lacking.removeAll(written);
    assertEquals(Set.of(), lacking);
  }

  @Test
  void page_hasItUnderTheMount() {
    Manifest manifest = Samples.read("vite-8.3.8-chunk-import-map");
    Page page = new Page(Autoversion.builder().manifest("/build", manifest).build());
    String html = page.importMap(List.of("/build/src/admin.js"), Map.of());
    assertTrue(
        html.contains("\"/build/assets/money-DigcWOHH.js\":\"/build/assets/money-P2-UbPGR.js\""),
        html);
    assertTrue(html.contains("\"/build/src/admin.js\":\"/build/assets/admin-BAtlMmJR.js\""), html);
  }

  /** Only the map knows the name that a module asks for; what that means is followed. */
  @Test
  void page_nameThatIsNoFile() throws IOException {
    write("assets/a-1.js", "import './b-0.js';");
    write("assets/b-1.js", "import '/static/c.js';");
    write("static/c.js", "export default 1;");
    write(
        ".vite/manifest.json",
        "{\"a.js\": {\"file\": \"assets/a-1.js\"}, \"_b\": {\"file\": \"assets/b-1.js\"}}");
    write("importmap.json", "{\"imports\": {\"/assets/b-0.js\": \"/assets/b-1.js\"}}");
    Page page =
        new Page(
            Autoversion.builder()
                .manifest("/build", Manifests.read(folder), AssetSource.directory(folder))
                .directory("/static", folder.resolve("static"))
                .onMissing(OnMissing.FAIL)
                .build());
    assertEquals(
        "<script type=\"importmap\">{\"imports\":{"
            + "\"/build/a.js\":\"/build/assets/a-1.js\","
            + "\"/build/assets/b-0.js\":\"/build/assets/b-1.js\","
            + "\"/static/c.js\":\"/static/c.js?v=56332e0a5573\"}}</script>",
        page.importMap(List.of("/build/a.js"), Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "/assets/a-0.js, /assets/a-1.js",
    "/x/y/assets/a-0.js, /x/y/assets/a-1.js",
    "./assets/a-0.js, ./assets/a-1.js",
    "assets/a-0.js, assets/a-1.js",
    "https://cdn.example/x/assets/a-0.js, https://cdn.example/x/assets/a-1.js",
  })
  void imports_toldAsFilesAre(String asked, String url) throws IOException {
    assertEquals(Map.of("assets/a-0.js", "assets/a-1.js"), read(asked, url).imports());
  }

  @Test
  void imports_ofNoFileThatIsKnown() throws IOException {
    assertEquals(Map.of("/y/b-0.js", "/y/b-1.js"), read("/y/b-0.js", "/y/b-1.js").imports());
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "/x/../a.js", "a\\u0000b.js"})
  void imports_hostile(String text) throws IOException {
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(Map.of(), read("/a-0.js", text).imports());
      assertEquals(Map.of(), read(text, "/a-1.js").imports());
      assertEquals(2, log.lines().size(), log.lines()::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", ".vite/manifest.json"})
  void read_file(String name) throws IOException {
    Path file = write(name, MANIFEST);
    write("importmap.json", "{\"imports\": {\"/assets/a-0.js\": \"/assets/a-1.js\"}}");
    Map<String, String> imports = Map.of("assets/a-0.js", "assets/a-1.js");
    assertEquals(imports, Manifests.read(file).imports());
    assertEquals(imports, Manifests.read(folder).imports());
    assertEquals(
        "manifest " + file + " (Vite) and " + folder.resolve("importmap.json") + " (import map)",
        Manifests.read(file).toString());
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      assertEquals(imports, Manifests.read(name, loader).imports());
    }
  }

  @Test
  void current_mapChangesAlone() throws IOException {
    Manifest manifest = read("/assets/a-0.js", "/assets/a-1.js");
    write("importmap.json", "{\"imports\": {\"/assets/a-00.js\": \"/assets/a-1.js\"}}");
    assertEquals(Map.of("assets/a-00.js", "assets/a-1.js"), manifest.current().imports());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a.js\": \"b.js\"}", "{\"imports\": [\"a\"]}", "[]", "{}"})
  void read_noMapOfThatName(String text) throws IOException {
    write(".vite/manifest.json", MANIFEST);
    Path beside = write("importmap.json", text);
    try (CapturedLog log = CapturedLog.open()) {
      Manifest manifest = Manifests.read(folder);
      assertEquals(Map.of(), manifest.imports());
      assertEquals(List.of("a.js"), manifest.names().toList());
      assertEquals(
          List.of(
              "WARNING manifest "
                  + folder
                  + ": "
                  + beside
                  + " beside it is not an import map; it is left out"),
          log.lines());
    }
  }

  /** AssetMapper's says more of each name than an import map, and is for Symfony alone. */
  @Test
  void read_mapOfAssetMapper() throws IOException {
    write("manifest.json", "{\"app.js\": \"/assets/app-3a6f95f4b5b8f3a0f94ed8f2e0cef092.js\"}");
    write(
        "importmap.json",
        "{\"app\": {\"path\": \"\\/assets\\/app-3a6f95f4b5b8f3a0f94ed8f2e0cef092.js\","
            + " \"type\": \"js\"}}");
    try (CapturedLog log = CapturedLog.open()) {
      Manifest manifest = Manifests.read(folder);
      assertEquals(Map.of(), manifest.imports());
      assertEquals(List.of("app.js"), manifest.names().toList());
      assertEquals(List.of(), log.lines());
    }
  }

  @Test
  void read_mapAlone() throws IOException {
    Path file = write("importmap.json", "{\"imports\": {\"/a-0.js\": \"/a-1.js\"}}");
    String message =
        assertThrows(IllegalArgumentException.class, () -> Manifests.read(file)).getMessage();
    assertTrue(message.startsWith(file + " is an import map, not a manifest; "), message);
  }

  @Test
  void read_entryOfThatName() throws IOException {
    Path file = write("manifest.json", "{\"imports\": {\"file\": \"imports-1.js\"}}");
    assertEquals("imports-1.js", Manifests.read(file).published("imports").orElseThrow());
  }

  private Manifest read(String asked, String url) throws IOException {
    write(".vite/manifest.json", MANIFEST);
    write("importmap.json", "{\"imports\": {\"" + asked + "\": \"" + url + "\"}}");
    return Manifests.read(folder);
  }

  private Path write(String name, String text) throws IOException {
    return TextFile.write(folder.resolve(name), text);
  }
}
