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

class PlacesTest {
  @TempDir Path target;
  private Path folder;

  @BeforeEach
  void writeSite() throws IOException {
    new Tree(target).write("static/app.js", "two").write("static/js/b.js", "three");
    folder = target.resolve("static");
  }

  private Fingerprint site() {
    return Fingerprint.of(folder).prefix("/static");
  }

  private static String refused(Runnable call) {
    return assertThrows(IllegalArgumentException.class, call::run).getMessage();
  }

  @Test
  void manifest_folder_isWrongUse() {
    assertEquals(
        "the manifest / is a folder; name a file in it",
        refused(() -> site().manifest(Path.of("/"))));
    assertEquals(
        "the manifest " + folder + " is a folder; name a file in it",
        refused(() -> Cleaning.of(folder).manifest(folder)));
    for (String told : new String[] {"/", ".", target.toString(), folder.toString()}) {
      assertEquals(
          2,
          FingerprintCommand.run(folder.toString(), "--prefix", "/static", "--manifest", told),
          told);
    }
  }

  /** A link is one more name of the folder, so what lies there are copies and codings. */
  @Test
  void output_linkToTheSources_isNone() throws IOException {
    new Tree(target).write("static/js/b.js", "three ".repeat(100));
    Files.createDirectories(target.resolve("links"));
    Path link = Files.createSymbolicLink(target.resolve("links/same"), folder);
    Fingerprint linked = site().output(link).codings(ContentCoding.GZIP);
    FingerprintReport report = linked.run();
    assertEquals(target.resolve("META-INF/autoversion/manifest.json"), report.manifest());
    assertEquals(3, report.written().size());
    assertEquals(2, linked.run().assets().size());
    assertEquals(5, new Tree(folder).names().size());
  }

  @Test
  void output_linkIntoTheSources_isRefused() throws IOException {
    Path into = Files.createSymbolicLink(target.resolve("into"), folder.resolve("js"));
    Path same = Files.createSymbolicLink(target.resolve("same"), folder);
    assertEquals(
        "the output folder "
            + into
            + " lies inside "
            + folder
            + ", so the copies would be taken for assets; choose a folder outside it",
        refused(() -> site().output(into)));
    refused(() -> site().output(into.resolve("not/there")));
    refused(() -> Fingerprint.of(same).output(folder.resolve("js")));
    refused(() -> Cleaning.of(folder).output(into));
    assertEquals(
        2,
        FingerprintCommand.run(
            folder.toString(), "--prefix", "/static", "--output", into.toString()));
  }

  @Test
  void output_linkElsewhere_isTaken() throws IOException {
    Path out = Files.createDirectories(target.resolve("out"));
    Path link = Files.createSymbolicLink(target.resolve("link"), out);
    assertEquals(2, site().output(link).run().written().size());
    assertEquals(List.of("app-3fc4ccfe7458.js", "js/b-8b5b9db0c13d.js"), new Tree(out).names());
  }

  @Test
  void manifest_throughALinkIntoTheSources_isRefused() throws IOException {
    Path link = Files.createSymbolicLink(target.resolve("link"), folder);
    assertEquals(
        "the manifest "
            + link.resolve("m.json")
            + " would be public, as an asset; choose a place outside the folder",
        refused(() -> site().manifest(link.resolve("m.json"))));
    Path away = Files.createSymbolicLink(folder.resolve("m.json"), target.resolve("m.json"));
    refused(() -> site().manifest(away)); // A run would put a file in the place of the link.
  }

  /** Asked for through the link, the stylesheet's reference leads elsewhere. */
  @Test
  void run_linkedFolder_copiesAreNoSources() throws IOException {
    Tree site = new Tree(target).write("linked/real/a.css", "i { b: url(../x.png) }");
    site.write("linked/deep/x.png", "two");
    Path links = target.resolve("linked");
    Files.createSymbolicLink(links.resolve("deep/link"), Path.of("../real"));
    Fingerprint run = Fingerprint.of(links).prefix("/static").codings();
    assertEquals(3, run.run().assets().size());
    assertEquals(3, run.run().assets().size());
    assertTrue(run.dryRun().run().isUpToDate());
  }

  @Test
  void run_linkedFolder_killedRunsCopiesAreDeleted() throws IOException {
    Tree site = new Tree(target).write("linked/real/a.css", "i { }");
    site.write("linked/real/a-000000000000.css", "old");
    Path links = target.resolve("linked");
    Files.createSymbolicLink(links.resolve("link"), Path.of("real"));
    site.write("META-INF/autoversion/manifest.json.journal", "/static\tlink/a-000000000000.css\n");
    FingerprintReport report = Fingerprint.of(links).prefix("/static").codings().run();
    assertEquals(
        List.of("link/a.css", "real/a.css"),
        report.assets().stream().map(FingerprintedAsset::path).toList());
    assertEquals(List.of("real/a-0d3a35820188.css", "real/a.css"), new Tree(links).names());
  }
}
