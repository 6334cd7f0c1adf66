package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  @TempDir Path target;
  private Tree site;
  private Path folder;

  @BeforeEach
  void writeSite() throws IOException {
    folder = Files.createDirectories(target.resolve("static"));
    site = new Tree(target);
    site.write("static/js/app.js", "two"); // printf two | sha256sum
    site.write("static/img/x.png", "png");
    site.write("static/css/a.css", "i { background: url(../img/x.png) }");
  }

  private Fingerprint plain() {
    return Fingerprint.of(folder).prefix("/static").codings();
  }

  @Test
  void run_writesCopiesAndTheManifest() throws IOException {
    FingerprintReport report = plain().run();
    assertEquals(
        List.of(
            "META-INF/autoversion/manifest.json",
            "static/css/a-ad4f8bf58918.css",
            "static/css/a.css",
            "static/img/x-8f8cbb7dcf46.png",
            "static/img/x.png",
            "static/js/app-3fc4ccfe7458.js",
            "static/js/app.js"),
        site.names());
    assertEquals(
        """
        {"autoversion":1,"mounts":{"/static":{
        "css/a.css":{"file":"css/a-ad4f8bf58918.css","version":"ad4f8bf58918",\
        "integrity":"sha384-QkXfj08ey5nlgT0lyjiig3xU24UHhTg7hPp+WRUDu3wv58mz3qTxJnXiBHZ+juMG",\
        "size":48,"type":"text/css","covers":["img/x.png"]},
        "img/x.png":{"file":"img/x-8f8cbb7dcf46.png","version":"8f8cbb7dcf46",\
        "integrity":"sha384-tb0NaQnl/8hoBfJLZO6Xv09RrOTenDkoosW3JNeIi1+1kTqtoRJzLu8wYybpdpA+",\
        "size":3,"type":"image/png"},
        "js/app.js":{"file":"js/app-3fc4ccfe7458.js","version":"3fc4ccfe7458",\
        "integrity":"sha384-C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp",\
        "size":3,"type":"text/javascript"}}}}
        """,
        site.read("META-INF/autoversion/manifest.json"));
    assertEquals(
        List.of("css/a-ad4f8bf58918.css", "img/x-8f8cbb7dcf46.png", "js/app-3fc4ccfe7458.js"),
        report.written());
    assertEquals("two", site.read("static/js/app-3fc4ccfe7458.js"));
    assertEquals(
        "i { background: url(../img/x-8f8cbb7dcf46.png) }",
        site.read("static/css/a-ad4f8bf58918.css"));
  }

  @Test
  void run_againWritesNothing() throws IOException {
    plain().run();
    var before = site.contents();
    FingerprintReport again = plain().run();
    assertEquals(List.of(), again.written());
    assertTrue(again.isUpToDate());
    assertEquals(3, again.assets().size());
    assertEquals(before, site.contents());
  }

  @Test
  void run_filesThatAreOld_areNotReadAgain() throws IOException {
    makeOld();
    plain().run();
    // A stamp can't tell, so bytes that were swapped beneath it are not seen: nothing is read.
    FingerprintReport again = plain().run();
    assertTrue(again.isUpToDate());
    site.write("static/js/app.js", "owt");
    makeOld();
    assertEquals(List.of("js/app-cbdde0ca6618.js"), plain().run().written());
  }

  /** What a build wrote right before is settled: the run's own files are younger. */
  @Test
  void run_filesOlderThanTheRun_areStamped() throws IOException {
    waitUntilTheClockTicks();
    FingerprintReport report = plain().run();
    assertEquals(3, report.assets().size());
    for (FingerprintedAsset asset : report.assets()) {
      Path source = folder.resolve(asset.path());
      Path copy = folder.resolve(asset.file());
      SourceStamp now = SourceStamp.of(source, Moment.UNKNOWN);
      now = asset.path().endsWith(".css") ? now.ofReferrer(List.of()) : now;
      assertTrue(now.isOn(copy, asset.size()), asset.path());
    }
  }

  private void waitUntilTheClockTicks() throws IOException {
    Moment written = Moment.of(folder.resolve("css/a.css"));
    Path later = target.resolve("later");
    do {
      Files.writeString(later, "until the clock has ticked");
    } while (!Moment.of(later).isAfter(written));
  }

  /** Times set back do not hide an edit: the change time tells. */
  private void makeOld() throws IOException {
    for (String name : List.of("js/app.js", "img/x.png", "css/a.css")) {
      Files.setLastModifiedTime(folder.resolve(name), FileTime.fromMillis(499162500000L));
    }
  }

  @Test
  void run_editedImage_changesItsStylesheet() throws IOException {
    plain().run();
    site.write("static/img/x.png", "PNG");
    FingerprintReport report = plain().run();
    assertEquals(2, report.written().size(), report.written().toString());
    assertTrue(report.written().get(0).startsWith("css/a-"), report.written().toString());
    assertTrue(report.written().get(1).startsWith("img/x-"), report.written().toString());
    assertTrue(site.names().contains("static/css/a-ad4f8bf58918.css"), "what was stays");
    assertEquals(1, new ManifestStore(manifest()).earlier().size());
  }

  private Path manifest() {
    return target.resolve("META-INF/autoversion/manifest.json");
  }

  @Test
  void run_editTakenBack_findsTheFirstCopy() throws IOException {
    plain().run();
    site.write("static/js/app.js", "three");
    plain().run();
    site.write("static/js/app.js", "two");
    FingerprintReport report = plain().run();
    assertEquals(List.of(), report.written());
    assertTrue(report.manifestChanged());
    assertEquals(3, report.assets().size());
  }

  @Test
  void run_copiesOfEarlierBuilds_areNoSources() throws IOException {
    plain().run();
    site.write("static/js/app.js", "three");
    plain().run();
    site.write("static/js/app.js", "four");
    plain().run();
    assertEquals(3, plain().run().assets().size());
  }

  @Test
  void run_assetGone_leavesTheManifest() throws IOException {
    plain().run();
    Files.delete(folder.resolve("js/app.js"));
    FingerprintReport report = plain().run();
    assertTrue(report.manifestChanged());
    assertEquals(
        List.of("css/a.css", "img/x.png"),
        report.assets().stream().map(FingerprintedAsset::path).toList());
  }

  @Test
  void run_copyDamaged_isWrittenAgain() throws IOException {
    plain().run();
    site.write("static/js/app-3fc4ccfe7458.js", "t");
    assertEquals(List.of("js/app-3fc4ccfe7458.js"), plain().run().written());
    assertEquals("two", site.read("static/js/app-3fc4ccfe7458.js"));
  }

  @Test
  void run_foreignFileUnderTheName_isRefused() throws IOException {
    site.write("static/js/app-3fc4ccfe7458.js", "not ours");
    IOException e = assertThrows(IOException.class, () -> plain().run());
    assertTrue(e.getMessage().contains("app-3fc4ccfe7458.js"), e.getMessage());
    assertEquals("not ours", site.read("static/js/app-3fc4ccfe7458.js"));
    assertFalse(Files.exists(manifest()));
  }

  @Test
  void run_hiddenAndServerFiles_areNeverCopied() throws IOException {
    site.write("static/.env", "secret").write("static/.git/config", "secret");
    site.write("static/WEB-INF/web.xml", "secret").write("static/a.jsp", "secret");
    site.write("static/A.class", "secret").write("static/.well-known/x.txt", "public");
    assertEquals(
        List.of(".well-known/x.txt", "css/a.css", "img/x.png", "js/app.js"),
        plain().run().assets().stream().map(FingerprintedAsset::path).toList());
  }

  @Test
  void run_links_asTheDirectorySourceTreatsThem() throws IOException {
    site.write("elsewhere/secret.js", "secret");
    Files.createSymbolicLink(folder.resolve("out.js"), target.resolve("elsewhere/secret.js"));
    Files.createSymbolicLink(folder.resolve("outside"), target.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("in.js"), Path.of("js/app.js"));
    Files.createSymbolicLink(folder.resolve("gone.js"), Path.of("nothing"));
    plain().run();
    assertEquals("two", site.read("static/in-3fc4ccfe7458.js"));
    assertEquals(4, plain().run().assets().size());
  }

  /** Its assets are listed once, so its copies are beside them alone. */
  @Test
  void run_linkUpwards_referencesLeadToCopies() throws IOException {
    Files.createSymbolicLink(folder.resolve("again"), Path.of("."));
    site.write("static/css/a.css", "i { background: url(/static/again/img/x.png) }");
    Fingerprint elsewhere = plain().output(target.resolve("out/public"));
    assertEquals(
        "i { background: url(/static/again/img/x.png) }",
        site.read("out/public/" + first(elsewhere)));
    assertEquals(
        "i { background: url(/static/again/img/x-8f8cbb7dcf46.png) }",
        site.read("static/" + first(plain())));
  }

  @Test
  void run_excluded_isLeftAlone() throws IOException {
    site.write("static/sw.js", "worker");
    Fingerprint excluding = plain().exclude("sw.js").exclude("img/**");
    assertEquals(
        List.of("css/a.css", "js/app.js"),
        excluding.run().assets().stream().map(FingerprintedAsset::path).toList());
    assertTrue(excluding.run().isUpToDate());
    assertEquals("i { background: url(../img/x.png) }", site.read("static/" + first(excluding)));
  }

  @Test
  void run_missingReferenceExcluded_isMissingNoMore() throws IOException {
    site.write("static/css/a.css", "i { background: url(y.png) }");
    waitUntilTheClockTicks();
    MissingReference missing = new MissingReference("css/a.css", 1, "y.png");
    assertEquals(List.of(missing), plain().run().missing());
    assertEquals(List.of(), plain().exclude("css/y.png").run().missing());
    assertEquals(List.of(missing), plain().run().missing());
  }

  private static String first(Fingerprint run) throws IOException {
    return run.run().assets().get(0).file();
  }

  @Test
  void run_intoAnotherFolder() throws IOException {
    Fingerprint elsewhere = plain().output(target.resolve("out/public"));
    elsewhere.run();
    assertEquals(
        List.of(
            "META-INF/autoversion/manifest.json",
            "public/css/a-ad4f8bf58918.css",
            "public/img/x-8f8cbb7dcf46.png",
            "public/js/app-3fc4ccfe7458.js"),
        new Tree(target.resolve("out")).names());
    assertEquals(List.of("css/a.css", "img/x.png", "js/app.js"), new Tree(folder).names());
    assertTrue(elsewhere.run().isUpToDate());
  }

  @Test
  void run_otherPrefixesKeepTheirSection() throws IOException {
    Path more = Files.createDirectories(target.resolve("more"));
    site.write("more/m.js", "two");
    plain().run();
    Fingerprint other = Fingerprint.of(more).prefix("/more/").codings();
    other.run();
    String both = site.read("META-INF/autoversion/manifest.json");
    assertTrue(both.startsWith("{\"autoversion\":1,\"mounts\":{\"/more\":{\n\"m.js\""), both);
    assertTrue(both.contains("\"/static\":{\n\"css/a.css\""), both);
    assertTrue(plain().run().isUpToDate());
    assertTrue(other.run().isUpToDate());
  }

  @Test
  void run_equalTrees_giveEqualManifests() throws IOException {
    plain().manifest(target.resolve("one.json")).output(target.resolve("one")).run();
    plain().manifest(target.resolve("two.json")).output(target.resolve("two")).threads(1).run();
    assertEquals(site.read("one.json"), site.read("two.json"));
    assertTrue(site.read("one.json").contains("app-3fc4ccfe7458.js"));
  }

  @Test
  void run_missingReferences_areTold() throws IOException {
    site.write("static/css/b.css", "@import 'a.css';\n\ni { b: url(../img/y.png) }");
    site.write("static/css/c.css", "@import 'b.css';");
    List<MissingReference> missing = List.of(new MissingReference("css/b.css", 3, "../img/y.png"));
    assertEquals(missing, plain().run().missing());
    assertEquals(missing, plain().run().missing());
    assertEquals("css/b.css:3: no asset for '../img/y.png'", missing.get(0).toString());
  }

  @Test
  void run_missingAssetAppears_changesTheStylesheet() throws IOException {
    site.write("static/css/b.css", "i { b: url(y.png) }");
    plain().run();
    site.write("static/css/y.png", "y");
    assertEquals(
        List.of("css/b-", "css/y-"),
        plain().run().written().stream().map(name -> name.substring(0, 6)).toList());
  }

  @Test
  void run_emptyFolder() throws IOException {
    Path empty = Files.createDirectories(target.resolve("empty"));
    FingerprintReport report = Fingerprint.of(empty).run();
    assertEquals(List.of(), report.assets());
    assertTrue(Fingerprint.of(empty).run().isUpToDate());
  }

  @Test
  void dryRun_writesNothing() throws IOException {
    var before = site.contents();
    FingerprintReport report = plain().dryRun().run();
    assertEquals(before, site.contents());
    assertFalse(Files.exists(target.resolve("META-INF")));
    assertEquals(3, report.written().size());
    assertFalse(report.isUpToDate());
    plain().run();
    assertTrue(plain().dryRun().run().isUpToDate());
  }

  @Test
  void dryRun_codingsToBeTried_areNotUpToDate() throws IOException {
    plain().run();
    FingerprintReport report = Fingerprint.of(folder).prefix("/static").dryRun().run();
    assertEquals(6, report.toCode());
    assertFalse(report.isUpToDate());
  }

  @Test
  void run_largeFile_isCopiedAsItComes() throws IOException {
    byte[] large = new byte[3 << 20];
    Arrays.fill(large, (byte) 'x');
    site.write("static/large.bin", large);
    plain().run();
    // head -c 3145728 /dev/zero | tr '\\0' x | sha256sum
    assertEquals(3 << 20, Files.size(folder.resolve("large-3bea8a9a07c1.bin")));
    assertTrue(plain().run().isUpToDate());
  }

  /** With the manifest lost, a copy is told by its name, which is that of its own bytes. */
  @Test
  void run_manifestLost_copiesOfPlainAssetsAreNoSources() throws IOException {
    Files.delete(folder.resolve("css/a.css"));
    plain().run();
    site.write("static/js/app.js", "three");
    plain().run();
    try (Stream<Path> manifests = Files.list(manifest().getParent())) {
      for (Path each : manifests.toList()) {
        Files.delete(each);
      }
    }
    assertEquals(2, plain().run().assets().size());
    assertEquals(List.of(), plain().run().written());
  }
}
