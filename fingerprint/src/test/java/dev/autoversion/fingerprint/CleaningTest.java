package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleaningTest {
  @TempDir Path target;
  private Tree site;
  private Path folder;
  private Path manifest;
  private final List<String> copies = new ArrayList<>();

  /** Four builds, a day apart; the last was current since yesterday. */
  @BeforeEach
  void build() throws IOException {
    site = new Tree(target);
    folder = Files.createDirectories(target.resolve("static"));
    manifest = target.resolve("META-INF/autoversion/manifest.json");
    site.write("static/same.js", "same");
    Instant now = Instant.now();
    for (int days = 4; days >= 1; days--) {
      site.write("static/app.js", ("let days = " + days + "; ").repeat(50));
      FingerprintReport report =
          Fingerprint.of(folder).prefix("/static").codings(ContentCoding.GZIP).run();
      copies.add(report.assets().get(0).file());
      Files.setLastModifiedTime(manifest, FileTime.from(now.minus(Duration.ofDays(days))));
    }
  }

  private Cleaning cleaning() {
    return Cleaning.of(folder).prefix("/static");
  }

  private List<String> there() {
    return copies.stream().filter(copy -> Files.exists(folder.resolve(copy))).toList();
  }

  @Test
  void keepBuilds_keepsThose() throws IOException {
    List<Path> earlier =
        new ManifestStore(manifest).earlier().stream().map(ManifestStore.Earlier::file).toList();
    CleaningReport report = cleaning().keepBuilds(2).run();
    assertEquals(copies.subList(2, 4), there());
    assertEquals(earlier.subList(1, 3), report.manifests());
    assertEquals(4, report.deleted().size(), report.toString());
    assertTrue(report.deleted().contains(copies.get(0) + ".gz"), report.toString());
    assertEquals(1, new ManifestStore(manifest).earlier().size());
    assertTrue(Files.exists(folder.resolve("app.js")));
    assertEquals(List.of(), cleaning().keepBuilds(2).run().deleted());
  }

  @Test
  void keepBuilds_threeByDefault() throws IOException {
    assertEquals(2, cleaning().run().deleted().size());
    assertEquals(copies.subList(1, 4), there());
  }

  @Test
  void keepDays_keepsWhatWasCurrentThen() throws IOException {
    // The build of three days ago was current until two days ago.
    cleaning().keepBuilds(1).keepDays(2).run();
    assertEquals(copies.subList(2, 4), there());
    cleaning().keepBuilds(1).keepDays(1).run();
    assertEquals(copies.subList(3, 4), there());
  }

  @Test
  void dryRun_deletesNothing() throws IOException {
    var before = site.contents();
    CleaningReport report = cleaning().keepBuilds(1).dryRun().run();
    assertEquals(6, report.deleted().size());
    assertTrue(report.bytes() > 2000, report.toString());
    assertEquals(before, site.contents());
  }

  /** It belongs to the next run, which is told by the journal. */
  @Test
  void run_whatAKilledRunHasNoted_stays() throws IOException {
    String noted = "/static\t" + copies.get(0) + "\n";
    site.write("META-INF/autoversion/manifest.json.journal", noted);
    List<String> gone = cleaning().keepBuilds(1).dryRun().run().deleted();
    assertFalse(gone.contains(copies.get(0)), gone.toString());
    assertEquals(gone, cleaning().keepBuilds(1).run().deleted());
    assertEquals(noted, site.read("META-INF/autoversion/manifest.json.journal"));
  }

  @Test
  void run_copyThatHasGone_isNotCounted() throws IOException {
    Files.delete(folder.resolve(copies.get(0)));
    List<String> deleted = cleaning().keepBuilds(2).run().deleted();
    assertEquals(3, deleted.size(), deleted.toString());
    assertFalse(deleted.contains(copies.get(0)), deleted.toString());
  }

  /** The manifests were lost for a while, so that an earlier copy was taken for an asset. */
  @Test
  void run_assetThatAnEarlierManifestNames_stays() throws IOException {
    site.write("static/a.css", "i { b: url(same.js) }");
    Fingerprint run = Fingerprint.of(folder).prefix("/static").codings();
    String copy = run.run().assets().get(0).file();
    site.write("static/a.css", "j { b: url(same.js) }");
    run.run();
    Path home = Files.move(manifest.getParent(), target.resolve("lost"));
    assertEquals(copy, run.run().assets().get(0).path());
    Path earlier = new ManifestStore(home.resolve("manifest.json")).earlier().get(0).file();
    Files.copy(earlier, manifest.resolveSibling(earlier.getFileName()));
    cleaning().keepBuilds(1).run();
    assertEquals("i { b: url(same-0967115f2813.js) }", site.read("static/" + copy));
  }

  @Test
  void run_whatIsCurrent_staysWhateverNamesIt() throws IOException {
    site.write("static/app.js", "let days = 4; ".repeat(50));
    Fingerprint.of(folder).prefix("/static").codings(ContentCoding.GZIP).run();
    cleaning().keepBuilds(1).run();
    assertEquals(copies.subList(0, 1), there());
    assertTrue(Files.exists(folder.resolve(copies.get(0) + ".gz")));
  }

  @Test
  void run_filesThatNoManifestLists_stay() throws IOException {
    site.write("static/app-000000000000.js", "mine").write("static/other-1.js", "mine");
    cleaning().keepBuilds(1).run();
    assertEquals("mine", site.read("static/app-000000000000.js"));
    assertEquals("mine", site.read("static/other-1.js"));
  }

  @Test
  void run_codingsThatOnlyEarlierBuildsName_goWhereTheirCopyStays() throws IOException {
    Fingerprint.of(folder).prefix("/static").codings().run();
    Path coded = folder.resolve(copies.get(3) + ".gz");
    assertTrue(Files.exists(coded));
    cleaning().keepBuilds(1).run();
    assertEquals(copies.subList(3, 4), there());
    assertFalse(Files.exists(coded));
  }

  /** Of a cleaning that had left it, or a run that was killed. */
  @Test
  void run_codingThatNoManifestNames_isNoSource() throws IOException {
    Fingerprint.of(folder).prefix("/static").codings().run();
    cleaning().keepBuilds(1).run();
    site.write("static/" + copies.get(3) + ".gz", "left");
    assertEquals(2, Fingerprint.of(folder).prefix("/static").codings().run().assets().size());
    FingerprintReport coded =
        Fingerprint.of(folder).prefix("/static").codings(ContentCoding.GZIP).run();
    assertEquals(List.of(copies.get(3) + ".gz"), coded.written());
  }

  @Test
  void run_anotherPrefix_keepsItsEarlierManifests() throws IOException {
    Path more = Files.createDirectories(target.resolve("more"));
    site.write("more/m.js", "one");
    Fingerprint.of(more).prefix("/more").codings().run();
    site.write("more/m.js", "two");
    Fingerprint.of(more).prefix("/more").codings().run();
    cleaning().keepBuilds(1).run();
    assertEquals(3, new Tree(more).names().size());
    Cleaning.of(more).prefix("/more").keepBuilds(1).run();
    assertEquals(List.of("m-3fc4ccfe7458.js", "m.js"), new Tree(more).names());
    assertTrue(Fingerprint.of(more).prefix("/more").codings().run().isUpToDate());
  }

  @Test
  void run_manifestsOfAnotherPrefixAlone_areNoBuilds() throws IOException {
    site.write("other/more/m.js", "one").write("other/static/s.js", "one");
    Fingerprint.of(target.resolve("other/more")).prefix("/more").codings().run();
    Path other = target.resolve("other/static");
    Fingerprint.of(other).prefix("/static").codings().run();
    Cleaning cleaning = Cleaning.of(other).prefix("/static").keepBuilds(1);
    assertEquals(List.of(), cleaning.run().manifests());
  }

  /** The earlier build names it by a link to its folder as well. */
  @Test
  void run_currentCopyWithTwoNames_stays() throws IOException {
    site.write("other/linked/real/a.js", "two");
    Path linked = target.resolve("other/linked");
    Files.createSymbolicLink(linked.resolve("link"), Path.of("real"));
    Fingerprint run = Fingerprint.of(linked).prefix("/static").codings();
    run.run();
    run.exclude("link").run();
    Cleaning.of(linked).prefix("/static").keepBuilds(1).run();
    assertEquals("two", site.read("other/linked/real/a-3fc4ccfe7458.js"));
  }

  @Test
  void run_hostileManifest_deletesNothingOutside() throws IOException {
    Path earlier = new ManifestStore(manifest).earlier().get(0).file();
    site.write("secret.txt", "secret");
    Files.writeString(
        earlier,
        "{\"autoversion\":1,\"mounts\":{\"/static\":{\"a\":{\"file\":\"../secret.txt\"}}}}");
    assertThrows(IOException.class, () -> cleaning().keepBuilds(1).run());
    assertEquals("secret", site.read("secret.txt"));
    assertEquals(4, there().size());
  }

  @Test
  void run_withoutAnything() throws IOException {
    Path empty = Files.createDirectories(target.resolve("other/empty"));
    assertEquals(List.of(), Cleaning.of(empty).run().deleted());
    assertFalse(Files.exists(target.resolve("other/META-INF/autoversion/manifest.json")));
  }
}
