package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What manifests and journals name that no run has made is neither hidden nor deleted. */
class HostileNamesTest {
  @TempDir Path target;
  private Tree site;
  private Path folder;

  @BeforeEach
  void writeSite() throws IOException {
    site = new Tree(target);
    site.write("static/app.js", "two").write("static/keep.js", "mine").write("secret.txt", "mine");
    folder = target.resolve("static");
  }

  private Fingerprint plain() {
    return Fingerprint.of(folder).prefix("/static").codings();
  }

  private static String manifest(String path, String file, String size) {
    return """
        {"autoversion":1,"mounts":{"/static":{"%s":{"file":"%s","version":"0123456789ab",\
        "integrity":"sha384-AAAA","size":%s,"type":"text/javascript"}}}}
        """
        .formatted(path, file, size);
  }

  @Test
  void journal_namesThatNoRunMakes_stay() throws IOException {
    site.write(
        "META-INF/autoversion/manifest.json.journal",
        "/static\t../secret.txt\n/static\t"
            + target.resolve("secret.txt")
            + "\n/static\tkeep.js\n/static\t.autoversion-1/../../secret.txt\n");
    assertEquals(List.of("app-3fc4ccfe7458.js", "keep-3fd30542fe3f.js"), plain().run().written());
    assertEquals("mine", site.read("secret.txt"));
    assertEquals("mine", site.read("static/keep.js"));
  }

  @Test
  void journal_ofARunThatWasKilled_isTidiedUp() throws IOException {
    site.write(
        "META-INF/autoversion/manifest.json.journal",
        "/static\t.autoversion-1f-1\n/static\tapp-000000000000.js\n/static\ta/.autoversion-1f-2\n");
    site.write("static/.autoversion-1f-1", "half").write("static/app-000000000000.js", "old");
    site.write("static/a/.autoversion-1f-2", "half").write("static/app-000000000000.js.gz", "old");
    plain().run();
    assertEquals(
        List.of("app-3fc4ccfe7458.js", "app.js", "keep-3fd30542fe3f.js", "keep.js"),
        new Tree(folder).names());
  }

  /** It was killed as it made the copy of an earlier build again. */
  @Test
  void journal_copyOfAnEarlierBuild_stays() throws IOException {
    plain().run();
    site.write("static/app.js", "three");
    plain().run();
    site.write("META-INF/autoversion/manifest.json.journal", "/static\tapp-3fc4ccfe7458.js\n");
    plain().run();
    assertEquals("two", site.read("static/app-3fc4ccfe7458.js"));
  }

  /** A line that was cut off, in the middle of a letter, is none. */
  @Test
  void journal_cutOff_keepsNoDryRunBack() throws IOException {
    site.write("static/app-000000000000.js", "old");
    String line = "/static\tapp-000000000000.js\n/static\té";
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    site.write(
        "META-INF/autoversion/manifest.json.journal", Arrays.copyOf(bytes, bytes.length - 1));
    assertEquals(
        List.of("app.js", "keep.js"),
        plain().dryRun().run().assets().stream().map(FingerprintedAsset::path).toList());
  }

  @Test
  void journal_cutOff_goesOnBehindTheLastWholeLine() throws IOException {
    Path manifest = target.resolve("META-INF/autoversion/manifest.json");
    site.write(
        "META-INF/autoversion/manifest.json.journal", "/static\tapp-000000000000.js\n/static\tkee");
    Journal journal = Journal.open(manifest, "/static");
    journal.note("b-0123456789ab.js");
    assertEquals(Set.of("app-000000000000.js", "b-0123456789ab.js"), Journal.names(manifest));
    journal.close();
  }

