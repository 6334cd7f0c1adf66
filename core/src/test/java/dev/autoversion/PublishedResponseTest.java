package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a build's published files are answered with. */
class PublishedResponseTest {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  @TempDir Path output;
  private final ManualTime time = ManualTime.later();
  private final OwnManifest manifest =
      new OwnManifest(
          Map.of(
              "src/main.js", "assets/main-DKlPqP-Q.js",
              "src/a.css", "assets/a-1.css",
              "plain.js", "plain.js",
              "js/mix.js", "/build/mix.js?id=68ab",
              "id.js", "/build/id.js?id=1",
              "gone.js", "assets/gone-1.js"));

  @BeforeEach
  void writeOutput() throws IOException {
    Files.createDirectories(output.resolve("assets"));
    Files.writeString(output.resolve("assets/main-DKlPqP-Q.js"), "var long;".repeat(200));
    Files.writeString(output.resolve("assets/a-1.css"), "i{background:url(../plain.js)}");
    Files.writeString(output.resolve("plain.js"), "two");
    Files.writeString(output.resolve("mix.js"), "two");
    Files.writeString(output.resolve("id.js"), "two");
  }

  @Test
  void published_isSentForEver() throws IOException {
    Sent sent =
        Sent.of(withFiles().build(), Asked.get("/build/assets/main-DKlPqP-Q.js").accepting("gzip"));
    assertEquals(200, sent.status());
    assertEquals(FOR_EVER, sent.header("Cache-Control"));
    assertEquals("text/javascript;charset=utf-8", sent.header("Content-Type"));
    assertEquals("gzip", sent.coding());
    assertEquals("var long;".repeat(200), sent.text());
  }

  @Test
  void stylesheet_isSentAsItWasBuilt() throws IOException {
    Sent sent = Sent.of(withFiles().build(), Asked.get("/build/assets/a-1.css"));
    assertEquals("i{background:url(../plain.js)}", sent.text());
    assertEquals(FOR_EVER, sent.header("Cache-Control"));
  }

  @Test
  void publishedUnderItsOwnName_isNoProof() throws IOException {
    assertEquals(Optional.empty(), withFiles().build().respond(Asked.get("/build/plain.js")));
    Sent sent = Sent.of(withFiles().answerPlainUrls().build(), Asked.get("/build/plain.js"));
    assertEquals("no-cache", sent.header("Cache-Control"));
  }

  /** As esbuild, and Vite told so, name their files: the manifest gives another folder or type. */
  @ParameterizedTest
  @ValueSource(strings = {"assets/main.js", "assets/a.css", "assets/shared.js", "plain.js"})
  void publishedWithoutAHash_isNoProof(String file) throws IOException {
    Files.writeString(output.resolve(file), "two");
    LiteralManifest plain =
        new LiteralManifest(
            Map.of(
                "src/main.ts", "assets/main.js",
                "a", "assets/a.css",
                "src/logo.svg", "assets/logo-DKlPqP-Q.svg",
                "_shared.js", "assets/shared.js"),
            Map.of("src/main.ts", Manifest.Entry.of("plain.js")),
            Map.of());
    Autoversion autoversion =
        time.builder().manifest("/build", plain, AssetSource.directory(output)).build();
    Asked asked = Asked.get("/build/" + file);
    assertEquals(Optional.empty(), autoversion.respond(asked));
    assertEquals(Storing.NOT_IF_ABSENT, autoversion.storing(asked));
  }

  /**
   * {@code output.filename} of webpack's own guides: {@code bundle.js}, {@code [name].bundle.js}.
   */
  @ParameterizedTest
  @ValueSource(strings = {"bundle.js", "page2.bundle.js", "lazy-1.js"})
  void publishedUnderAnotherNameWithoutAHash_isNoProof(String file) throws IOException {
    Files.writeString(output.resolve(file), "two");
    LiteralManifest webpack =
        new LiteralManifest(
            Map.of("main.js", "bundle.js", "page2.js", "page2.bundle.js"),
            Map.of("main.js", Manifest.Entry.of("lazy-1.js")),
            Map.of());
    Autoversion autoversion =
        time.builder().manifest("/build", webpack, AssetSource.directory(output)).build();
    Asked asked = Asked.get("/build/" + file);
    assertEquals(Optional.empty(), autoversion.respond(asked));
    assertEquals(Storing.NOT_IF_ABSENT, autoversion.storing(asked));
  }

