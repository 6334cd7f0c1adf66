package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies under versioned names beside the assets, which a build has left with a manifest. */
class CopiesTest {
  @TempDir Path root;
  private final ManualTime time = ManualTime.later();
  private CopiedSite built;
  private CountingSource files;

  @BeforeEach
  void build() throws IOException {
    built = CopiedSite.of(root);
    files = new CountingSource(root);
  }

  @Test
  void lookUp_opensNoFile() {
    Autoversion autoversion = site().build();
    assertEquals("/static/js/app-73c94f24cbbd.js", autoversion.url("/static/js/app.js"));
    assertEquals(
        "/static/css/a-0123456789ab.css?x=1#y", autoversion.url("/static/css/a.css?x=1#y"));
    assertEquals(
        Optional.of(new Version("0123456789ab")), autoversion.version("/static/css/a.css"));
    assertEquals(
        Optional.of("sha384-C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp"),
        autoversion.integrity("/static/img/a.png"));
    assertEquals(
        Optional.of(new Version("73c94f24cbbd")),
        autoversion.version("/static/js/app-73c94f24cbbd.js"));
    Explanation css = autoversion.explain("/static/css/a.css");
    assertEquals(List.of("/static/css/a.css", "/static/img/a.png"), css.covers());
    assertEquals(Optional.of("css/a-0123456789ab.css"), css.published());
    assertEquals(0, files.opens());
  }

  /** What a copy imports no bundler has told, so that it is a module like its asset. */
  @Test
  void entry_ofACopyByItsUrl() {
    Autoversion autoversion = site().build();
    List<String> modules = List.of("/static/js/app-73c94f24cbbd.js");
    assertEquals(modules, autoversion.entry("/static/js/app.js", "").modules());
    assertEquals(modules, autoversion.entry("/static/js/app-73c94f24cbbd.js", "").modules());
  }

  @Test
  void lookUp_noneIsLookedAtWhereNoneCanChange() {
    Autoversion autoversion = site().recheckNever().build();
    assertEquals("/static/js/app-73c94f24cbbd.js", autoversion.url("/static/js/app.js"));
    assertTrue(autoversion.explain("/static/css/a.css").version().isPresent());
    assertEquals(0, files.finds());
  }

  /** A name that is left alone is the server's, though it has a copy. */
  @Test
  void excluded_isLeftToTheServer() {
    Autoversion autoversion = site().exclude("js/app.js").build();
    assertEquals(Storing.AS_IT_SAYS, autoversion.storing(Asked.get("/static/js/app.js")));
  }

  /** Who edits without building sees the edit, and so does a stylesheet that has a copy. */
  @Test
  void edited_isLive() throws IOException {
    Autoversion autoversion = listed().placement(Placement.fileName()).build();
    assertEquals("/static/css/a-0123456789ab.css", autoversion.url("/static/css/a.css"));
    Path image = root.resolve("img/a.png");
    Files.writeString(image, "three"); // printf three | sha256sum
    Files.setLastModifiedTime(image, FileTime.from(Instant.now().plusSeconds(60)));
    time.advance(Duration.ofSeconds(2));
    assertEquals("/static/img/a-8b5b9db0c13d.png", autoversion.url("/static/img/a.png"));
    String stylesheet = autoversion.url("/static/css/a.css");
    assertEquals(
        "i{background:url(../img/a-8b5b9db0c13d.png)}",
        Sent.of(autoversion, Asked.get(stylesheet)).text());
    assertEquals("/static/js/app-73c94f24cbbd.js", autoversion.url("/static/js/app.js"));
    assertEquals(
        CopiedSite.FOR_EVER,
        Sent.of(autoversion, Asked.get("/static/img/a-3fc4ccfe7458.png")).header("Cache-Control"));
  }

  /** Nodes of which one was built and another looks itself agree on it. */
  @Test
  void edited_hasTheVersionOfTheLibrary() throws IOException {
    Files.setLastModifiedTime(
        root.resolve("css/a.css"), FileTime.from(Instant.now().plusSeconds(60)));
    Autoversion alone = time.builder().directory("/static", root).build();
    // printf "e047369bed87 [1]\n3fc4ccfe7458 []\n" | sha256sum
    String url = alone.url("/static/css/a.css");
    assertEquals("/static/css/a.css?v=28f8c51e0b60", url);
    assertEquals(url, site().build().url("/static/css/a.css"));
  }

  /** Who unpacks a build may give all of its files one time. */
  @Test
  void edited_notBySameTime() throws IOException {
    FileTime unpacked = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    for (String file : List.of("img/a.png", "img/a-3fc4ccfe7458.png")) {
      Files.setLastModifiedTime(root.resolve(file), unpacked);
    }
    assertEquals("/static/img/a-3fc4ccfe7458.png", site().build().url("/static/img/a.png"));
  }

