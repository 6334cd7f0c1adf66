package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of archive entries: a version where they tell one build from another, else none. */
final class ClasspathAssetTest {
  private static final String REFUSED =
      "its source gives 'a.js' no time that changes with it; use contentHash()";
  private static final Instant MORNING = Instant.parse("2020-01-01T08:00:00Z");
  private static final Instant EVENING = Instant.parse("2020-01-01T18:00:00Z");

  @TempDir Path site;
  @RegisterExtension private final CapturedLog log = new CapturedLog();

  private URLClassLoader loader(Archive archive) throws IOException {
    return new URLClassLoader(
        new URL[] {archive.write(site.resolve("app.jar")).toUri().toURL()}, null);
  }

  private static Autoversion.Builder builder(ClassLoader loader) {
    return ManualTime.later().builder().classpath("/c", "static", loader);
  }

  private static Autoversion dated(ClassLoader loader) {
    return builder(loader).version(VersionStrategy.lastModified()).build();
  }

  private void assertRefused(Archive archive) throws IOException {
    try (URLClassLoader loader = loader(archive)) {
      Autoversion autoversion = dated(loader);
      assertEquals("/c/a.js", autoversion.url("/c/a.js"));
      assertEquals("/c/a.js?x", autoversion.url("/c/a.js?x"));
      assertEquals(REFUSED, autoversion.explain("/c/a.js").reason().orElseThrow());
      assertEquals(List.of("WARNING '/c/a.js' stays unversioned: " + REFUSED), log.lines());
      assertEquals("/c/a.js?v=7692c3ad3540", builder(loader).build().url("/c/a.js"));
    }
  }

  @Test
  void lastModified_timesThatDiffer() throws IOException {
    Archive archive =
        new Archive().file("static/a.js", "one", MORNING).file("static/b.js", "two", EVENING);
    try (URLClassLoader loader = loader(archive)) {
      Autoversion autoversion = dated(loader);
      assertEquals("/c/a.js?v=1577865600.0", autoversion.url("/c/a.js"));
      assertEquals("/c/b.js?v=1577901600.0", autoversion.url("/c/b.js"));
      assertEquals(List.of(), log.lines());
    }
  }

  @Test
  void lastModified_onlyEntry() throws IOException {
    Archive archive = new Archive().file("static/a.js", "one", MORNING);
    try (URLClassLoader loader = loader(archive)) {
      assertEquals("/c/a.js?v=1577865600.0", dated(loader).url("/c/a.js"));
    }
  }

  @Test
  void lastModified_reproducibleArchive() throws IOException {
    assertRefused(
        new Archive()
            .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n", MORNING)
            .file("static/a.js", "one", MORNING)
            .file("static/b.js", "two", MORNING));
  }

  /** What image builders and Gradle write for "no time", beside an entry that has one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1970-01-01T00:00:01Z",
        "1980-01-01T00:00:00Z",
        "1980-01-01T12:00:00Z",
        "1980-02-01T00:00:00Z",
        "1980-02-02T00:00:00Z"
      })
  void lastModified_noTime(String time) throws IOException {
    assertRefused(
        new Archive()
            .file("static/a.js", "one", Instant.parse(time))
            .file("static/b.js", "two", MORNING));
  }

  @Test
  void lastModified_oldestThatCounts() throws IOException {
    Archive archive =
        new Archive().file("static/a.js", "one", Instant.parse("1980-02-02T00:00:01Z"));
    try (URLClassLoader loader = loader(archive)) {
      assertEquals("/c/a.js?v=318297601.0", dated(loader).url("/c/a.js"));
    }
  }

  @Test
  void lastModified_folder() throws IOException {
    Path classes =
        new Archive()
            .file("static/a.js", "one")
            .file("static/b.js", "two")
            .explode(Files.createDirectory(site.resolve("classes")));
    for (String name : List.of("static/a.js", "static/b.js")) {
      Files.setLastModifiedTime(classes.resolve(name), FileTime.from(MORNING));
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      assertEquals("/c/a.js?v=1577865600.0", dated(loader).url("/c/a.js"));
    }
  }

  @Test
  void contentHash_sameTimesOtherBytes() throws IOException {
    try (URLClassLoader loader = loader(new Archive().file("static/a.js", "one", MORNING))) {
      assertEquals("/c/a.js?v=7692c3ad3540", builder(loader).build().url("/c/a.js"));
    }
    try (URLClassLoader loader = loader(new Archive().file("static/a.js", "two", MORNING))) {
      assertEquals("/c/a.js?v=3fc4ccfe7458", builder(loader).build().url("/c/a.js"));
    }
  }

  @Test
  void asset_sizeAndTime() throws IOException {
    try (URLClassLoader loader = loader(new Archive().file("static/a.js", "three", EVENING))) {
      Asset asset =
          AssetSource.classpath("static", loader)
              .find(LogicalPath.of("a.js").orElseThrow())
              .orElseThrow();
      assertEquals("a.js", asset.path().value());
      assertEquals(5, asset.size());
      assertEquals(EVENING, asset.lastModified().toInstant());
      assertTrue(asset.file().isEmpty());
    }
  }

  /** The handle that a warm-up reads an archive through is closed; what is large is read again. */
  @Test
  void open_afterAWarmUp() throws Exception {
    String large = "0123456789abcdef".repeat(200_000);
    try (URLClassLoader loader = loader(new Archive().file("static/a.bin", large))) {
      Autoversion autoversion = builder(loader).recheckNever().build();
      autoversion.warmUp();
      Sent sent = Sent.of(autoversion, Asked.get("/c/a.bin?v=69cc92e41a3c"));
      assertEquals(large, new String(sent.bytes(), StandardCharsets.UTF_8));
    }
  }

  /** An entry of a jar in a jar may not tell how large it is. */
  @Test
  void size_entryWithout() throws IOException {
    Path jar =
        new Archive()
            .file("static/a.js", "three")
            .file("static/empty.js", "")
            .write(site.resolve("app.jar"));
    try (OpenArchive archive = new OpenArchive(new JarFile(jar.toFile()))) {
      assertEquals(5, size(archive, "static/a.js"));
      assertEquals(0, size(archive, "static/empty.js"));
    }
  }

  private static long size(OpenArchive archive, String name) throws IOException {
    LogicalPath path = LogicalPath.of(name).orElseThrow();
    return new ArchiveEntry(path, archive, new ZipEntry(name), Stamp.ofIdentity(name)).size();
  }
}