  /** One in twenty of bun's. */
  @Test
  void hashOfLettersAlone() throws IOException {
    Files.writeString(output.resolve("landing-qebshtqp.js"), "two");
    LiteralManifest bun =
        new LiteralManifest(Map.of("src/landing.ts", "landing-qebshtqp.js"), Map.of(), Map.of());
    Autoversion autoversion =
        time.builder().manifest("/build", bun, AssetSource.directory(output)).build();
    assertEquals(
        FOR_EVER,
        Sent.of(autoversion, Asked.get("/build/landing-qebshtqp.js")).header("Cache-Control"));
  }

  /** esbuild puts a hash into the names of shared and lazy chunks, and not into entries'. */
  @Test
  void publishedWithoutANameLikeItsScript_isNoProof() throws IOException {
    Files.writeString(output.resolve("main.css"), "two");
    LiteralManifest esbuild =
        new LiteralManifest(
            Map.of("src/main.js", "main.js", "src/lazy.js", "lazy-HHEEMNBG.js"),
            Map.of("src/main.js", Manifest.Entry.of("main.css")),
            Map.of());
    assertEquals(
        Optional.empty(),
        time.builder()
            .manifest("/build", esbuild, AssetSource.directory(output))
            .build()
            .respond(Asked.get("/build/main.css")));
  }

  /** What has no name of its own has a hash where a script or stylesheet with one has. */
  @Test
  void publishedWithoutAName_asThoseThatHaveOne() throws IOException {
    Files.writeString(output.resolve("chunk-1.js"), "two");
    LiteralManifest hashed =
        new LiteralManifest(
            Map.of("sw.js", "sw.js", "main.js", "assets/main-DKlPqP-Q.js"),
            Map.of("main.js", Manifest.Entry.of("chunk-1.js")),
            Map.of());
    Autoversion autoversion =
        time.builder().manifest("/build", hashed, AssetSource.directory(output)).build();
    assertEquals(
        FOR_EVER, Sent.of(autoversion, Asked.get("/build/chunk-1.js")).header("Cache-Control"));
  }

  @Test
  void versionInQuery_onlyTheCurrentOne() throws IOException {
    Autoversion autoversion = withFiles().build();
    assertEquals(
        FOR_EVER, Sent.of(autoversion, Asked.get("/build/mix.js?id=68ab")).header("Cache-Control"));
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/build/mix.js?id=old")));
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/build/mix.js")));
  }

