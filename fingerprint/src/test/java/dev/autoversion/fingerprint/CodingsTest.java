package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingsTest {
  private static final String TEXT = "var a = 'the same again'; ".repeat(400);

  @TempDir Path target;
  private Tree site;

  @BeforeEach
  void writeSite() throws IOException {
    Brotli4jLoader.ensureAvailability();
    site = new Tree(target);
    site.write("static/a.js", TEXT).write("static/a.png", TEXT).write("static/few.js", "x");
    site.write("static/noise.txt", noise()).write("static/none.css", "");
  }

  private static byte[] noise() {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    return noise;
  }

  private Fingerprint site() {
    return Fingerprint.of(target.resolve("static")).prefix("/static");
  }

  private static FingerprintedAsset first(FingerprintReport report) {
    return report.assets().get(0);
  }

  @Test
  void run_codesWhatSavesFivePercent() throws Exception {
    FingerprintReport report = site().run();
    assertEquals(Set.of("br", "gzip", "zstd"), first(report).codings().keySet());
    assertEquals(
        List.of("a.js"),
        report.assets().stream()
            .filter(asset -> !asset.codings().isEmpty())
            .map(FingerprintedAsset::path)
            .toList());
    assertEquals(4, first(report).written().size());
    assertTrue(first(report).saved() > 10_000, report.toString());
    Path manifest = target.resolve("META-INF/autoversion/manifest.json");
    assertEquals(5, new Wholeness(manifest, target.resolve("static")).check());
  }

  /** What hardly shrinks fills the encoder before its last bytes are there. */
  @ParameterizedTest
  @CsvSource({"5, 50000", "9, 230000", "11, 230000"})
  void run_hardlyShrinks_codesAllOfIt(int level, int bytes) throws Exception {
    byte[] random = new byte[bytes];
    new Random(level).nextBytes(random);
    site.write("static/a.js", Base64.getEncoder().encodeToString(random));
    FingerprintReport report = site().level(level).codings(ContentCoding.BROTLI).run();
    assertEquals(Set.of("br"), first(report).codings().keySet());
    Path manifest = target.resolve("META-INF/autoversion/manifest.json");
    assertEquals(5, new Wholeness(manifest, target.resolve("static")).check());
  }

  @Test
  void run_again_codesNothing() throws IOException {
    site().run();
    var before = site.contents();
    FingerprintReport again = site().run();
    assertTrue(again.isUpToDate(), again.toString());
    assertEquals(before, site.contents());
  }

  /** What was tried and saves too little is not tried again, though another file has changed. */
  @Test
  void run_anotherFileChanged_codesThatAlone() throws IOException {
    site().run();
    site.write("static/few.js", TEXT + "x");
    FingerprintReport dry = site().dryRun().run();
    assertEquals(3, dry.toCode());
    assertEquals(4, site().run().written().size());
    assertEquals(List.of(), site().run().written());
  }

  @Test
  void run_oneMoreCoding_addsThatAlone() throws IOException {
    FingerprintReport gzip = site().codings(ContentCoding.GZIP).run();
    assertEquals(Set.of("gzip"), first(gzip).codings().keySet());
    FingerprintReport both = site().codings(ContentCoding.GZIP, ContentCoding.BROTLI).run();
    assertEquals(1, both.written().size());
    assertEquals(Set.of("br", "gzip"), first(both).codings().keySet());
    assertTrue(both.written().get(0).matches("a-[0-9a-f]{12}\\.js\\.br"), both.toString());
  }

  @Test
  void run_fewerCodings_leavesTheRestOnTheDisk() throws IOException {
    site().run();
    FingerprintReport none = site().codings().run();
    assertTrue(first(none).codings().isEmpty());
    assertTrue(Files.exists(target.resolve("static/" + first(none).file() + ".br")));
    assertEquals(5, site().codings().run().assets().size(), "codings are no sources");
  }

  @Test
  void run_levels_makeDifferentSizes() throws IOException {
    StringBuilder words = new StringBuilder();
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      words.append(Integer.toString(random.nextInt(2000), 36)).append(i % 9 == 0 ? '\n' : ' ');
    }
    site.write("static/a.js", words.toString());
    FingerprintReport best = site().output(target.resolve("best/out")).run();
    FingerprintReport least = site().level(1).output(target.resolve("fast/out")).run();
    for (String coding : List.of("br", "zstd", "gzip")) {
      assertTrue(first(best).codings().get(coding) < first(least).codings().get(coding), coding);
    }
  }

  @Test
  void run_codingDamaged_isMadeAgain() throws IOException {
    FingerprintedAsset asset = first(site().run());
    Path coded = target.resolve("static/" + asset.file() + ".gz");
    byte[] whole = Files.readAllBytes(coded);
    Files.delete(coded);
    assertEquals(List.of(asset.file() + ".gz"), site().run().written());
    assertEquals(-1, Arrays.mismatch(whole, Files.readAllBytes(coded)));
    assertFalse(site().dryRun().run().toCode() > 0);
  }

  @Test
  void run_codingCutShort_isMadeAgain() throws IOException {
    FingerprintedAsset asset = first(site().run());
    Path coded = target.resolve("static/" + asset.file() + ".gz");
    byte[] whole = Files.readAllBytes(coded);
    Files.write(coded, Arrays.copyOf(whole, 20));
    FingerprintReport dry = site().dryRun().run();
    assertEquals(1, dry.toCode());
    FingerprintReport again = site().run();
    assertEquals(List.of(asset.file() + ".gz"), again.written());
    assertEquals(-1, Arrays.mismatch(whole, Files.readAllBytes(coded)));
    assertFalse(again.manifestChanged(), again.toString());
  }

  /** What only an earlier manifest knows, as after a change that was taken back. */
  @Test
  void run_codingOfAnEarlierBuildCutShort_isMadeAgain() throws IOException {
    FingerprintedAsset asset = first(site().run());
    Path coded = target.resolve("static/" + asset.file() + ".gz");
    byte[] whole = Files.readAllBytes(coded);
    site.write("static/a.js", TEXT + "1");
    site().run();
    Files.write(coded, Arrays.copyOf(whole, 20));
    site.write("static/a.js", TEXT);
    FingerprintReport again = site().run();
    assertEquals(List.of(asset.file() + ".gz"), again.written());
    assertEquals(-1, Arrays.mismatch(whole, Files.readAllBytes(coded)));
    assertEquals(asset.codings(), first(again).codings());
  }

  /** A bundler's own .br is an asset as the library sees it, not one of our codings. */
  @Test
  void run_codedSources_areAssets() throws IOException {
    site.write("static/a.js.br", "a bundler's");
    FingerprintReport report = site().codings().run();
    assertTrue(report.assets().stream().anyMatch(asset -> asset.path().equals("a.js.br")));
    assertEquals(6, report.assets().size());
  }

  /** The gzip coding of {@code a.js} would have the name of the copy of {@code a.js.gz}. */
  @Test
  void run_codingWithTheNameOfACopy_isLeftOut() throws Exception {
    site.write("static/a.js.gz", TEXT);
    FingerprintReport report = site().run();
    assertEquals("a-1dfe6d7602fd.js", first(report).file());
    assertEquals(Set.of("br", "zstd"), first(report).codings().keySet());
    assertEquals("a-1dfe6d7602fd.js.gz", report.assets().get(1).file());
    assertEquals(TEXT, site.read("static/a-1dfe6d7602fd.js.gz"));
    assertTrue(site().dryRun().run().isUpToDate());
    Path manifest = target.resolve("META-INF/autoversion/manifest.json");
    assertEquals(6, new Wholeness(manifest, target.resolve("static")).check());
  }
}