  @Test
  void explain_saysWhatWasBuilt() {
    assertEquals(
        """
        '/static/js/app.js'
          mount         /static/
          logical path  js/app.js
          source        our build, counted directory %s
          published     js/app-73c94f24cbbd.js
          version       73c94f24cbbd
          codings       gzip %d bytes, as built
          url           /static/js/app-73c94f24cbbd.js"""
            .formatted(root, built.copy("js/app.js").orElseThrow().codings().get("gzip")),
        site()
            .build()
            .explain("/static/js/app.js")
            .toString()
            .replace(System.lineSeparator(), "\n"));
  }

  @Test
  void url_idempotentAndTheRestIsLive() {
    Autoversion autoversion = site().build();
    for (String url :
        List.of(
            "/static/js/app-73c94f24cbbd.js",
            "/static/js/app-73c94f24cbbd.js?x=1#y",
            "/static/gone.js")) {
      assertEquals(url, autoversion.url(url));
    }
    assertEquals("/static/new.js?v=3fc4ccfe7458", autoversion.url("/static/new.js"));
  }

  /** An asset's name is its path: a query is none of it, and an empty segment names nothing. */
  @Test
  void url_namesOfAssetsAreWhole() throws IOException {
    built.add(
        "js/app.js?x-67712ef66e2c=1",
        CopiedSite.copy("js/app.js?x=1", "67712ef66e2c", 3, Map.of()).integrity("x"));
    Autoversion autoversion = site().build();
    assertEquals("/static/js/app-73c94f24cbbd.js?x=1", autoversion.url("/static/js/app.js?x=1"));
    assertEquals(
        "/static/js/app.js%3Fx-67712ef66e2c=1", autoversion.url("/static/js/app.js%3fx=1"));
    assertEquals("/static//js/app.js", autoversion.url("/static//js/app.js"));
  }

  @Test
  void exclude_isForTheAssetsOwnName() {
    Autoversion autoversion = listed().exclude("js/app.js").build();
    assertEquals("/static/js/app.js", autoversion.url("/static/js/app.js"));
    Asked copy = Asked.get("/static/js/app-73c94f24cbbd.js");
    assertEquals(Optional.empty(), autoversion.respond(copy));
    assertEquals(3, autoversion.warmUp().assets()); // a.css, a.png and new.js
  }

  @Test
  void hostExcept_isForTheAssetsOwnName() {
    Autoversion autoversion = site().host("https://cdn.example").hostExcept("js/app.js").build();
    assertEquals("/static/js/app-73c94f24cbbd.js", autoversion.url("/static/js/app.js"));
    assertEquals(
        "https://cdn.example/static/img/a-3fc4ccfe7458.png", autoversion.url("/static/img/a.png"));
  }

  @Test
  void counts_eachAssetOnce() throws IOException {
    Autoversion autoversion = listed().build();
    // The three copies and new.js: 1800 + 44 + 3 + 3 bytes.
    assertEquals(new WarmUp(4, 1850), autoversion.count());
    assertEquals(new WarmUp(4, 1850), autoversion.warmUp());
    assertEquals("/static/js/app-73c94f24cbbd.js", autoversion.url("/static/js/app.js"));
    assertEquals(1, autoversion.stats().hits());
    Files.delete(root.resolve("js/app-73c94f24cbbd.js"));
    Files.delete(root.resolve("js/app-73c94f24cbbd.js.gz"));
    Asked app = Asked.get("/static/js/app-73c94f24cbbd.js").accepting("gzip");
    assertEquals(CopiedSite.LONG, Sent.of(autoversion, app).text());
  }

  @Test
  void counts_codingsOfCopiesAsNone() throws IOException {
    CopiedSite.write(root, "js/app-67712ef66e2c.js.zst", "of an earlier build");
    CopiedSite.write(root, "js/app-73c94f24cbbd.js.br", "of this build");
    assertEquals(new WarmUp(4, 1850), listed().build().count());
    CopiedSite.write(root, "js/app-67712ef66e2c.js.md", "two");
    assertEquals(new WarmUp(5, 1853), listed().build().count());
  }

  @Test
  void suggestion_isAnAsset() throws IOException {
    Autoversion autoversion = listed().onMissing(OnMissing.FAIL).build();
    CopiedSite.write(root, "js/app-67712ef66e2d.js", "another old one");
    String message =
        assertThrows(
                MissingAssetException.class, () -> autoversion.url("/static/js/app-67712ef66e2.js"))
            .getMessage();
    assertEquals(
        "no asset for '/static/js/app-67712ef66e2.js'; searched our build, directory " + root,
        message);
    assertEquals(
        "no asset for '/static/js/app-73c94f24cbb.js'; searched our build, directory " + root,
        assertThrows(
                MissingAssetException.class, () -> autoversion.url("/static/js/app-73c94f24cbb.js"))
            .getMessage());
    assertTrue(
        assertThrows(MissingAssetException.class, () -> autoversion.url("/static/js/ap.js"))
            .getMessage()
            .endsWith("; did you mean '/static/js/app.js'?"));
  }

