package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** What a template means by the name of a source whose file is of another kind. */
class ViteNamesTest {
  private static final List<String> NONE = List.of();

  @TempDir Path folder;

  /** As Vite 8.3.8 wrote it with {@code legacy({renderModernChunks: false})}. */
  @ParameterizedTest
  @CsvSource({"src/main.js", "src/main-legacy.js"})
  void entry_legacyAlone(String name) throws IOException {
    Manifest manifest =
        read(
            """
            {"src/lazy-legacy.js": {"file": "lazy-legacy-1.js", "isDynamicEntry": true},
             "src/main-legacy.js": {"file": "main-legacy-1.js", "name": "main",
                 "src": "src/main-legacy.js", "isEntry": true,
                 "dynamicImports": ["src/lazy-legacy.js"]},
             "src/b/main-legacy.js": {"file": "b-legacy-1.js", "name": "main",
                 "src": "src/b/main-legacy.js", "isEntry": true},
             "vite/legacy-polyfills-legacy": {"file": "p-legacy-1.js", "isEntry": true}}
            """);
    assertEquals(
        Optional.of(
            new Entry(NONE, NONE, NONE, NONE, NONE, List.of("p-legacy-1.js", "main-legacy-1.js"))),
        manifest.entry(name));
    assertEquals(Optional.empty(), manifest.entry("src/lazy.js"));
    assertEquals(Optional.empty(), manifest.entry("src/mian.js"));
  }

  /** A script of the user's own that is called so is none of the plugin's. */
  @Test
  void entry_calledLegacy() throws IOException {
    Manifest manifest =
        read(
            """
            {"a-legacy.js": {"file": "a-legacy-1.js", "name": "a-legacy", "isEntry": true},
             "a-legacy-legacy.js": {"file": "a-legacy-legacy-1.js", "isEntry": true},
             "vite/legacy-polyfills-legacy": {"file": "p-legacy-1.js", "isEntry": true}}
            """);
    Entry entry = manifest.entry("a-legacy.js").orElseThrow();
    assertEquals(List.of("a-legacy-1.js"), entry.modules());
    assertEquals(List.of("p-legacy-1.js", "a-legacy-legacy-1.js"), entry.legacy());
  }

  /** As Vite 8.3.8 wrote it for a CSS module: what a page links is not the script. */
  @Test
  void published_stylesheetThatIsAScriptAsWell() throws IOException {
    Manifest manifest =
        read(
            """
            {"src/x.module.scss": {"file": "assets/x.module-1.js", "isEntry": true,
                 "css": ["assets/x-1.css"]},
             "src/main.js": {"file": "assets/main-1.js", "isEntry": true,
                 "css": ["assets/main-1.css"]},
             "src/empty.css": {"file": "assets/empty-1.js", "isEntry": true}}
            """);
    assertEquals(Optional.of("assets/x-1.css"), manifest.published("src/x.module.scss"));
    assertEquals(Optional.of("assets/main-1.js"), manifest.published("src/main.js"));
    assertEquals(Optional.of("assets/empty-1.js"), manifest.published("src/empty.css"));
    Entry entry = manifest.entry("src/x.module.scss").orElseThrow();
    assertEquals(List.of("assets/x-1.css"), entry.stylesheets());
    assertEquals(List.of("assets/x.module-1.js"), entry.modules());
  }

  /** As Vite 8.4.0 writes it for a stylesheet that a script imports, too. */
  @Test
  void published_stylesheetThatAScriptImportsAsWell() throws IOException {
    Manifest manifest =
        read(
            """
            {"src/app.css": {"file": "assets/app-2.js", "name": "app", "isEntry": true,
                 "imports": ["_app-1.js"]},
             "src/app.js": {"file": "assets/app-3.js", "name": "app", "isEntry": true,
                 "imports": ["_app-1.js"]},
             "_app-1.js": {"file": "assets/app-1.js", "imports": ["_runtime.js"],
                 "css": ["assets/app-1.css"]},
             "_runtime.js": {"file": "assets/runtime.js"},
             "_app-1.css": {"file": "assets/app-1.css"}}
            """);
    assertEquals(Optional.of("assets/app-1.css"), manifest.published("src/app.css"));
    assertEquals(Optional.of("assets/app-3.js"), manifest.published("src/app.js"));
    assertEquals(
        List.of("assets/app-1.css"), manifest.entry("src/app.css").orElseThrow().stylesheets());
  }

  /** As Vite 3.0.2 wrote it on Windows. */
  @Test
  void published_keyWithABackslash() throws IOException {
    Manifest manifest =
        read(
            """
            {"resources/js\\\\app.js": {"file": "assets/app-1.js", "isEntry": true,
                 "imports": ["resources\\\\a.js"]},
             "resources\\\\a.js": {"file": "assets/a-1.js", "css": ["assets/a-1.css"]},
             "resources/css\\\\app.css": {"file": "assets/app.60269a8f.css",
                 "src": "resources/css\\\\app.css"}}
            """);
    assertEquals(
        Optional.of("assets/app.60269a8f.css"), manifest.published("resources/css/app.css"));
    assertEquals(
        List.of("assets/app.60269a8f.css"),
        manifest.entry("resources/css/app.css").orElseThrow().stylesheets());
    Entry entry = manifest.entry("resources/js/app.js").orElseThrow();
    assertEquals(List.of("assets/a-1.js"), entry.preloads());
    assertEquals(List.of("assets/a-1.css"), entry.stylesheets());
    assertEquals(
        List.of("resources/js/app.js", "resources/a.js", "resources/css/app.css"),
        manifest.names().toList());
  }

  /** As webpack-manifest-plugin 1 wrote it on Windows; a key that is there counts first. */
  @ParameterizedTest
  @CsvSource({
    "'{\"build/img\\\\a.png\": \"/build/img/a-1.png\"}', /build/img/a-1.png",
    "'{\"build/img\\\\a.png\": \"/2.png\", \"build/img/a.png\": \"/1.png\"}', /1.png",
    "'{\"build/img/a.png\": \"/1.png\", \"build/img\\\\a.png\": \"/2.png\"}', /1.png",
  })
  void published_flatKeyWithABackslash(String document, String file) throws IOException {
    Manifest manifest = read(document);
    assertEquals(Optional.of(file), manifest.published("build/img/a.png"));
    assertEquals(List.of("build/img/a.png"), manifest.names().toList());
  }

  /** As gulp-rev, Webpacker and Encore wrote them on Windows. */
  @ParameterizedTest
  @CsvSource({
    "'{\"css/app.css\": \"css\\\\app-1.css\"}', css/app-1.css",
    "'{\"css\\\\app.css\": \".\\\\css\\\\app-1.css\"}', css/app-1.css",
    "'{\"css/app.css\": \"/build/css\\\\app-1.css\"}', /build/css/app-1.css",
    "'{\"css/app.css\": {\"file\": \"css\\\\app-1.css\"}}', css/app-1.css",
    "'{\"css/app.css\": {\"src\": \"css\\\\app-1.css\"}}', css/app-1.css",
  })
  void published_fileWithABackslash(String document, String file) throws IOException {
    Manifest manifest = read(document);
    assertEquals(Optional.of(file), manifest.published("css/app.css"));
    assertEquals(List.of(file), manifest.files().toList());
    assertEquals(List.of(file), manifest.entry("css/app.css").orElseThrow().stylesheets());
  }

  private Manifest read(String manifest) throws IOException {
    return Manifests.read(Files.writeString(folder.resolve("manifest.json"), manifest));
  }
}
