package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.CapturedLog;
import dev.autoversion.Manifest;
import dev.autoversion.TextFile;
import dev.autoversion.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifest of our own build has a part for each mount. */
class FingerprintsTest {
  private static final String SAMPLE = "autoversion-0.1.0/manifest.json";
  private static final String INTEGRITY =
      "sha384-vk/q+vwIwdgLYGXwmbbgiynsW813eVi8Shsutxfn4QDl6IwyN6MHzqg5uYj1/3h/";

  @TempDir Path folder;

  @Test
  void mountedAt_theMountsPart() {
    Manifest whole = Samples.read(SAMPLE);
    assertEquals("manifest " + Samples.path(SAMPLE) + " (autoversion)", whole.toString());
    assertEquals(Set.of("/static", "/"), whole.mounts());
    Manifest part = whole.mountedAt("/static");
    assertEquals(whole.toString(), part.toString());
    assertEquals(Optional.of("js/app-73c94f24cbbd.js"), part.published("js/app.js"));
    assertEquals(Optional.of("js/app-73c94f24cbbd.js"), part.published("/js/app.js"));
    assertEquals(List.of("js/app.js", "css/a.css"), part.names().toList());
    assertEquals(
        List.of("js/app-73c94f24cbbd.js", "css/a-0123456789ab.css"), part.files().toList());
    assertEquals(
        Optional.of("robots-3fc4ccfe7458.txt"), whole.mountedAt("/").published("robots.txt"));
    assertEquals(Optional.empty(), part.published("robots.txt"));
    assertEquals(Optional.empty(), part.entry("js/app.js"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"js/app.js", "js/app-73c94f24cbbd.js"})
  void copy_byNameAndByFile(String name) {
    Manifest part = Samples.read(SAMPLE).mountedAt("/static/");
    assertEquals(
        Optional.of(
            new Manifest.Copy(
                "js/app.js",
                new Version("73c94f24cbbd"),
                INTEGRITY,
                1800,
                Map.of("br", 20L, "gzip", 41L),
                List.of())),
        part.copy(name));
    assertEquals(Optional.of(INTEGRITY), part.integrity(name));
    assertEquals(List.of("img/a.png"), part.copy("css/a.css").orElseThrow().covers());
  }

  @Test
  void builder_takesThePart() throws IOException {
    Autoversion autoversion =
        Autoversion.builder()
            .manifest("/static", Samples.read(SAMPLE), AssetSource.directory(folder))
            .build();
    assertEquals("/static/js/app-73c94f24cbbd.js", autoversion.url("/static/js/app.js"));
    assertEquals("/static/robots.txt", autoversion.url("/static/robots.txt"));
  }

  /** A mount's prefix counts encoded or not, in whichever form the build was told it. */
  @ParameterizedTest
  @CsvSource({"/a b, /a%20b", "/a%20b, /a b", "/a%20b, /a%20b/", "/ü, /%c3%bc"})
  void builder_takesThePartInAnySpelling(String built, String mounted) throws IOException {
    Path file =
        write(
            "{\"autoversion\": 1, \"mounts\": {\"/other\": {}, \""
                + built
                + "\": {"
                + asset("a.js", "a-1.js")
                + "}}}");
    Autoversion autoversion = Autoversion.builder().manifest(mounted, Manifests.read(file)).build();
    String at = mounted.replaceFirst("/$", "");
    assertEquals(at + "/a-1.js", autoversion.url(at + "/a.js"));
  }

  @Test
  void mountedAt_anotherIsRefused() {
    Manifest whole = Samples.read(SAMPLE);
    assertEquals(
        whole
            + " has no part for the mount at '/assets', only for '/' and '/static'; mount it there,"
            + " or build it with `--prefix /assets`",
        assertThrows(
                IllegalArgumentException.class,
                () -> Autoversion.builder().manifest("/assets", whole))
            .getMessage());
  }

  @Test
  void otherFormats_areAllForOneMount() {
    Manifest vite = Samples.read("vite-8.3.8/manifest.json");
    assertEquals(Set.of(), vite.mounts());
    assertSame(vite, vite.mountedAt("/build"));
  }

  @Test
  void current_changesWithTheFile() throws IOException {
    Path file =
        write("{\"autoversion\": 1, \"mounts\": {\"/s\": {" + asset("a.js", "a-1.js") + "}}}");
    Manifest part = Manifests.read(file).mountedAt("/s");
    assertSame(part, part.current());
    write("{\"autoversion\": 1, \"mounts\": {\"/s\": {" + asset("a.js", "a-22.js") + "}}}");
    Manifest now = part.current();
    assertEquals(Optional.of("a-22.js"), now.published("a.js"));
    assertEquals(Optional.of("a-1.js"), part.published("a.js"));
    assertSame(now, part.current());
    write("{\"autoversion\": 1, \"mounts\": {\"/other\": {}}}");
    assertTrue(
        assertThrows(IOException.class, part::current)
            .getMessage()
            .contains("has no part for the mount at '/s', only for '/other'"));
    write("{\"a.js\": \"a-3.js\"}");
    assertEquals(Optional.of("a-3.js"), part.current().published("a.js"));
  }

  @ParameterizedTest
  @CsvSource({"/a b, /a%20b", "/a%20b, /a b"})
  void current_appears_inAnotherSpelling(String built, String mounted) throws IOException {
    Manifest part =
        Manifests.read(folder.resolve("META-INF/autoversion/manifest.json")).mountedAt(mounted);
    for (String prefix : List.of(built, mounted, built)) {
      String file = "a-" + prefix.length() + ".js";
      write(
          "{\"autoversion\": 1, \"mounts\": {\"" + prefix + "\": {" + asset("a.js", file) + "}}}");
      assertEquals(Optional.of(file), part.current().published("a.js"));
    }
  }

  @Test
  void current_appears() throws IOException {
    Path file = folder.resolve("META-INF/autoversion/manifest.json");
    try (CapturedLog log = CapturedLog.open()) {
      Manifest part = Manifests.read(file).mountedAt("/s");
      assertEquals(
          List.of(
              "WARNING no manifest at "
                  + file
                  + " yet, so its mount publishes nothing; `mvn autoversion:fingerprint`"
                  + " writes it, and it will then be found"),
          log.lines());
      assertEquals(Optional.empty(), part.published("a.js"));
      assertSame(part, part.current());
      write("{\"autoversion\": 1, \"mounts\": {\"/s\": {" + asset("a.js", "a-1.js") + "}}}");
      assertEquals(Optional.of("a-1.js"), part.current().published("a.js"));
      assertSame(part.current(), part.current());
    }
  }

  @Test
  void read_folder() throws IOException {
    write("{\"autoversion\": 1, \"mounts\": {\"/s\": {" + asset("a.js", "a-1.js") + "}}}");
    assertEquals(Optional.of("a-1.js"), Manifests.read(folder).mountedAt("/s").published("a.js"));
  }

  @Test
  void read_unknownMembersAreSkipped() throws IOException {
    Path file =
        write(
            "{\"autoversion\": 1, \"made\": [1.5], \"mounts\": {\"/s/\": {\"a.js\": {\"file\": \"a-1.js\","
                + " \"version\": \"1\", \"integrity\": \"sha384-x\", \"size\": 0, \"etag\": {}}}}}");
    Manifest.Copy copy = Manifests.read(file).mountedAt("/s").copy("a.js").orElseThrow();
    assertEquals(
        new Manifest.Copy("a.js", new Version("1"), "sha384-x", 0, Map.of(), List.of()), copy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"autoversion": 2, "mounts": {}}   | it is in version 2 of the manifest format, but this release reads version 1; use the same release of autoversion-fingerprint and autoversion-manifest-ext
          {"autoversion": 1}                 | 'mounts' is missing
          {"autoversion": 1, "mounts": []}   | 'mounts' is a list, not an object
          {"autoversion": 1, "mounts": {"s": {}}} | 'mounts' › 's' is not the prefix of a mount, which starts with a slash
          {"autoversion": 1, "mounts": {"/s": {}, "/s/": {}}} | 'mounts' › '/s/' is there twice, with and without a slash at its end
          {"autoversion": 1, "mounts": {"/s": {"a": "b"}}} | 'mounts' › '/s' › 'a' is text, not an object
          {"autoversion": 1, "mounts": {"/s": {"a": {}}}} | 'mounts' › '/s' › 'a' › 'file' is missing
          {"autoversion": 1, "mounts": {"/s": {"a": {"file": "/b"}}}} | 'mounts' › '/s' › 'a' › 'file' is '/b', not a path below the mount
          {"autoversion": 1, "mounts": {"/s": {"a": {"file": "b"}}}} | 'mounts' › '/s' › 'a' › 'version' is missing
          {"autoversion": 1, "mounts": {"/s": {"a": {"file": "b", "version": "ä"}}}} | 'mounts' › '/s' › 'a' › 'version' is 'ä', not a version
          {"autoversion": 1, "mounts": {"/s": {"a": {"file": "b", "version": "1", "integrity": "sha256-x"}}}} | 'mounts' › '/s' › 'a' › 'integrity' is 'sha256-x', not 'sha384-…'
          {"autoversion": 1, "mounts": {"/s": {"a": {"file": "b", "version": "1", "integrity": "sha384-x", "size": "1"}}}} | 'mounts' › '/s' › 'a' › 'size' is text, not a whole number
          {"autoversion": 1, "mounts": {"/s": {"a": {"file": "b", "version": "1", "integrity": "sha384-x", "size": -1}}}} | 'mounts' › '/s' › 'a' › 'size' is -1, not a number of bytes
          {"autoversion": 1, "mounts": {"/s": {"a": {"file": "b", "version": "1", "integrity": "sha384-x", "size": 1234567890123456789}}}} | 'mounts' › '/s' › 'a' › 'size' is a number, not a whole number
          {"autoversion": 1, "mounts": {"/s": {"a": {"file": "b", "version": "1", "integrity": "sha384-x", "size": 1, "codings": {"br": true}}}}} | 'mounts' › '/s' › 'a' › 'codings' › 'br' is true, not a whole number
          {"autoversion": 1, "mounts": {"/s": {"a": {"file": "b", "version": "1", "integrity": "sha384-x", "size": 1, "covers": [1]}}}} | 'mounts' › '/s' › 'a' › 'covers' › '0' is a number, not text
          {"autoversion": 1, "mounts": {"/s": {"a.js":                       | it is cut off, at line 1, column 45
          """)
  void read_wrong(String document, String what) throws IOException {
    Path file = write(document);
    assertEquals(
        file
            + " is not a manifest that can be read: "
            + what
            + "; `mvn autoversion:fingerprint` writes one",
        assertThrows(IllegalArgumentException.class, () -> Manifests.read(file)).getMessage());
  }

  /** Under a name that says nothing, the document says whose it is. */
  @Test
  void read_wrongElsewhere() throws IOException {
    Path file = Files.writeString(folder.resolve("assets.json"), "{\"autoversion\": 1}");
    assertEquals(
        file
            + " is not a manifest that can be read: 'mounts' is missing;"
            + " `mvn autoversion:fingerprint` writes one",
        assertThrows(IllegalArgumentException.class, () -> Manifests.read(file)).getMessage());
  }

  @Test
  void read_fileThatClimbsCountsAsMissing() throws IOException {
    Path file =
        write("{\"autoversion\": 1, \"mounts\": {\"/s\": {" + asset("a.js", "../a-1.js") + "}}}");
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(Optional.empty(), Manifests.read(file).mountedAt("/s").published("a.js"));
      assertTrue(log.lines().get(0).contains("has a '.' or '..' segment"), log.lines()::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({"d:e.js, d:e-1.js", "http:/a.js, http:/a-1.js", "q?x.js, q?x-1.js"})
  void read_namesAreNoUrls(String name, String file) throws IOException {
    Path manifest =
        write("{\"autoversion\": 1, \"mounts\": {\"/s\": {" + asset(name, file) + "}}}");
    Manifest part = Manifests.read(manifest).mountedAt("/s");
    assertEquals(Optional.of(file), part.published(name));
    assertEquals(List.of(file), part.files().toList());
    assertEquals(name, part.copy(file).orElseThrow().name());
  }

  private static String asset(String name, String file) {
    return "\"%s\": {\"file\": \"%s\", \"version\": \"1\", \"integrity\": \"%s\", \"size\": 1}"
        .formatted(name, file, INTEGRITY);
  }

  private Path write(String document) throws IOException {
    return TextFile.write(folder.resolve("META-INF/autoversion/manifest.json"), document);
  }
}
