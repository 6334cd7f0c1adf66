package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Manifests that all have one time: of image builders, or of a file system whose clock is coarse.
 */
class ManifestStoreTest {
  private static final FileTime ONE = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir Path target;
  private Tree site;
  private ManifestStore store;

  @BeforeEach
  void makeStore() {
    site = new Tree(target);
    store = new ManifestStore(target.resolve("META-INF/autoversion/manifest.json"));
  }

  private void replace(String manifest) throws IOException {
    store.replace(manifest.getBytes(StandardCharsets.UTF_8));
    Files.setLastModifiedTime(store.file(), ONE);
  }

  @Test
  void replace_equalTimes_keepsAll() throws IOException {
    site.write("META-INF/autoversion/manifest.json", "one");
    Files.setLastModifiedTime(store.file(), ONE);
    for (String manifest : List.of("two", "three", "four")) {
      replace(manifest);
    }
    assertEquals(
        List.of(
            "META-INF/autoversion/manifest-20200101T000000000Z.json",
            "META-INF/autoversion/manifest-20200101T000000001Z.json",
            "META-INF/autoversion/manifest-20200101T000000002Z.json",
            "META-INF/autoversion/manifest.json"),
        site.names());
    assertEquals("one", site.read("META-INF/autoversion/manifest-20200101T000000000Z.json"));
    assertEquals("two", site.read("META-INF/autoversion/manifest-20200101T000000001Z.json"));
    assertEquals("three", site.read("META-INF/autoversion/manifest-20200101T000000002Z.json"));
  }

  /** A run was killed after it had kept the manifest, before it put another one in its place. */
  @Test
  void replace_keptAlready_keepsItOnce() throws IOException {
    site.write("META-INF/autoversion/manifest.json", "one");
    site.write("META-INF/autoversion/manifest-20200101T000000000Z.json", "one");
    Files.setLastModifiedTime(store.file(), ONE);
    replace("two");
    assertEquals(
        List.of(
            "META-INF/autoversion/manifest-20200101T000000000Z.json",
            "META-INF/autoversion/manifest.json"),
        site.names());
  }

  @Test
  void run_manifestsOfOneTime_copiesAreNoSources() throws IOException {
    Path folder = target.resolve("static");
    site.write("static/a.css", "i { background: url(x.png) }").write("static/js/app.js", "two");
    Fingerprint run = Fingerprint.of(folder).prefix("/static").codings();
    for (String image : List.of("one", "two", "three", "four", "five")) {
      site.write("static/x.png", image);
      assertEquals(3, run.run().assets().size(), image);
      Files.setLastModifiedTime(store.file(), ONE);
    }
    assertEquals(4, store.earlier().size());
  }
}
