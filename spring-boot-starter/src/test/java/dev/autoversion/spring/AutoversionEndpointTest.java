package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutoversionEndpointTest {
  @TempDir Path folder;

  @Test
  void autoversion_missingReferences() throws IOException {
    Files.writeString(folder.resolve("app.css"), "a { background: url(no.png) }");
    Map<String, Object> told = endpoint().autoversion("/static/app.css");
    assertEquals(List.of("'no.png' in line 1 of '/static/app.css'"), told.get("missingReferences"));
  }

  @Test
  void autoversion_unknownModules() throws IOException {
    Files.writeString(folder.resolve("app.js"), "import {html} from \"lit\";");
    assertEquals(List.of("lit"), endpoint().autoversion("/static/app.js").get("unknownModules"));
  }

  @Test
  void autoversion_published() throws IOException {
    Path manifest =
        Files.writeString(folder.resolve("rev-manifest.json"), "{\"main.js\": \"main-9f3c.js\"}");
    Autoversion autoversion =
        Autoversion.builder().manifest("/build", Manifests.read(manifest)).build();
    Map<String, Object> told = new AutoversionEndpoint(autoversion).autoversion("/build/main.js");
    assertEquals("main-9f3c.js", told.get("published"));
  }

  private AutoversionEndpoint endpoint() {
    return new AutoversionEndpoint(
        Autoversion.builder().source("/static", AssetSource.directory(folder)).build());
  }
}
