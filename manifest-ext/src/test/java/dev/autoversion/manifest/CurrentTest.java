package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.autoversion.CapturedLog;
import dev.autoversion.Manifest;
import dev.autoversion.TextFile;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manifest that changes is read again, whole or not at all. */
class CurrentTest {
  @TempDir Path folder;

  @Test
  void current_unchangedIsItself() throws IOException {
    Path file = write("manifest.json", "{\"a.js\": \"a-1.js\"}");
    Manifest manifest = Manifests.read(file);
    assertSame(manifest, manifest.current());
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-02T03:04:05Z")));
    assertSame(manifest, manifest.current());
    assertSame(manifest, manifest.current());
  }

  @Test
  void current_changed() throws IOException {
    Path file = write("manifest.json", "{\"a.js\": \"a-1.js\"}");
    Manifest manifest = Manifests.read(file);
    write("manifest.json", "{\"a.js\": \"a-2.js\", \"b.js\": \"b-1.js\"}");
    Manifest now = manifest.current();
    assertNotSame(manifest, now);
    assertEquals(Optional.of("a-2.js"), now.published("a.js"));
    assertEquals(Optional.of("a-1.js"), manifest.published("a.js"));
    assertEquals(Optional.empty(), manifest.published("b.js"));
    assertSame(now, now.current());
    assertSame(now, manifest.current());
  }

