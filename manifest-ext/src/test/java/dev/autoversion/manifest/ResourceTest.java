package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autoversion.CapturedLog;
import dev.autoversion.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manifest that is packed with the application. */
class ResourceTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"build/manifest.json", "/build/manifest.json"})
  void read_inAnArchive(String name) throws IOException {
    Path jar = folder.resolve("app.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      add(zip, "build/manifest.json", "{\"a.js\": {\"file\": \"a-1.js\"}}");
      add(zip, "build/manifest-assets.json", "{\"b.png\": {\"file\": \"b-1.png\"}}");
    }
    try (URLClassLoader loader = loader(jar)) {
      Manifest manifest = Manifests.read(name, loader);
      assertEquals(
          "manifest classpath:build/manifest.json (Vite)"
              + " and classpath:build/manifest-assets.json (Vite)",
          manifest.toString());
      assertEquals(Optional.of("a-1.js"), manifest.published("a.js"));
      assertEquals(Optional.of("b-1.png"), manifest.published("b.png"));
      assertSame(manifest, manifest.current());
    }
    Files.delete(jar);
  }

  @Test
  void read_inAFolderChanges() throws IOException {
    Path file = folder.resolve("a b/manifest.json");
    Files.createDirectory(file.getParent());
    try (CapturedLog log = CapturedLog.open();
        URLClassLoader loader = loader(folder)) {
      Manifest manifest = Manifests.read("a b/manifest.json", loader);
      assertEquals("manifest classpath:a b/manifest.json (not there yet)", manifest.toString());
      assertEquals(
          List.of(
              "WARNING no manifest at the class path, a b/manifest.json yet, so its mount"
                  + " publishes nothing; `vite build` with `build: { manifest: true }`, or your"
                  + " bundler with its manifest plugin, writes it, and it will then be found"),
          log.lines());
      Files.writeString(file, "{\"a.js\": \"a-1.js\"}");
      assertEquals(Optional.of("a-1.js"), manifest.current().published("a.js"));
      Files.writeString(file, "{\"a.js\": \"a-12.js\"}");
      assertEquals(Optional.of("a-12.js"), manifest.current().published("a.js"));
    }
  }

  @Test
  void read_wrongNamesTheResource() throws IOException {
    Files.writeString(folder.resolve("stats.json"), "[]");
    try (URLClassLoader loader = loader(folder)) {
      assertEquals(
          "classpath:stats.json is not a manifest that can be read: the whole document is a list, not"
              + " an object of names and files; `webpack --json=stats.json` writes one",
          assertThrows(IllegalArgumentException.class, () -> Manifests.read("stats.json", loader))
              .getMessage());
    }
  }

  @Test
  void read_null() {
    assertEquals(
        "file", assertThrows(NullPointerException.class, () -> Manifests.read(null)).getMessage());
    assertEquals(
        "loader",
        assertThrows(NullPointerException.class, () -> Manifests.read("a", null)).getMessage());
  }

  private static URLClassLoader loader(Path place) throws IOException {
    return new URLClassLoader(new URL[] {place.toUri().toURL()}, null);
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
