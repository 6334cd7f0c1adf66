package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Someone has deleted the manifest, but not the copies beside the assets. */
class LostManifestTest {
  private static final String TEXT = " /* the same again */ ".repeat(100);

  @TempDir Path target;
  private Tree site;
  private Path folder;

  @BeforeEach
  void writeSite() throws IOException {
    site = new Tree(target);
    site.write("static/a.css", "i { background: url(x.png) }" + TEXT).write("static/x.png", "png");
    site.write("static/app.js", "two" + TEXT);
    folder = target.resolve("static");
  }

  private Fingerprint gzip() {
    return Fingerprint.of(folder).prefix("/static").codings(ContentCoding.GZIP);
  }

  @Test
  void run_copiesAndCodings_areNoSources() throws IOException {
    gzip().run();
    List<String> names = new Tree(folder).names();
    assertEquals(8, names.size(), names.toString());
    Files.delete(target.resolve("META-INF/autoversion/manifest.json"));
    assertEquals(
        List.of("a.css", "app.js", "x.png"),
        gzip().run().assets().stream().map(FingerprintedAsset::path).toList());
    assertEquals(names, new Tree(folder).names());
    assertTrue(gzip().run().isUpToDate());
  }

  @Test
  void run_codingsOfEarlierCopies_areNoSources() throws IOException {
    gzip().run();
    site.write("static/app.js", "three" + TEXT);
    gzip().run();
    new Tree(target)
        .names().stream()
            .filter(name -> name.startsWith("META-INF"))
            .forEach(name -> assertTrue(target.resolve(name).toFile().delete(), name));
    List<String> names = new Tree(folder).names();
    assertEquals(3, gzip().run().assets().size());
    assertEquals(names, new Tree(folder).names());
  }

  /** A bundler's own files, whose names have no version. */
  @Test
  void run_codingsOfAssets_areSources() throws IOException {
    site.write("static/app.js.gz", "a bundler's").write("static/app-main.js", "two");
    site.write("static/app-main.js.gz", "a bundler's");
    assertEquals(
        List.of("a.css", "app-main.js", "app-main.js.gz", "app.js", "app.js.gz", "x.png"),
        gzip().run().assets().stream().map(FingerprintedAsset::path).toList());
  }

  /** With a folder of their own, no copies lie among the sources, whatever these are called. */
  @Test
  void run_intoAnotherFolder_allAreSources() throws IOException {
    site.write("static/app-0123456789ab.js", "one").write("static/app-0123456789ab.js.gz", "two");
    assertEquals(
        List.of("a.css", "app-0123456789ab.js", "app-0123456789ab.js.gz", "app.js", "x.png"),
        gzip().output(target.resolve("out")).run().assets().stream()
            .map(FingerprintedAsset::path)
            .toList());
  }

  @Test
  void run_otherFileUnderTheNameOfAStylesheetsCopy_isNamed() throws IOException {
    String copy = gzip().dryRun().run().assets().get(0).file();
    site.write("static/" + copy, "i { }");
    IOException e = assertThrows(IOException.class, () -> gzip().run());
    assertEquals(
        folder.resolve(copy)
            + ": a file with a copy's name is there already, but it has other bytes, and no"
            + " manifest lists it; move or delete it",
        e.getMessage());
  }

  /** The reference to it stays as it is; what it leads to is of that name for ever. */
  @Test
  void run_copyOfAStylesheetThatIsReferredTo_isNoSource() throws IOException {
    String copy = gzip().run().assets().get(0).file();
    Files.delete(target.resolve("META-INF/autoversion/manifest.json"));
    site.write("static/Z.css", "@import '" + copy + "';");
    List<FingerprintedAsset> assets = gzip().threads(1).run().assets();
    assertEquals(
        List.of("Z.css", "a.css", "app.js", "x.png"),
        assets.stream().map(FingerprintedAsset::path).toList());
    assertEquals("@import '" + copy + "';", site.read("static/" + assets.get(0).file()));
    assertEquals(copy, assets.get(1).file());
  }
}