  @Test
  void current_changedWithinOneTickOfTheClock() throws IOException {
    Instant now = Instant.parse("2026-01-02T03:04:05Z");
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = memory.getPath("/manifest.json");
      FileTime tick = FileTime.from(now.minusMillis(1_999));
      Files.setLastModifiedTime(Files.writeString(file, "{\"a.js\": \"a-1.js\"}"), tick);
      Manifest manifest = LatestManifest.read(Location.OfPath.of(file), InstantSource.fixed(now));
      Files.setLastModifiedTime(Files.writeString(file, "{\"a.js\": \"a-2.js\"}"), tick);
      assertEquals(Optional.of("a-2.js"), manifest.current().published("a.js"));
    }
  }

  @Test
  void current_settledIsNotReadAgain() throws IOException {
    Instant now = Instant.parse("2026-01-02T03:04:05Z");
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = memory.getPath("/manifest.json");
      FileTime settled = FileTime.from(now.minusSeconds(2));
      Files.setLastModifiedTime(Files.writeString(file, "{\"a.js\": \"a-1.js\"}"), settled);
      Manifest manifest = LatestManifest.read(Location.OfPath.of(file), InstantSource.fixed(now));
      Files.setLastModifiedTime(Files.writeString(file, "{\"a.js\": \"a-2.js\"}"), settled);
      // Size, time and key are the same, which no disk with a ctime shows.
      assertSame(manifest, manifest.current());
    }
  }

  @Test
  void current_halfWrittenThenWhole() throws IOException {
    Path file = write("manifest.json", "{\"a.js\": \"a-1.js\"}");
    Manifest manifest = Manifests.read(file);
    write("manifest.json", "{\"a.js\": \"a-2.js\", ");
    IOException broken = assertThrows(IOException.class, manifest::current);
    assertEquals(
        file
            + " is not a manifest that can be read: it is cut off, at line 1, column 20;"
            + " `vite build` with `build: { manifest: true }`, or your bundler with its manifest"
            + " plugin, writes one",
        broken.getMessage());
    write("manifest.json", "{\"a.js\": \"a-2.js\"}");
    assertEquals(Optional.of("a-2.js"), manifest.current().published("a.js"));
  }

  @Test
  void current_goneAndBack() throws IOException {
    Path file = write("manifest.json", "{\"a.js\": \"a-1.js\"}");
    Manifest manifest = Manifests.read(file);
    Files.delete(file);
    IOException gone = assertThrows(IOException.class, manifest::current);
    assertEquals(file + " is gone", gone.getMessage());
    write("manifest.json", "{\"a.js\": \"a-2.js\"}");
    assertEquals(Optional.of("a-2.js"), manifest.current().published("a.js"));
  }

  @Test
  void read_notThereYet() throws IOException {
    try (CapturedLog log = CapturedLog.open()) {
      Path file = folder.resolve("build/.vite/manifest.json");
      Manifest manifest = Manifests.read(file);
      assertEquals("manifest " + file + " (not there yet)", manifest.toString());
      assertEquals(Optional.empty(), manifest.published("a.js"));
      assertEquals(0, manifest.files().count());
      assertSame(manifest, manifest.current());
      assertEquals(
          List.of(
              "WARNING no manifest at "
                  + file
                  + " yet, so its mount publishes nothing; `vite build` with"
                  + " `build: { manifest: true }` writes it, and it will then be found"),
          log.lines());
      write("build/.vite/manifest.json", "{\"a.js\": {\"file\": \"a-1.js\"}}");
      Manifest now = manifest.current();
      assertEquals("manifest " + file + " (Vite)", now.toString());
      // What was mounted is this one, and it names itself in messages.
      assertEquals("manifest " + file + " (Vite)", manifest.toString());
      assertEquals(Optional.of("a-1.js"), now.published("a.js"));
    }
  }

  /** As with a folder that may not be entered: no build mends it. */
  @Test
  void read_canNotBeLookedAt() throws IOException {
    Path file = folder.resolve("manifest.json");
    Files.createSymbolicLink(file, file); // A circle.
    String message =
        assertThrows(IllegalArgumentException.class, () -> Manifests.read(file)).getMessage();
    assertTrue(message.startsWith(file + " can't be accessed: "), message);
  }

  @Test
  void read_folderThatIsNotThereYet() throws IOException {
    try (CapturedLog log = CapturedLog.open()) {
      Path build = folder.resolve("build");
      Manifest manifest = Manifests.read(build);
      assertEquals(1, log.lines().size());
      Files.createDirectory(build);
      assertSame(manifest, manifest.current());
      write("build/mix-manifest.json", "{\"/a.js\": \"/a.js?id=1\"}");
      assertEquals(Optional.of("/a.js?id=1"), manifest.current().published("a.js"));
    }
  }

  @Test
  void read_folderPrefersTheFileOfOneTool() throws IOException {
    write("manifest.json", "{\"name\": \"Shop\", \"icons\": []}");
    write("rev-manifest.json", "{\"a.js\": \"a-1.js\"}");
    assertEquals(Optional.of("a-1.js"), Manifests.read(folder).published("a.js"));
    write(".vite/manifest.json", "{\"a.js\": {\"file\": \"a-2.js\"}}");
    assertEquals(Optional.of("a-2.js"), Manifests.read(folder).published("a.js"));
  }

  /** Where vite-plugin-symfony writes both since its release 6. */
  @Test
  void read_folderOfVitePluginSymfony() throws IOException {
    write(".vite/entrypoints.json", Samples.text("vite-plugin-symfony-8.2.4/entrypoints.json"));
    write(".vite/manifest.json", Samples.text("vite-plugin-symfony-8.2.4/manifest.json"));
    Manifest manifest = Manifests.read(folder);
    assertEquals(Optional.of("/build/assets/main-CQT5Ipun.js"), manifest.published("main"));
    assertEquals(
        Optional.of("assets/leaf-D5EqJ8WM.png"), manifest.published("src/images/leaf.png"));
  }

  @Test
  void read_newestOfSprockets() throws IOException {
    String manifest = "{\"files\": {\"%s\": {}}, \"assets\": {\"a.js\": \"%s\"}}";
    Path one = write(".sprockets-manifest-1.json", manifest.formatted("a-1.js", "a-1.js"));
    Path two = write(".sprockets-manifest-2.json", manifest.formatted("a-2.js", "a-2.js"));
    Files.setLastModifiedTime(one, FileTime.from(Instant.parse("2026-01-02T03:04:06Z")));
    Files.setLastModifiedTime(two, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
    Manifest first = Manifests.read(folder);
    assertEquals(Optional.of("a-1.js"), first.published("a.js"));
    Files.setLastModifiedTime(two, FileTime.from(Instant.parse("2026-01-02T03:04:07Z")));
    assertEquals(Optional.of("a-2.js"), first.current().published("a.js"));
  }

  @Test
  void current_companionComesAndGoes() throws IOException {
    Path file = write("manifest.json", "{\"a.js\": {\"file\": \"a-1.js\"}}");
    Manifest manifest = Manifests.read(file);
    assertEquals(Optional.empty(), manifest.published("b.png"));
    Path beside = write("manifest-assets.json", "{\"b.png\": {\"file\": \"b-1.png\"}}");
    Manifest both = manifest.current();
    assertEquals(Optional.of("b-1.png"), both.published("b.png"));
    assertEquals("manifest " + file + " (Vite) and " + beside + " (Vite)", both.toString());
    Files.delete(beside);
    assertEquals(Optional.empty(), both.current().published("b.png"));
  }

  @Test
  void current_pipeIsNotOpened() throws IOException, InterruptedException {
    Path pipe = folder.resolve("manifest.json");
    int made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    assertEquals(0, made);
    String message =
        assertThrows(IllegalArgumentException.class, () -> Manifests.read(pipe)).getMessage();
    assertTrue(message.contains("it is not a regular file"), message);
  }

  @Test
  void servedAt_keepsTheFormat() throws IOException {
    Manifest manifest =
        Manifests.read(write("manifest.json", "{\"a.js\": \"a-1.js\"}"))
            .servedAt("https://cdn.example/x");
    assertEquals("https://cdn.example/x/", manifest.base());
    write("manifest.json", "{\"a.js\": \"a-2.js\", \"b\": \"c\"}");
    Manifest now = manifest.current();
    assertEquals("https://cdn.example/x/", now.base());
    assertEquals(Optional.of("a-2.js"), now.published("a.js"));
  }

  /** Two keys of one edition always agree, whenever a reader comes. */
  @Test
  void current_swappedUnderReaders() throws Exception {
    Path file = write("manifest.json", edition(0));
    Manifest manifest = Manifests.read(file);
    ExecutorService readers = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> seen =
          Stream.generate(() -> readers.submit(reader(manifest))).limit(4).toList();
      for (int i = 1; i <= 200; i++) {
        Path next = Files.writeString(folder.resolve("next"), edition(i));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      }
      write("done", "");
      for (Future<Integer> last : seen) {
        assertTrue(last.get() > 0);
      }
      assertEquals(Optional.of("a-200.js"), manifest.current().published("a.js"));
    } finally {
      readers.shutdownNow();
    }
  }

  private Callable<Integer> reader(Manifest manifest) {
    return () -> {
      int looks = 0;
      while (!Files.exists(folder.resolve("done"))) {
        Manifest now = currentOr(manifest);
        String first = now.published("a.js").orElseThrow();
        String last = now.published("z.js").orElseThrow();
        assertEquals(first.substring(1), last.substring(1));
        looks++;
      }
      return looks;
    };
  }

  /** Who finds it swapped again and again goes on with what he has. */
  private static Manifest currentOr(Manifest last) {
    try {
      return last.current();
    } catch (IOException e) {
      assertTrue(e.getMessage().endsWith(" is being written"), e::getMessage);
      return last;
    }
  }

  private static String edition(int i) {
    return "{\"a.js\": \"a-%d.js\", %s \"z.js\": \"z-%d.js\"}"
        .formatted(i, "\"x\": \"y\",".replace("y", "y".repeat(2_000)), i);
  }

  private Path write(String name, String text) throws IOException {
    return TextFile.write(folder.resolve(name), text);
  }
}
