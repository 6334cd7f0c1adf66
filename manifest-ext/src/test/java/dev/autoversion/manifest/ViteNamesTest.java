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

  private Manifest read(String manifest) throws IOException {
    return Manifests.read(Files.writeString(folder.resolve("manifest.json"), manifest));
  }
}
