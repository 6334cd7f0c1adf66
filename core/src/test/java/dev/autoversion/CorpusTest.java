package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every reference of {@code references.tsv} in every placement and under every policy: what should
 * be versioned is, all else stays as it is, and nothing but {@link MissingAssetException} is ever
 * thrown.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems can't hold such file names")
class CorpusTest {
  private static final List<Placement> PLACEMENTS =
      List.of(
          Placement.query(),
          Placement.query("version"),
          Placement.fileName(),
          Placement.pathSegment());

  @TempDir static Path folder;

  private static final Map<Site, Autoversion> SITES = new HashMap<>();
  private static FileSystem windows;
  private static FileSystem mac;

  static List<Fixture.Row> references() throws IOException {
    return Fixture.rows("references.tsv");
  }

  /** Rows whose reference is no asset in any placement. */
  static List<Fixture.Row> refused() throws IOException {
    return references().stream().filter(row -> row.cells().size() == 3).toList();
  }

  @BeforeAll
  static void writeSites() throws IOException {
    writeSite(folder, false);
    windows = Jimfs.newFileSystem(Configuration.windows());
    writeSite(windows.getPath("C:\\site"), true);
    mac = Jimfs.newFileSystem(Configuration.osX());
    writeSite(mac.getPath("/site"), true);
  }

  @AfterAll
  static void forgetSites() throws IOException {
    SITES.clear();
    windows.close();
    mac.close();
  }

  @Test
  void url_keep() throws IOException {
    each(references(), CorpusTest::assertKept);
  }

  @Test
  void explain_sameUrl() throws IOException {
    each(references(), CorpusTest::assertExplained);
  }

  @Test
  @DefaultLocale("tr")
  void url_keep_turkish() throws IOException {
    each(references(), CorpusTest::assertKept);
  }

  @Test
  void url_fail() throws IOException {
    each(references(), CorpusTest::assertRefusedOrVersioned);
  }

  @Test
  @DefaultLocale("tr")
  void url_fail_turkish() throws IOException {
    each(references(), CorpusTest::assertRefusedOrVersioned);
  }

  /** A disk that ignores case, knows devices and takes backslashes for separators. */
  @Test
  void url_windows() throws IOException {
    each(refused(), row -> assertUnchanged(row, windows.getPath("C:\\site")));
  }

  /** These lie on the disk under just that name; opening one could hang, or open another file. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/NUL",
        "/static/aux.js",
        "/static/com1.txt",
        "/static/PROGRA~1",
        "/static/dot.css.",
        "/static/x.."
      })
  void url_windows_specialName(String reference) {
    assertEquals(
        reference,
        site(windows.getPath("C:\\site"), Placement.query(), OnMissing.KEEP).url(reference));
  }

  @Test
  void url_windowsAndMac_plainName() {
    for (Path root : List.of(windows.getPath("C:\\site"), mac.getPath("/site"))) {
      Autoversion site = site(root, Placement.query(), OnMissing.KEEP);
      assertEquals("/static/js/app.js?v=32cdce28ac54", site.url("/static/js/app.js"));
      assertEquals("/static/caf%C3%A9.css?v=7fb20c9529cc", site.url("/static/caf%C3%A9.css"));
    }
  }

  /** A disk that ignores case and takes both Unicode forms for one name. */
  @Test
  void url_mac() throws IOException {
    each(refused(), row -> assertUnchanged(row, mac.getPath("/site")));
  }

  /** All rows in one test: a report of each would take far longer than its check. */
  private static void each(List<Fixture.Row> rows, Consumer<Fixture.Row> check) {
    assertFalse(rows.isEmpty());
    assertAll(rows.stream().map(row -> () -> assertAll(row.toString(), () -> check.accept(row))));
  }

  private static void assertExplained(Fixture.Row row) {
    String reference = row.text(1);
    String expected = isAsset(row, 0) ? result(row, 0) : reference;
    Explanation explanation = site(folder, Placement.query(), OnMissing.FAIL).explain(reference);
    assertEquals(expected, explanation.url());
    assertEquals(isAsset(row, 0), explanation.reason().isEmpty());
  }

  private static void assertKept(Fixture.Row row) {
    String reference = row.text(1);
    for (int i = 0; i < PLACEMENTS.size(); i++) {
      Autoversion site = site(folder, PLACEMENTS.get(i), OnMissing.KEEP);
      String expected = isAsset(row, i) ? result(row, i) : reference;
      assertEquals(expected, site.url(reference), PLACEMENTS.get(i)::toString);
      assertEquals(expected, site.url(expected), "idempotent");
    }
  }

  private static void assertRefusedOrVersioned(Fixture.Row row) {
    String reference = row.text(1);
    for (int i = 0; i < PLACEMENTS.size(); i++) {
      Autoversion site = site(folder, PLACEMENTS.get(i), OnMissing.FAIL);
      if (cell(row, i).equals("missing")) {
        assertThrows(MissingAssetException.class, () -> site.url(reference));
      } else {
        String expected = isAsset(row, i) ? result(row, i) : reference;
        assertEquals(expected, site.url(reference), PLACEMENTS.get(i)::toString);
      }
    }
  }

  private static void assertUnchanged(Fixture.Row row, Path root) {
    String reference = row.text(1);
    for (Placement placement : PLACEMENTS) {
      Autoversion site = site(root, placement, OnMissing.KEEP);
      assertEquals(reference, site.url(reference), placement::toString);
    }
  }

  private static boolean isAsset(Fixture.Row row, int placement) {
    return !cell(row, placement).equals("foreign") && !cell(row, placement).equals("missing");
  }

  private static String cell(Fixture.Row row, int placement) {
    return row.cell(row.cells().size() == 3 ? 2 : 2 + placement);
  }

  private static String result(Fixture.Row row, int placement) {
    return row.text(2 + placement);
  }

  /** One for each locale, so that none answers from what it remembers of another. */
  private static Autoversion site(Path root, Placement placement, OnMissing policy) {
    return SITES.computeIfAbsent(
        new Site(root, placement, policy, Locale.getDefault()),
        site ->
            Autoversion.builder()
                .source("/static", source(site))
                .placement(placement)
                .onMissing(policy)
                .recheckNever()
                .build());
  }

  /** What an exception suggests is looked for in all files, and the same for each placement. */
  private static AssetSource source(Site site) {
    AssetSource directory = AssetSource.directory(site.root().resolve("static"));
    return site.placement().equals(PLACEMENTS.get(0)) ? directory : directory::find;
  }

  private record Site(Path root, Placement placement, OnMissing policy, Locale locale) {}

  /** The site under {@code static}, and what must never be reached from there. */
  private static void writeSite(Path root, boolean plainNamesOnly) throws IOException {
    for (Fixture.Row row : Fixture.rows("site.tsv")) {
      String name = row.text(0);
      if (!plainNamesOnly || isPlain(name)) {
        TextFile.write(root.resolve("static/" + name), name);
      }
    }
    TextFile.write(root.resolve("secret.css"), "secret");
    TextFile.write(root.resolve(".env"), "secret");
    TextFile.write(root.resolve("app.css"), "secret");
    TextFile.write(root.resolve("static_secret/app.css"), "secret");
    TextFile.write(root.resolve("etc/passwd"), "secret");
  }

  /** Can be written to a disk of Windows or macOS, which keep it as it is. */
  private static boolean isPlain(String name) {
    return Normalizer.isNormalized(name, Normalizer.Form.NFC)
        && name.chars().allMatch(c -> c > ' ' && ":*?\"<>|\\".indexOf(c) < 0);
  }
}