  /** {@code ?v=dev} says the same of each build, and a name's own query says nothing. */
  @ParameterizedTest
  @CsvSource({
    "a.js,        a.js?v=dev",
    "a.js,        a.js?",
    "a.js,        a.js?inline",
    "a.js,        a.js?revision=dev&V2=",
    "a.js?v=4.7.0, a.js?v=4.7.0",
    "img/a.js?8d20, a.js?8d20",
  })
  void queryWithoutHash_isLeftToTheServer(String name, String file) throws IOException {
    CopiedSite.write(output, "a.js", "two");
    OwnManifest named = new OwnManifest(Map.of(name, file));
    Autoversion autoversion =
        time.builder().manifest("/build", named, AssetSource.directory(output)).build();
    assertEquals("/build/" + file, autoversion.url("/build/" + name));
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/build/" + file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-1234abcd.js?dev", "a.js?DKlPqP-Q", "a.js?dev&id=68ab"})
  void queryOrNameWithHash_isSentForEver(String file) throws IOException {
    CopiedSite.write(output, "a.js", "two");
    CopiedSite.write(output, "a-1234abcd.js", "two");
    OwnManifest named = new OwnManifest(Map.of("a.js", file));
    Autoversion autoversion =
        time.builder().manifest("/build", named, AssetSource.directory(output)).build();
    assertEquals(
        FOR_EVER, Sent.of(autoversion, Asked.get("/build/" + file)).header("Cache-Control"));
  }

  /** Vite keeps {@code ?8d20} of a font's URL behind the hashed name, and so do we. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/build/assets/main-DKlPqP-Q.js?8d20",
        "/build/assets/main-DKlPqP-Q.js?",
        "/build/id.js?id=1&y=2"
      })
  void queryOfTheReference_isSentForEver(String url) throws IOException {
    Autoversion autoversion = withFiles().build();
    assertEquals(FOR_EVER, Sent.of(autoversion, Asked.get(url)).header("Cache-Control"));
    assertEquals(url, autoversion.url(url));
  }

  /** By its ending it may be a page. */
  @ParameterizedTest
  @ValueSource(strings = {"/assets/rock-1234abcd.glb", "/assets/rock-1234abcd.glb?8d20"})
  void wholeSite_fileOfAnUnknownType(String url) throws IOException {
    CopiedSite.write(output, "assets/rock-1234abcd.glb", "two");
    OwnManifest models = new OwnManifest(Map.of("rock.glb", "assets/rock-1234abcd.glb"));
    Autoversion autoversion =
        time.builder().manifest("/", models, AssetSource.directory(output)).build();
    assertEquals(FOR_EVER, Sent.of(autoversion, Asked.get(url)).header("Cache-Control"));
  }

  /** A name may be that of a file as well, which its plain URL leads to. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/build/mix.js",
        "/build/mix.js?f4ab",
        "/build/mix.js?id=old",
        "/build/plain.js?x=1",
        "/build/src/main.js"
      })
  void answerPlainUrls_whatIsPublishedUnderAnotherUrl(String url) throws IOException {
    CopiedSite.write(output, "src/main.js", "two");
    LiteralManifest named =
        new LiteralManifest(
            Map.of(
                "mix.js", "/build/mix.js?id=68ab",
                "plain.js", "plain.js",
                "src/main.js", "assets/main-DKlPqP-Q.js"),
            Map.of(),
            Map.of());
    Sent sent =
        Sent.of(
            time.builder()
                .manifest("/build", named, AssetSource.directory(output))
                .answerPlainUrls()
                .build(),
            Asked.get(url));
    assertEquals("no-cache", sent.header("Cache-Control"));
    assertEquals("two", sent.text());
  }

  @Test
  void vanished_isNeverStored() {
    CountingSource files = new CountingSource(output);
    Autoversion autoversion = time.builder().manifest("/build", manifest, files).build();
    Asked gone = Asked.get("/build/assets/gone-1.js");
    assertEquals(Optional.empty(), autoversion.respond(gone));
    assertEquals(1, files.finds());
    assertEquals(Storing.NEVER, autoversion.storing(gone));
    assertEquals(1, files.finds());
  }

  /** A URL names a file, and nothing else in its manifest: no manifest is asked for "". */
  @Test
  void integrity_ofTheFileAlone() {
    LiteralManifest literal =
        new LiteralManifest(
            Map.of("main.js", "main-1.js"),
            Map.of(),
            Map.of("", "sha384-nothing", "main-1.js", "sha384-main"));
    Autoversion autoversion = time.builder().manifest("/b", literal).build();
    assertEquals(Optional.of("sha384-main"), autoversion.integrity("/b/main-1.js"));
    assertEquals(Optional.of("sha384-main"), autoversion.integrity("/b/main.js"));
  }

  /** As a page has them whose manifest is replaced while it is rendered. */
  @Test
  void integrityAt_urlOfAnEarlierBuild_none() throws IOException {
    Files.writeString(output.resolve("assets/a-0.css"), "i{background:url(../none.js)}");
    Autoversion autoversion = withFiles().build();
    for (String url : List.of("/build/assets/a-0.css", "/build/mix.js?id=67fa")) {
      assertEquals(Optional.empty(), autoversion.integrityAt(url, ""), url);
    }
    for (String url : List.of("/build/assets/a-1.css", "/build/mix.js?id=68ab")) {
      assertEquals(autoversion.integrity(url), autoversion.integrityAt(url, ""), url);
      assertTrue(autoversion.integrityAt(url, "").isPresent(), url);
    }
    assertEquals(Optional.empty(), autoversion.integrityAt("/build/src/a.css", ""));
  }

  @Test
  void withoutFiles_theServersBusiness() {
    Autoversion autoversion = time.builder().manifest("/build", manifest).build();
    Asked main = Asked.get("/build/assets/main-DKlPqP-Q.js");
    assertEquals(Optional.empty(), autoversion.respond(main));
    assertEquals(Storing.NOT_IF_ABSENT, autoversion.storing(main));
  }

  @Test
  void name_isNoFile() {
    Autoversion autoversion = withFiles().build();
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/build/src/main.js")));
    assertEquals(Storing.NOT_IF_ABSENT, autoversion.storing(Asked.get("/build/src/main.js")));
  }

  private Autoversion.Builder withFiles() {
    return time.builder().manifest("/build", manifest, AssetSource.directory(output));
  }
}
