package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder that is served at several prefixes, or at another one than before. */
class SeveralPrefixesTest {
  @TempDir Path target;
  private Tree site;
  private Path folder;

  @BeforeEach
  void writeSite() throws IOException {
    site = new Tree(target);
    site.write("static/app.js", "two").write("static/a.css", "i { b: url(app.js) }");
    folder = target.resolve("static");
  }

  private Fingerprint at(String prefix) {
    return Fingerprint.of(folder).prefix(prefix).codings(ContentCoding.GZIP);
  }

  private List<String> assets(FingerprintReport report) {
    return report.assets().stream().map(FingerprintedAsset::path).toList();
  }

  @Test
  void run_anotherPrefixThanBefore_takesNoCopyForASource() throws IOException {
    at("/static").run();
    assertEquals(List.of("a.css", "app.js"), assets(at("/assets").run()));
    site.write("static/app.js", "three");
    at("/assets").run();
    assertEquals(List.of("a.css", "app.js"), assets(at("/static").run()));
    assertEquals(6, new Tree(folder).names().size());
  }

  /**
   * The manifest has one part for it, under its latest spelling; copies of both are one build's.
   */
  @Test
  void run_onePrefixInTwoSpellings_isOne() throws IOException {
    at("/a b").run();
    assertFalse(at("/a b").run().manifestChanged());
    site.write("static/app.js", "three");
    Path manifest = at("/a%20b").run().manifest();
    String text = Files.readString(manifest);
    assertTrue(text.contains("\"/a%20b\":") && !text.contains("\"/a b\":"), text);
    assertEquals(6, new Tree(folder).names().size());
    Cleaning.of(folder).prefix("/a b").keepBuilds(1).run();
    assertEquals(4, new Tree(folder).names().size());
  }

  /** One with a time in its name would make the archives of equal sources differ. */
  @Test
  void run_firstAtAnotherPrefix_keepsNoEarlierManifest() throws IOException {
    Tree manifests = new Tree(target.resolve("META-INF/autoversion"));
    at("/static").run();
    at("/assets").run();
    assertEquals(List.of("manifest.json"), manifests.names());
    site.write("static/app.js", "three");
    at("/static").run();
    at("/assets").run();
    assertEquals(3, manifests.names().size());
    Cleaning.of(folder).prefix("/static").keepBuilds(1).run();
    Cleaning.of(folder).prefix("/assets").keepBuilds(1).run();
    assertEquals(4, new Tree(folder).names().size());
  }

  @Test
  void clean_whatAnotherPrefixNamesNow_stays() throws IOException {
    at("/static").run();
    at("/assets").run();
    site.write("static/app.js", "three");
    at("/assets").run();
    Cleaning.of(folder).prefix("/assets").keepBuilds(1).run();
    assertEquals(6, new Tree(folder).names().size());
    at("/static").run();
    Cleaning.of(folder).prefix("/static").keepBuilds(1).run();
    assertEquals(4, new Tree(folder).names().size());
    assertEquals("three", Files.readString(folder.resolve("app.js")));
  }

  /** Someone has seen that the prefix was wrong, and has ended the run. */
  @Test
  void run_killedAtAnotherPrefix_itsCopiesAreNoSources() throws IOException {
    site.write("static/a.css", "i { b: url(/static/app.js) }");
    List<String> killed = at("/static").run().written();
    Path manifest = target.resolve("META-INF/autoversion/manifest.json");
    Files.delete(manifest);
    String noted = "/static\t" + String.join("\n/static\t", killed) + "\n";
    site.write("META-INF/autoversion/manifest.json.journal", noted);
    assertEquals(List.of("a.css", "app.js"), assets(at("/assets").dryRun().run()));
    assertEquals(List.of("a.css", "app.js"), assets(at("/assets").run()));
    at("/static").run();
    assertFalse(Files.exists(manifest.resolveSibling("manifest.json.journal")));
  }
}