  @Test
  void modules_areFollowedFromTheirCopies() throws IOException {
    CopiedSite.write(root, "js/main-434404ea3dae.js", "import \"./util.js\";\n");
    CopiedSite.write(root, "js/util-96909e1dce85.js", "export default 1;\n");
    built.add(
        "js/main-434404ea3dae.js",
        CopiedSite.copy("js/main.js", "434404ea3dae", 20, Map.of())
            .integrity("BZdIEpqEmmDlXi0gOD1Jtsey7RZZk0P+BCkixJArOxP9FJ9BALPP0wlYHkuq/oFR"));
    built.add(
        "js/util-96909e1dce85.js",
        CopiedSite.copy("js/util.js", "96909e1dce85", 18, Map.of())
            .integrity("TfNfbmwP7o3QYLOKT2ylblYjdqWkjpHkmoyPgwQk/jxycBM1LOGLUePUz56+OBZF"));
    Page page = new Page(site().build());
    assertEquals(
        """
        <link rel="modulepreload" href="/static/js/util-96909e1dce85.js">
        <script type="module" src="/static/js/main-434404ea3dae.js"></script>""",
        page.entrypoint(List.of("/static/js/main.js"), Map.of()).strip());
    String map = page.importMap(List.of("/static/js/main.js"), Map.of());
    assertTrue(map.contains("\"/static/js/util.js\":\"/static/js/util-96909e1dce85.js\""), map);
  }

  /** With or without a build, the tag is one that the page's {@code <script src>} can use. */
  @Test
  void preload_asOfTheAsset() {
    List<String> app = List.of("/static/js/app.js");
    assertEquals(
        "<link rel=\"preload\" href=\"/static/js/app-73c94f24cbbd.js\" as=\"script\">",
        new Page(site().build()).preload(app, Map.of()));
    assertEquals(
        "<link rel=\"preload\" href=\"/static/js/app.js?v=73c94f24cbbd\" as=\"script\">",
        new Page(time.builder().directory("/static", root).build()).preload(app, Map.of()));
  }

  @Test
  void stylesheetWithoutCopy_refersToCopies() throws IOException {
    CopiedSite.write(root, "css/late.css", "i{background:url(../img/a.png)}");
    Autoversion autoversion = site().build();
    Sent sent = Sent.of(autoversion, Asked.get(autoversion.url("/static/css/late.css")));
    assertEquals("i{background:url(../img/a-3fc4ccfe7458.png)}", sent.text());
  }

  @Test
  void mountedAt_isAskedByTheBuilder() {
    Manifest parts = new Parts(built);
    assertEquals(
        "/static/js/app-73c94f24cbbd.js",
        time.builder().manifest("/static/", parts).build().url("/static/js/app.js"));
    assertEquals(
        "nothing for '/'",
        assertThrows(IllegalArgumentException.class, () -> time.builder().manifest("/", parts))
            .getMessage());
    assertEquals(
        "https://cdn.example/js/app-73c94f24cbbd.js",
        time.builder()
            .manifest("/static", parts.servedAt("https://cdn.example"))
            .build()
            .url("/static/js/app.js"));
    assertEquals(Set.of("/static"), parts.servedAt("https://cdn.example").mounts());
    assertEquals(
        Optional.of(new Version("73c94f24cbbd")),
        time.builder()
            .manifest("/static", parts.servedAt("/other"))
            .build()
            .version("/static/js/app.js"));
  }

  @Test
  void copy_mayBeEmpty() {
    Manifest.Copy copy = CopiedSite.copy("a.txt", "1", 0, Map.of("br", 0L)).integrity("x");
    assertEquals(0, copy.size());
    assertEquals(Map.of("br", 0L), copy.codings());
  }

  @Test
  void copy_badOnesAreRefused() {
    assertEquals(
        "the integrity of a copy is 'sha384-…', unlike 'sha256-abc'",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new Manifest.Copy(
                        "a.js", new Version("1"), "sha256-abc", 0, Map.of(), List.of()))
            .getMessage());
    assertEquals(
        "a copy has 0 or more bytes, unlike 1 and {br=-1}",
        assertThrows(
                IllegalArgumentException.class,
                () -> CopiedSite.copy("a.js", "1", 1, Map.of("br", -1L)).integrity("x"))
            .getMessage());
  }

  /** A manifest with a part for one mount. */
  private record Parts(Manifest part) implements Manifest {
    @Override
    public Optional<String> published(String name) {
      return Optional.empty();
    }

    @Override
    public Stream<String> names() {
      return Stream.empty();
    }

    @Override
    public Set<String> mounts() {
      return Set.of("/static");
    }

    @Override
    public Manifest mountedAt(String prefix) {
      if (!prefix.equals("/static")) {
        throw new IllegalArgumentException("nothing for '" + prefix + "'");
      }
      return part;
    }
  }

  private Autoversion.Builder listed() {
    return time.builder().manifest("/static", built, AssetSource.directory(root));
  }

  private Autoversion.Builder site() {
    return time.builder().manifest("/static", built, files);
  }
}