  /** A run that fails writes nothing over a line that is still needed; it may be killed then. */
  @Test
  void journal_ofARunThatFails_isWhatItWas() throws IOException {
    String before =
        "/static\tb-000000000000.js\n/other\tc-000000000000.js\n/static\ta-000000000000.js\n";
    Path manifest = target.resolve("META-INF/autoversion/manifest.json");
    String file = "META-INF/autoversion/manifest.json.journal";
    site.write(file, before);
    Journal journal = Journal.open(manifest, "/static");
    journal.note("d-0123456789ab.js");
    journal.close();
    assertEquals(before + "/static\td-0123456789ab.js\n", site.read(file));
    journal = Journal.open(manifest, "/static");
    journal.note("e-0123456789ab.js");
    journal.forget();
    journal.close();
    assertEquals(before + "/static\td-0123456789ab.js\n", site.read(file));
    journal = Journal.open(manifest, "/static");
    journal.done();
    journal.close();
    assertEquals("/other\tc-000000000000.js\n", site.read(file));
  }

  @Test
  void manifest_fileThatIsNoCopyOfItsAsset_isRefused() throws IOException {
    for (String file : List.of("keep.js", "app.js", "keep-0123456789ab.js")) {
      site.write("META-INF/autoversion/manifest.json", manifest("app.js", file, "2"));
      IOException e = assertThrows(IOException.class, () -> plain().run());
      assertTrue(
          e.getMessage().contains("the copy of 'app.js' can't be '" + file + "'"), e.getMessage());
    }
  }

  @Test
  void manifest_versionThatIsNoHash_isRefused() throws IOException {
    String text = manifest("kee.js", "keep.js", "2").replace("0123456789ab", "p");
    site.write("META-INF/autoversion/manifest.json", text.replace("keep.js", "kee-p.js"));
    assertThrows(IOException.class, () -> plain().run());
  }

  @Test
  void manifest_negativeSize_isRefused() throws IOException {
    site.write(
        "META-INF/autoversion/manifest.json", manifest("app.js", "app-0123456789ab.js", "-1"));
    IOException e = assertThrows(IOException.class, () -> plain().run());
    assertTrue(e.getMessage().contains("the size of 'app.js' can't be -1"), e.getMessage());
  }

  @Test
  void clean_sourceThatAnEarlierManifestNames_stays() throws IOException {
    plain().exclude("keep.js").run();
    site.write(
        "META-INF/autoversion/manifest-20200101T000000000Z.json",
        manifest("app.js", "keep.js", "2"));
    Cleaning cleaning = Cleaning.of(folder).prefix("/static").keepBuilds(1);
    assertThrows(IOException.class, cleaning::run);
    assertEquals("mine", site.read("static/keep.js"));
  }

  @Test
  void manifest_noRegularFile_isRefused() throws IOException {
    Path manifest = Files.createDirectories(target.resolve("META-INF/autoversion/manifest.json"));
    IOException e = assertThrows(IOException.class, () -> plain().run());
    assertEquals(
        manifest + " is not a regular file; remove it, or name another manifest", e.getMessage());
    e = assertThrows(IOException.class, () -> Cleaning.of(folder).prefix("/static").run());
    assertTrue(e.getMessage().endsWith("or name another manifest"), e.getMessage());
  }

  @Test
  void run_missingReferenceWithControls_isOneLine() throws IOException {
    site.write("static/a.css", "i{b:url('a\\a error\\1b[2Jé.png')}");
    assertEquals(
        "a.css:1: no asset for 'a\\u000aerror\\u001b[2Jé.png'",
        plain().run().missing().get(0).toString());
  }

  /** Our own server would take what follows a bare semicolon for parameters, others don't. */
  @Test
  void run_referenceWithASemicolon_leadsToTheCopy() throws IOException {
    site.write("static/a;b.png", "two").write("static/a.css", "i{b:url(a;b.png)}");
    plain().exclude("*.js").run();
    assertEquals(
        "i{b:url(a%3Bb-3fc4ccfe7458.png)}",
        site.read("static/" + plain().dryRun().run().assets().get(0).file()));
    assertEquals("two", site.read("static/a;b-3fc4ccfe7458.png"));
  }

  @Test
  void run_copiesOfEarlierBuilds_whateverTheirNames_areNoSources() throws IOException {
    site.write("static/what?.css", "i { b: url(app.js) }").write("static/a#%.css", "j { }");
    site.write("static/what?.css", "i { b: url(app.js) }");
    plain().run();
    site.write("static/app.js", "three").write("static/a#%.css", "k { }");
    plain().run();
    assertEquals(4, plain().run().assets().size());
  }
}
