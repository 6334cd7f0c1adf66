package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
  @TempDir Path site;

  @BeforeEach
  void writeSite() throws IOException {
    write("img/a.png", "a");
    write("img/b.png", "b");
    write("css/app.css", "@import \"base.css\"; i{background:url(../img/a.png)}");
    write("css/base.css", "u{background:url('/s/img/b.png?x#y')}");
    write("css/other.css", "b{background:url(../img/a.png)}");
    write("css/plain.css", "b{color:red; background:url(data:image/png;base64,AA), url(#x)}");
  }

  @Test
  void withoutReferences_digitsOfSha256() {
    // sha256sum of the file
    assertEquals("2939bb8eee15", version("css/plain.css"));
  }

  @Test
  void onlyForeignOrMissingReferences_digitsOfSha256() throws IOException {
    write("css/x.css", "@import url(https://x.example/y.css); i{background:url(no.png)}");
    // printf '@import url(https://x.example/y.css); i{background:url(no.png)}' | sha256sum
    assertEquals("31b8a5f73ef7", version("css/x.css"));
  }

  @Test
  void imageChanges_whatShowsItChanges() throws IOException {
    Map<String, String> before = versions();
    write("img/b.png", "changed");
    assertEquals(List.of("css/app.css", "css/base.css", "img/b.png"), changed(before, versions()));
  }

  @Test
  void importedStylesheetChanges_importerChanges() throws IOException {
    Map<String, String> before = versions();
    write("css/base.css", "u{}");
    assertEquals(List.of("css/app.css", "css/base.css"), changed(before, versions()));
  }

  @Test
  void imagesSwapped_versionChanges() throws IOException {
    write("css/two.css", "i{background:url(../img/a.png),url(../img/b.png)}");
    String before = version("css/two.css");
    write("img/a.png", "b");
    write("img/b.png", "a");
    assertNotEquals(before, version("css/two.css"));
  }

  @Test
  void sameImageUnderAnotherName_versionChanges() throws IOException {
    write("css/two.css", "i{background:url(../img/c.png),url(../img/d.png)}");
    write("img/c.png", "c");
    String before = version("css/two.css");
    Files.move(site.resolve("img/c.png"), site.resolve("img/d.png"));
    assertNotEquals(before, version("css/two.css"));
  }

  @Test
  void missingTargetAppears_versionChanges() throws IOException {
    write("css/x.css", "i{background:url(no.png)}");
    String before = version("css/x.css");
    write("css/no.png", "here");
    assertNotEquals(before, version("css/x.css"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one.css", "two.css", "three.css"})
  void circle_sameFromEverySide(String first) throws IOException {
    write("one.css", "@import 'two.css'; a{}");
    write("two.css", "@import 'three.css'; b{}");
    write("three.css", "@import 'one.css'; c{background:url(img/a.png)}");
    List<String> names = List.of("one.css", "two.css", "three.css");
    Autoversion fresh = autoversion();
    String asked = fresh.version("/s/" + first).orElseThrow().value();
    Map<String, String> before =
        names.stream().collect(Collectors.toMap(name -> name, this::version));
    assertEquals(before.get(first), asked);
    write("img/a.png", "changed");
    for (String name : names) {
      assertNotEquals(before.get(name), version(name), name);
    }
  }

  @Test
  void selfImport_stable() throws IOException {
    write("self.css", "@import 'self.css'; a{}");
    // own=$(printf "@import 'self.css'; a{}" | sha256sum | cut -c1-12)
    // printf "$own [0]\n" | sha256sum
    assertEquals("e6f4749f2806", version("self.css"));
    assertTrue(autoversion().explain("/s/self.css").covers().equals(List.of("/s/self.css")));
  }

  /** From the member with the least version, then each with that. */
  @Test
  void circle_versions() throws IOException {
    write("one.css", "@import 'two.css'; a{}");
    write("two.css", "@import 'one.css'; b{}");
    // one=$(printf "@import 'two.css'; a{}" | sha256sum | cut -c1-12)
    // two=$(printf "@import 'one.css'; b{}" | sha256sum | cut -c1-12)
    // together=$(printf "$one [1]\n$two [0]\n" | sha256sum | cut -c1-12)
    // printf "$one [1]\n$together []\n" | sha256sum
    assertEquals("0f37a4a1c2b5", version("one.css"));
    // printf "$two [1]\n$together []\n" | sha256sum
    assertEquals("a411c6b64000", version("two.css"));
  }

  /** The oldest look counts: here that at what a stylesheet refers to. */
  @Test
  void targetIsEdited_seenOnceItsLookIsOld() throws IOException {
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", site).build();
    autoversion.url("/s/img/a.png");
    time.advance(Duration.ofMillis(600));
    String before = autoversion.url("/s/css/other.css");
    write("img/a.png", "changed");
    time.advance(Duration.ofMillis(399));
    assertEquals(before, autoversion.url("/s/css/other.css"));
    time.advance(Duration.ofMillis(1));
    assertNotEquals(before, autoversion.url("/s/css/other.css"));
  }

  /** And here that at the stylesheet itself. */
  @Test
  void stylesheetIsEdited_seenOnceItsLookIsOld() throws IOException {
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", site).build();
    autoversion.url("/s/img/a.png");
    time.advance(Duration.ofMillis(500));
    String before = autoversion.url("/s/css/other.css");
    time.advance(Duration.ofMillis(500));
    autoversion.url("/s/img/a.png");
    assertEquals(before, autoversion.url("/s/css/other.css"));
    write("css/other.css", "changed");
    time.advance(Duration.ofMillis(499));
    assertEquals(before, autoversion.url("/s/css/other.css"));
    time.advance(Duration.ofMillis(1));
    assertNotEquals(before, autoversion.url("/s/css/other.css"));
  }

  /** What could not be looked at is looked at again, even where files never change. */
  @ParameterizedTest
  @ValueSource(strings = {"/s/css/base.css", "/s/css/app.css"})
  void failure_isNoAnswerForEver(String reference) throws IOException {
    write("css/app.css", "@import \"base.css\"");
    boolean[] down = {true};
    CountingSource source =
        new CountingSource(site)
            .beforeFind(
                path -> {
                  if (down[0] && path.value().equals("img/b.png")) {
                    throw new IOException("the server is down");
                  }
                });
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().source("/s", source).recheckNever().build();
    String without;
    try (CapturedLog log = CapturedLog.open()) {
      without = autoversion.url(reference);
      assertEquals(1, log.lines().size());
    }
    down[0] = false;
    assertEquals(without, autoversion.url(reference));
    time.advance(Duration.ofSeconds(1));
    String whole = autoversion().url(reference);
    assertNotEquals(without, whole);
    assertEquals(whole, autoversion.url(reference));
  }

  @Test
  void onlyWhatIsReachableCounts() throws IOException {
    write("one.css", "@import 'two.css';");
    write("two.css", "b{}");
    write("three.css", "@import 'one.css';");
    String before = version("one.css");
    write("three.css", "@import 'one.css'; changed{}");
    assertEquals(before, version("one.css"));
  }

  /** What is remembered of one part must not change what another part gets. */
  @Test
  void circles_sameWhateverIsRemembered() throws IOException {
    List<String> names = List.of("a.css", "b.css", "c.css", "d.css", "e.css", "f.css");
    write("a.css", "@import 'b.css'; @import 'd.css'; a{}");
    write("b.css", "@import 'c.css'; b{}");
    write("c.css", "@import 'a.css'; @import 'c.css'; c{background:url(img/a.png)}");
    write("d.css", "@import 'e.css'; d{}");
    write("e.css", "@import 'd.css'; e{background:url(img/b.png)}");
    write("f.css", "@import 'b.css'; @import 'e.css'; f{}");
    Map<String, String> fresh = new HashMap<>();
    for (String name : names) {
      fresh.put(name, version(name));
    }
    Random random = new Random(7);
    for (int size = 1; size <= 6; size++) {
      Autoversion forgetful =
          ManualTime.later().builder().directory("/s", site).maximumSize(size).build();
      for (int i = 0; i < 200; i++) {
        String name = names.get(random.nextInt(names.size()));
        assertEquals(fresh.get(name), forgetful.version("/s/" + name).orElseThrow().value(), name);
      }
    }
  }

  /** Names don't count, so copies in a circle may be told apart by nothing but their links. */
  @Test
  void circleOfCopies_sameFromEverySide() throws IOException {
    for (String folder : List.of("x", "y", "z")) {
      write(folder + "/copy.css", "@import '../next-" + folder + ".css';");
    }
    write("next-x.css", "@import 'y/copy.css';");
    write("next-y.css", "@import 'z/copy.css'; a{}");
    write("next-z.css", "@import 'x/copy.css'; b{}");
    String before = version("x/copy.css");
    Autoversion other = autoversion();
    other.version("/s/next-z.css");
    other.version("/s/y/copy.css");
    assertEquals(before, other.version("/s/x/copy.css").orElseThrow().value());
    write("next-y.css", "@import 'z/copy.css'; changed{}");
    assertNotEquals(before, version("x/copy.css"));
  }

  /** Read as a browser reads it (WHATWG URL). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        " ../img/a.png",
        "../img/a.png ",
        "..\\\\img\\\\a.png",
        "/s/css/../img/a.png",
        "/s/img/%2e/a.png",
        "%2E%2e/img/a.png",
        ".%2e/img/./a.png",
        "/s\\\\img/a.png",
        "../im\\9 g/a.png"
      })
  void oddlyWritten_covered(String written) throws IOException {
    write("css/odd.css", "i{background:url(\"" + written + "\")}");
    assertEquals(
        List.of("/s/css/odd.css", "/s/img/a.png"),
        autoversion().explain("/s/css/odd.css").covers());
    Autoversion fail =
        Autoversion.builder().directory("/s", site).onMissing(OnMissing.FAIL).build();
    assertTrue(fail.url("/s/css/odd.css").startsWith("/s/css/odd.css?v="));
  }

  /** A relative reference stays inside the application, whoever knows where that is. */
  @Test
  void contextPath_relativeReferencesCovered() throws IOException {
    List<String> covered =
        List.of("/s/css/app.css", "/s/css/base.css", "/s/img/a.png", "/s/img/b.png");
    write("css/base.css", "u{background:url(../img/b.png)}");
    String plain = autoversion().url("/s/css/app.css");
    Autoversion told = Autoversion.builder().directory("/s", site).contextPath("/shop").build();
    assertEquals("/shop" + plain, told.url("/shop/s/css/app.css"));
    assertEquals(covered, told.explain("/shop/s/css/app.css").covers());
    assertEquals("/shop" + plain, autoversion().url("/shop/s/css/app.css", "/shop"));
  }

  /** What only the request knows stands in front of a stylesheet's absolute references, too. */
  @Test
  void contextPathOfTheRequest_covered() throws IOException {
    write("css/abs.css", "i{background:url(/shop/s/img/a.png)}");
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", site).build();
    String inShop = autoversion.url("/shop/s/css/abs.css", "/shop");
    String elsewhere = autoversion.url("/s/css/abs.css");
    assertEquals(inShop, autoversion.url("/shop/s/css/abs.css", "/shop"));
    assertNotEquals("/shop" + elsewhere, inShop);
    write("img/a.png", "changed");
    time.advance(Duration.ofSeconds(1));
    assertNotEquals(inShop, autoversion.url("/shop/s/css/abs.css", "/shop"));
    assertEquals(elsewhere, autoversion.url("/s/css/abs.css"));
  }

  @Test
  void equalTrees_equalVersions(@TempDir Path copy) throws IOException {
    for (String name : versions().keySet()) {
      Path target = copy.resolve(name);
      Files.createDirectories(target.getParent());
      Files.copy(site.resolve(name), target);
      Files.setLastModifiedTime(target, FileTime.fromMillis(1000));
    }
    Autoversion other = Autoversion.builder().directory("/s", copy).build();
    for (Map.Entry<String, String> entry : versions().entrySet()) {
      String url = "/s/" + entry.getKey();
      assertEquals(entry.getValue(), other.version(url).orElseThrow().value(), url);
    }
  }

  @Test
  void contentHash_lengthKept() {
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/s", site)
            .version(VersionStrategy.contentHash(20))
            .build();
    assertEquals(20, autoversion.version("/s/css/app.css").orElseThrow().value().length());
  }

  @Test
  void lastModified_newestOfAll() throws IOException {
    touch("css/app.css", 1000);
    touch("css/base.css", 2000);
    touch("img/a.png", 9000);
    touch("img/b.png", 30_000);
    Autoversion autoversion =
        Autoversion.builder().directory("/s", site).version(VersionStrategy.lastModified()).build();
    assertEquals("/s/css/app.css?v=30.0", autoversion.url("/s/css/app.css"));
    assertEquals("/s/css/other.css?v=9.0", otherAt(autoversion, 5000));
  }

  @Test
  void fixed_neverCovers() {
    Autoversion autoversion =
        Autoversion.builder().directory("/s", site).version(VersionStrategy.fixed("2.4")).build();
    assertEquals("/s/css/app.css?v=2.4", autoversion.url("/s/css/app.css"));
  }

  @Test
  void explain_listsWhatIsCovered() {
    assertEquals(
        List.of("/s/css/app.css", "/s/css/base.css", "/s/img/a.png", "/s/img/b.png"),
        autoversion().explain("/s/css/app.css").covers());
    assertTrue(autoversion().explain("/s/img/a.png").covers().isEmpty());
  }

  @Test
  void missingReference_failNamesStylesheetAndLine() throws IOException {
    write("css/bad.css", "a{}\n\ni{background:url(../img/aa.png)}");
    Autoversion autoversion =
        Autoversion.builder().directory("/s", site).onMissing(OnMissing.FAIL).build();
    MissingAssetException e =
        assertThrows(MissingAssetException.class, () -> autoversion.url("/s/css/bad.css"));
    assertEquals(
        "no asset for '/s/img/aa.png'; searched directory "
            + site
            + "; did you mean '/s/img/a.png'?; '/s/css/bad.css' refers to it as '../img/aa.png' in line 3",
        e.getMessage());
  }

  /** {@code a-dark.png} is no version of {@code a.png}. */
  @Test
  void nameOfAnotherAsset_isMissing() throws IOException {
    write("css/bad.css", "i{background:url(../img/a-dark.png)}");
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/s", site)
            .placement(Placement.fileName())
            .onMissing(OnMissing.FAIL)
            .build();
    MissingAssetException e =
        assertThrows(MissingAssetException.class, () -> autoversion.url("/s/css/bad.css"));
    assertEquals(
        "no asset for '/s/img/a-dark.png'; searched directory "
            + site
            + "; '/s/css/bad.css' refers to it as '../img/a-dark.png' in line 1",
        e.getMessage());
    Explanation explained = autoversion.explain("/s/css/bad.css");
    assertEquals(List.of(), explained.covers());
    // sha256sum of the file
    assertEquals("5e9a9faf7e32", explained.version().orElseThrow().value());
  }

  @Test
  void oddNames_resolved() throws IOException {
    write("css/ü b%.css", "i{background:url(./x%20y.png)}");
    write("css/x y.png", "odd");
    assertEquals(
        List.of("/s/css/ü b%.css", "/s/css/x y.png"),
        autoversion().explain("/s/css/%C3%BC%20b%25.css").covers());
  }

  @Test
  void otherMount_covered(@TempDir Path vendor) throws IOException {
    Files.writeString(vendor.resolve("font.woff2"), "font");
    write("css/v.css", "@font-face{src:url(/vendor/font.woff2)}");
    Autoversion autoversion =
        Autoversion.builder().directory("/s", site).directory("/vendor", vendor).build();
    assertEquals(
        List.of("/s/css/v.css", "/vendor/font.woff2"),
        autoversion.explain("/s/css/v.css").covers());
  }

  /** What a stylesheet lacks is not looked for again while its cover is fresh. */
  @Test
  void cover_known_looksForNothing() throws IOException {
    write("css/x.css", "i{background:url(no.png)}");
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = ManualTime.later().builder().source("/s", source).build();
    // printf 'i{background:url(no.png)}' | sha256sum
    assertEquals("/s/css/x.css?v=639d8ee16f7c", autoversion.url("/s/css/x.css"));
    assertEquals(2, source.finds());
    assertEquals("/s/css/x.css?v=639d8ee16f7c#x", autoversion.url("/s/css/x.css#x"));
    assertEquals(2, source.finds());
  }

  private String otherAt(Autoversion autoversion, long millis) throws IOException {
    touch("css/other.css", millis);
    return autoversion.url("/s/css/other.css");
  }

  private Autoversion autoversion() {
    return Autoversion.builder().directory("/s", site).recheckAfter(Duration.ZERO).build();
  }

  private String version(String name) {
    return autoversion().version("/s/" + name).orElseThrow().value();
  }

  private Map<String, String> versions() {
    return List.of(
            "css/app.css",
            "css/base.css",
            "css/other.css",
            "css/plain.css",
            "img/a.png",
            "img/b.png")
        .stream()
        .collect(Collectors.toMap(name -> name, this::version));
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> after) {
    return before.keySet().stream()
        .filter(name -> !before.get(name).equals(after.get(name)))
        .sorted()
        .toList();
  }

  private void touch(String name, long millis) throws IOException {
    Files.setLastModifiedTime(site.resolve(name), FileTime.from(Instant.ofEpochMilli(millis)));
  }

  private void write(String name, String content) throws IOException {
    TextFile.write(site.resolve(name), content);
  }
}
