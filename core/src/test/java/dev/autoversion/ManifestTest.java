package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final Map<String, String> BUILD =
      Map.of(
          "src/main.js", "assets/main-DKlPqP-Q.js",
          "src/süß (1).png", "assets/süß (1)-D5Eq.png",
          "icon.svg?no-inline", "assets/icon-1.svg",
          "../shared/x.js", "assets/x-2.js",
          "/js/mix.js", "/build/js/mix.js?id=68ab",
          "cdn.js", "https://cdn.example/a b/cdn-3.js?x=%20",
          "other.js", "/elsewhere/other-4.js",
          "query.js", "assets/query.js?v=2",
          "plain.js", "plain.js",
          "__proto__", "assets/proto-5.js");

  // printf two | openssl dgst -sha384 -binary | base64
  private static final String SHA384_OF_TWO =
      "C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp";

  @TempDir Path output;
  private final ManualTime time = ManualTime.later();
  private final OwnManifest manifest = new OwnManifest(BUILD);

  @BeforeEach
  void writeOutput() throws IOException {
    Files.createDirectories(output.resolve("assets"));
    Files.writeString(output.resolve("assets/main-DKlPqP-Q.js"), "two"); // printf two | sha256sum
    Files.writeString(output.resolve("plain.js"), "two");
    Files.writeString(output.resolve("robots.txt"), "two");
  }

  @ParameterizedTest
  @CsvSource({
    "/build/src/main.js,                  /build/assets/main-DKlPqP-Q.js",
    "/build/src/main.js#top,              /build/assets/main-DKlPqP-Q.js#top",
    "/build/src/main.js?x=1#top,          /build/assets/main-DKlPqP-Q.js?x=1#top",
    "/build/src/s%C3%BC%C3%9F%20(1).png,  /build/assets/s%C3%BC%C3%9F%20%281%29-D5Eq.png",
    "/build/src/süß (1).png,              /build/assets/s%C3%BC%C3%9F%20%281%29-D5Eq.png",
    "/build/icon.svg?no-inline,           /build/assets/icon-1.svg",
    "/build/icon.svg?no-inline#pin,       /build/assets/icon-1.svg#pin",
    "/build/icon.svg%3Fno-inline,         /build/assets/icon-1.svg",
    "/build/../shared/x.js,               /build/assets/x-2.js",
    "/build/js/mix.js,                    /build/js/mix.js?id=68ab",
    "/build/js/mix.js?,                   /build/js/mix.js?id=68ab",
    "/build/js/mix.js?y=2,                /build/js/mix.js?id=68ab&y=2",
    "/build/js/mix.js?id=old,             /build/js/mix.js?id=68ab",
    "/build/js/mix.js?id=68ab,            /build/js/mix.js?id=68ab",
    "/build/js/mix.js?id=68ab#x,          /build/js/mix.js?id=68ab#x",
    "/build/cdn.js,                       https://cdn.example/a%20b/cdn-3.js?x=%20",
    "/build/other.js,                     /elsewhere/other-4.js",
    "/build/query.js,                     /build/assets/query.js?v=2",
    "/build/query.js?x=1&y#z,             /build/assets/query.js?v=2&x=1&y#z",
    "/build/query.js?v=1&x=1,             /build/assets/query.js?v=2&x=1",
    "/build/query.js?v=1&,                /build/assets/query.js?v=2",
    "/build/assets/query.js?v=2&&v=3,     /build/assets/query.js?v=2",
    "/build/assets/query.js?v=2&,         /build/assets/query.js?v=2",
    "/build/assets/query.js?v=2&x=1&v=3,  /build/assets/query.js?v=2&x=1",
    "/build/plain.js,                     /build/plain.js",
    "/build/__proto__,                    /build/assets/proto-5.js",
    "/build/assets/main-DKlPqP-Q.js,      /build/assets/main-DKlPqP-Q.js",
    "/build/assets/main-DKlPqP-Q.js?x=1,  /build/assets/main-DKlPqP-Q.js?x=1",
    "/build/src/mian.js,                  /build/src/mian.js",
    "/build/src/main.js/,                 /build/src/main.js/",
    "/build/src/%zz.js,                   /build/src/%zz.js",
    "/building/src/main.js,               /building/src/main.js",
    "src/main.js,                         src/main.js",
  })
  void url(String reference, String url) {
    Autoversion autoversion = time.builder().manifest("/build", manifest).build();
    assertEquals(url, autoversion.url(reference));
    assertEquals(url, autoversion.url(autoversion.url(reference)));
  }

  /** The file's own query is its version; the asset below that has another one. */
  @ParameterizedTest
  @CsvSource({
    "/build/query.js?x=1,                 /build/assets/query.js?v=2&x=1",
    "/build/assets/query.js?v=2&x=1&y#z,  /build/assets/query.js?v=2&x=1&y#z",
    "/build/assets/query.js?x=1&v=2,      /build/assets/query.js?x=1&v=3fc4ccfe7458",
    "/build/assets/query.js?v=23&x=1,     /build/assets/query.js?v=3fc4ccfe7458&x=1",
  })
  void url_fileWithAQuery_andMore(String reference, String url) throws IOException {
    Files.writeString(output.resolve("assets/query.js"), "two");
    Autoversion autoversion =
        time.builder().manifest("/build", manifest, AssetSource.directory(output)).build();
    assertEquals(url, autoversion.url(reference));
    assertEquals(url, autoversion.url(autoversion.url(reference)));
  }

  /** Neither a tag's srcset nor a header may have a blank in a URL. */
  @ParameterizedTest
  @CsvSource({
    "/my files,   /my%20files/main.js",
    "/my%20files, /my%20files/main.js",
    "/my files,   /my files/mix.js",
    "/my%20files, /my files/mix.js",
    "/my files,   /my%20files/plain.js",
    "/my%20files, /my%20files/plain.js",
  })
  void url_prefixWithABlank(String prefix, String reference) {
    Map<String, String> build =
        Map.of(
            "main.js", "assets/main-DKlPqP-Q.js",
            "mix.js", "/my files/assets/main-DKlPqP-Q.js",
            "plain.js", "/my%20files/assets/main-DKlPqP-Q.js");
    AssetSource files = AssetSource.directory(output);
    Autoversion autoversion =
        time.builder().manifest(prefix, new OwnManifest(build), files).build();
    String url = "/my%20files/assets/main-DKlPqP-Q.js";
    assertEquals(url, autoversion.url(reference));
    assertEquals(url, autoversion.url(url));
    assertEquals(200, autoversion.respond(Asked.get(url)).orElseThrow().status());
  }

  /** Scripts that are served elsewhere import one another from there, without a version. */
  @ParameterizedTest
  @ValueSource(strings = {"https://cdn.example/x/", "/other/"})
  void imports_buildServedElsewhere(String base) throws IOException {
    Files.writeString(output.resolve("assets/main-DKlPqP-Q.js"), "import './lib-Cd2.js';");
    Files.writeString(
        output.resolve("assets/lib-Cd2.js"), "import './unlisted.js'; import 'plain';");
    Files.writeString(output.resolve("assets/unlisted.js"), "two");
    Manifest build =
        new OwnManifest(
            Map.of("src/main.js", "assets/main-DKlPqP-Q.js", "lib.js", "assets/lib-Cd2.js"));
    Autoversion autoversion =
        time.builder()
            .manifest("/build", build.servedAt(base), AssetSource.directory(output))
            .directory("/static", output)
            .module("plain", "/static/plain.js")
            .build();
    assertEquals(
        Map.of(
            "/build/src/main.js",
            base + "assets/main-DKlPqP-Q.js",
            "plain",
            "/static/plain.js?v=3fc4ccfe7458"),
        autoversion.imports(List.of("/build/src/main.js"), ""));
  }

  /** What they import from a mount by its path is there, if it is our own server's. */
  @ParameterizedTest
  @CsvSource({
    "/other/, /static/plain.js, /static/plain.js",
    "/other/, ../../static/plain.js, /static/plain.js",
    "https://cdn.example/x/, /static/plain.js, none",
  })
  void imports_fromABuildServedElsewhere(String base, String written, String key)
      throws IOException {
    Files.writeString(output.resolve("assets/main-DKlPqP-Q.js"), "import '" + written + "';");
    Manifest build = new OwnManifest(Map.of("src/main.js", "assets/main-DKlPqP-Q.js"));
    Autoversion autoversion =
        time.builder()
            .manifest("/build", build.servedAt(base), AssetSource.directory(output))
            .directory("/static", output)
            .build();
    Map<String, String> imports =
        new TreeMap<>(autoversion.imports(List.of("/build/src/main.js"), ""));
    assertEquals(base + "assets/main-DKlPqP-Q.js", imports.remove("/build/src/main.js"));
    assertEquals(
        key.equals("none") ? Map.of() : Map.of(key, "/static/plain.js?v=3fc4ccfe7458"), imports);
  }

  /** Tools escape more than they must, and in their own way. */
  @ParameterizedTest
  @ValueSource(strings = {"%5Bid%5D%40x-Bx3.js", "[id]%40x-Bx3.js", "%5bid%5d@x-Bx3.js"})
  void url_otherEscapes(String file) throws IOException {
    Files.writeString(output.resolve("[id]@x-Bx3.js"), "two");
    Autoversion autoversion =
        time.builder()
            .manifest(
                "/build",
                new OwnManifest(Map.of("src/[id]@x.js", "/build/" + file)),
                AssetSource.directory(output))
            .build();
    assertEquals("/build/" + file, autoversion.url("/build/src/[id]@x.js"));
    assertEquals("/build/" + file, autoversion.url("/build/" + file));
    assertEquals(
        Optional.of("public, max-age=31536000, immutable"),
        autoversion
            .respond(Asked.get("/build/" + file))
            .map(response -> response.headers().get("Cache-Control")));
  }

  /** As other scripts import it: a URL with {@code %28} would be another module. */
  @ParameterizedTest
  @CsvSource({
    "assets/w (1)-Bx3.js, /build/assets/w%20(1)-Bx3.js",
    "/build/assets/w (1)-Bx3.js, /build/assets/w%20(1)-Bx3.js",
    "/build/assets/w%20%281%29-Bx3.js, /build/assets/w%20(1)-Bx3.js",
    "https://cdn.example/w(1)-Bx3.js, https://cdn.example/w(1)-Bx3.js",
  })
  void url_scriptWithParentheses(String file, String url) throws IOException {
    Files.writeString(output.resolve("assets/w (1)-Bx3.js"), "two");
    Autoversion autoversion =
        time.builder()
            .manifest(
                "/build",
                new OwnManifest(Map.of("src/w (1).js", file)),
                AssetSource.directory(output))
            .build();
    assertEquals(url, autoversion.url("/build/src/w%20(1).js"));
    assertEquals(url, autoversion.url(url));
  }

  @Test
  void url_contextPathAndHost() {
    Autoversion autoversion =
        time.builder()
            .manifest("/a/build", manifest)
            .contextPath("/shop")
            .host("https://static.example")
            .hostExcept("**/x-*.js")
            .build();
    assertEquals(
        "https://static.example/shop/a/build/assets/main-DKlPqP-Q.js",
        autoversion.url("/shop/a/build/src/main.js"));
    assertEquals(
        "https://static.example/shop/elsewhere/other-4.js",
        autoversion.url("/shop/a/build/other.js"));
    assertEquals(
        "https://static.example/shop/a/build/assets/main-DKlPqP-Q.js",
        autoversion.url("https://static.example/shop/a/build/src/main.js"));
    assertEquals("/shop/a/build/assets/x-2.js", autoversion.url("/shop/a/build/../shared/x.js"));
    assertEquals(
        "https://cdn.example/a%20b/cdn-3.js?x=%20", autoversion.url("/shop/a/build/cdn.js"));
    assertEquals("/a/build/src/main.js", autoversion.url("/a/build/src/main.js"));
  }

  @Test
  void url_contextPathOfRequest() {
    Autoversion autoversion = time.builder().manifest("/build", manifest).build();
    assertEquals(
        "/shop/build/assets/main-DKlPqP-Q.js", autoversion.url("/shop/build/src/main.js", "/shop"));
  }

  @Test
  void url_wholeSite() {
    Autoversion autoversion = time.builder().manifest("/", manifest).build();
    assertEquals("/assets/main-DKlPqP-Q.js", autoversion.url("/src/main.js"));
    assertEquals("/owners/12", autoversion.url("/owners/12"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://cdn.example/x, https://cdn.example/x/assets/main-DKlPqP-Q.js",
    "https://cdn.example/x/, https://cdn.example/x/assets/main-DKlPqP-Q.js",
    "/other, /shop/other/assets/main-DKlPqP-Q.js",
  })
  void servedAt(String base, String url) {
    Autoversion autoversion =
        time.builder().manifest("/build", manifest.servedAt(base)).contextPath("/shop").build();
    assertEquals(url, autoversion.url("/shop/build/src/main.js"));
    assertEquals("/shop/elsewhere/other-4.js", autoversion.url("/shop/build/other.js"));
  }

  @Test
  void servedAt_allThatTheManifestSays() {
    Autoversion autoversion =
        time.builder()
            .manifest("/b", LiteralManifest.SHOP.servedAt("https://cdn.example/x"))
            .onMissing(OnMissing.FAIL)
            .build();
    assertEquals(
        List.of("https://cdn.example/x/shared-1.css", "https://cdn.example/x/main-1.css"),
        autoversion.entry("/b/main.js", "").stylesheets());
    assertEquals(Optional.of("sha384-main"), autoversion.integrity("/b/main.js"));
    assertEquals(
        "no asset for '/b/mian.js'; searched manifest of maps served at https://cdn.example/x/;"
            + " did you mean '/b/main.js'?",
        assertThrows(MissingAssetException.class, () -> autoversion.url("/b/mian.js"))
            .getMessage());
  }

  @Test
  void servedAt_oneForEachEdition() throws IOException {
    Manifest served = manifest.servedAt("/other");
    assertSame(served, served.current());
    manifest.publish(Map.of("a.js", "a-1.js"));
    Manifest changed = served.current();
    assertSame(changed, served.current());
    assertEquals(Optional.of("a-1.js"), changed.published("a.js"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x/",
        "//cdn.example/",
        "ftp://x/",
        "https:///x",
        "/x?y",
        "/x y",
        "https://x/\""
      })
  void servedAt_noFolder(String base) {
    assertThrows(IllegalArgumentException.class, () -> manifest.servedAt(base));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "assets/%2e%2e/x.js",
        "javascript:alert(1)",
        "data:text/javascript,1",
        "https:///x",
        "assets/a\u0000.js",
        "assets\\a.js",
        "",
      })
  void url_unsafeFile(String file) {
    Autoversion autoversion =
        time.builder().manifest("/build", new OwnManifest(Map.of("a.js", file))).build();
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals("/build/a.js", autoversion.url("/build/a.js"));
      autoversion.invalidate();
      assertEquals("/build/a.js", autoversion.url("/build/a.js"));
      assertTrue(
          log.lines().get(0).startsWith("WARNING our own manifest publishes '"), log::toString);
    }
  }

  @Test
  void missing_nearName() {
    Autoversion autoversion =
        time.builder().manifest("/build", manifest).onMissing(OnMissing.FAIL).build();
    MissingAssetException e =
        assertThrows(MissingAssetException.class, () -> autoversion.url("/build/src/mian.js"));
    assertEquals(
        "no asset for '/build/src/mian.js'; searched our own manifest; did you mean"
            + " '/build/src/main.js'?",
        e.getMessage());
  }

  /** A program may be started before its first build, and go on through many. */
  @Test
  void missing_nearANameOfTheLatestBuild() {
    OwnManifest built = new OwnManifest(Map.of("src/old.js", "assets/old-1.js"));
    Autoversion autoversion = time.builder().manifest("/build", built).build();
    built.publish(Map.of("src/cart.js", "assets/cart-1.js"));
    assertEquals(
        "no asset for '/build/src/cat.js'; searched our own manifest; did you mean"
            + " '/build/src/cart.js'?",
        autoversion.explain("/build/src/cat.js").reason().orElseThrow());
  }

  /** What has been said of it is enough, and names that were there are still a help. */
  @Test
  void missing_nearAName_manifestFails() {
    OwnManifest built = new OwnManifest(Map.of("src/cart.js", "assets/cart-1.js"));
    Autoversion autoversion = time.builder().manifest("/build", built).build();
    built.fail("half written");
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(
          "no asset for '/build/src/cat.js'; searched our own manifest; did you mean"
              + " '/build/src/cart.js'?",
          autoversion.explain("/build/src/cat.js").reason().orElseThrow());
      assertEquals(1, log.lines().size(), log::toString);
    }
  }

  @Test
  void missing_nearAFileThatNoBuildWrote() {
    Autoversion autoversion =
        time.builder().manifest("/build", manifest, AssetSource.directory(output)).build();
    assertEquals(
        "no asset for '/build/robot.txt'; searched our own manifest, directory "
            + output
            + "; did you mean '/build/robots.txt'?",
        autoversion.explain("/build/robot.txt").reason().orElseThrow());
  }

  @Test
  void twoManifests_firstThatKnows() {
    Autoversion autoversion =
        time.builder()
            .manifest("/build", new OwnManifest(Map.of("a.js", "a-1.js")))
            .manifest("/build", new OwnManifest(Map.of("a.js", "a-2.js", "b.js", "b-2.js")))
            .build();
    assertEquals("/build/a-1.js", autoversion.url("/build/a.js"));
    assertEquals("/build/b-2.js", autoversion.url("/build/b.js"));
  }

  @Test
  void files_unlistedOnesAreAssets() {
    Autoversion autoversion = withFiles();
    assertEquals("/build/robots.txt?v=3fc4ccfe7458", autoversion.url("/build/robots.txt"));
    assertEquals("/build/plain.js", autoversion.url("/build/plain.js"));
  }

  @Test
  void exclude_leavesNameAlone() {
    Autoversion autoversion = time.builder().manifest("/build", manifest).exclude("src/**").build();
    assertEquals("/build/src/main.js", autoversion.url("/build/src/main.js"));
  }

  @Test
  void newBuild_showsAfterRecheck() {
    Autoversion autoversion = time.builder().manifest("/build", manifest).build();
    assertEquals("/build/assets/main-DKlPqP-Q.js", autoversion.url("/build/src/main.js"));
    manifest.publish(Map.of("src/main.js", "assets/main-new.js"));
    assertEquals("/build/assets/main-DKlPqP-Q.js", autoversion.url("/build/src/main.js"));
    time.advance(Duration.ofSeconds(1));
    assertEquals("/build/assets/main-new.js", autoversion.url("/build/src/main.js"));
    assertEquals("/build/cdn.js", autoversion.url("/build/cdn.js"));
  }

  @Test
  void newBuild_showsAfterInvalidate() {
    Autoversion autoversion = time.builder().manifest("/build", manifest).recheckNever().build();
    assertEquals("/build/assets/main-DKlPqP-Q.js", autoversion.url("/build/src/main.js"));
    manifest.publish(Map.of("src/main.js", "assets/main-new.js"));
    time.advance(Duration.ofDays(1));
    assertEquals("/build/assets/main-DKlPqP-Q.js", autoversion.url("/build/src/main.js"));
    autoversion.invalidate();
    assertEquals("/build/assets/main-new.js", autoversion.url("/build/src/main.js"));
  }

  /** The longest ages overflow nanoseconds, so that "long ago" must not come back as the future. */
  @Test
  void newBuild_showsAfterInvalidateWhateverTheAge() {
    Duration age = Duration.ofSeconds(Long.MAX_VALUE);
    Autoversion autoversion = time.builder().manifest("/build", manifest).recheckAfter(age).build();
    assertEquals("/build/assets/main-DKlPqP-Q.js", autoversion.url("/build/src/main.js"));
    manifest.publish(Map.of("src/main.js", "assets/main-new.js"));
    autoversion.invalidate();
    time.advance(Duration.ofNanos(1));
    assertEquals("/build/assets/main-new.js", autoversion.url("/build/src/main.js"));
  }

  /** Whoever was reading it just then has what was there before; nobody else, and not for long. */
  @Test
  void newBuild_showsAfterInvalidateDuringARead() {
    AtomicReference<Autoversion> itself = new AtomicReference<>();
    List<String> meanwhile = new ArrayList<>();
    OwnManifest read =
        new OwnManifest(BUILD) {
          @Override
          public Manifest current() throws IOException {
            Manifest before = super.current();
            if (asked() == 1) {
              publish(Map.of("src/main.js", "assets/main-new.js"));
              itself.get().invalidate();
              meanwhile.add(itself.get().url("/build/src/main.js#x"));
            }
            return before;
          }
        };
    Autoversion autoversion = time.builder().manifest("/build", read).recheckNever().build();
    itself.set(autoversion);
    assertEquals("/build/assets/main-DKlPqP-Q.js", autoversion.url("/build/src/main.js"));
    assertEquals(List.of("/build/assets/main-new.js#x"), meanwhile);
    assertEquals("/build/assets/main-new.js", autoversion.url("/build/src/main.js"));
  }

  @Test
  void askedOnce_forAllReferencesOfOneSecond() {
    Autoversion autoversion = time.builder().manifest("/build", manifest).build();
    BUILD.keySet().forEach(name -> autoversion.url("/build/" + name));
    assertEquals(1, manifest.asked());
  }

  @Test
  void brokenBuild_lastOneIsKept() {
    Autoversion autoversion = time.builder().manifest("/build", manifest).build();
    try (CapturedLog log = CapturedLog.open()) {
      manifest.fail("cut off at line 3");
      for (int i = 0; i < 3; i++) {
        assertEquals("/build/assets/main-DKlPqP-Q.js", autoversion.url("/build/src/main.js"));
        time.advance(Duration.ofSeconds(1));
      }
      assertEquals(
          List.of(
              "WARNING our own manifest can't be read, so the last one is kept: cut off at line 3"),
          log.lines());
    }
    manifest.publish(Map.of("src/main.js", "assets/main-new.js"));
    assertEquals("/build/assets/main-new.js", autoversion.url("/build/src/main.js"));
  }

  /** Each time that a build breaks, and of each manifest. */
  @Test
  void brokenBuild_isToldAgain() {
    OwnManifest other = new OwnManifest(BUILD);
    Autoversion autoversion =
        time.builder().manifest("/build", manifest).manifest("/other", other).build();
    try (CapturedLog log = CapturedLog.open()) {
      manifest.fail("cut off");
      other.fail("cut off");
      autoversion.url("/build/src/main.js");
      autoversion.url("/other/src/main.js");
      assertEquals(2, log.lines().size());
      manifest.publish(BUILD);
      time.advance(Duration.ofSeconds(1));
      autoversion.url("/build/src/main.js");
      assertEquals(2, log.lines().size());
      manifest.fail("cut off");
      time.advance(Duration.ofSeconds(1));
      autoversion.url("/build/src/main.js");
      assertEquals(3, log.lines().size());
    }
  }

  @Test
  void integrity_blankIsNone() {
    Manifest blank = new LiteralManifest(Map.of("a.js", "a-1.js"), Map.of(), Map.of("a-1.js", " "));
    Autoversion autoversion = time.builder().manifest("/b", blank).build();
    assertEquals(Optional.empty(), autoversion.integrity("/b/a.js"));
  }

  @Test
  void explain() {
    Explanation explanation =
        time.builder().manifest("/build", manifest).build().explain("/build/src/main.js");
    assertEquals("/build/assets/main-DKlPqP-Q.js", explanation.url());
    assertEquals(Optional.of("assets/main-DKlPqP-Q.js"), explanation.published());
    assertEquals(Optional.of("our own manifest"), explanation.source());
    assertEquals(Optional.empty(), explanation.placement());
  }

  /** Pages have the URL all the same, and only the browser's 404 would tell. */
  @Test
  void explain_saysThatTheFileIsNotThere() {
    assertFalse(withFiles().explain("/build/src/main.js").toString().contains("is not there"));
    String text = withFiles().explain("/build/icon.svg?no-inline").toString();
    assertTrue(text.contains("codings       none, as the file is not there"), text);
    Autoversion namesAlone = time.builder().manifest("/build", manifest).build();
    assertFalse(namesAlone.explain("/build/src/main.js").toString().contains("is not there"));
  }

  @Test
  void version_ofTheFile() {
    assertEquals(
        Optional.of(new Version("3fc4ccfe7458")), withFiles().version("/build/src/main.js"));
    assertEquals(
        Optional.empty(),
        time.builder().manifest("/build", manifest).build().version("/build/src/main.js"));
  }

  @Test
  void integrity_manifestsElseOfTheFile() {
    assertEquals(Optional.of("sha256-abc"), withFiles().integrity("/build/src/main.js"));
    assertEquals(
        Optional.of("sha384-" + SHA384_OF_TWO),
        withFiles().integrity("/build/assets/main-DKlPqP-Q.js"));
    assertEquals(Optional.empty(), withFiles().integrity("/build/cdn.js"));
  }

  @Test
  void integrity_byUrlElsewhere() {
    Autoversion autoversion =
        time.builder()
            .manifest(
                "/build", manifest.servedAt("https://cdn.example/x"), AssetSource.directory(output))
            .build();
    assertEquals(
        Optional.of("sha384-" + SHA384_OF_TWO),
        autoversion.integrity("https://cdn.example/x/assets/main-DKlPqP-Q.js"));
  }

  @Test
  void stylesheet_namesAndCoversPublishedFiles() throws IOException {
    Path styles = Files.createDirectory(output.resolve("styles"));
    Files.writeString(styles.resolve("a.css"), "i{background:url(/build/icon.svg?no-inline)}");
    Autoversion autoversion =
        time.builder().manifest("/build", manifest).directory("/s", styles).build();
    String first = autoversion.url("/s/a.css");
    assertEquals(
        "i{background:url(/build/assets/icon-1.svg)}",
        Sent.of(autoversion, Asked.get(first)).text());
    manifest.publish(Map.of("icon.svg?no-inline", "assets/icon-2.svg"));
    time.advance(Duration.ofSeconds(1));
    String second = autoversion.url("/s/a.css");
    assertFalse(first.equals(second), second);
    assertEquals(
        "i{background:url(/build/assets/icon-2.svg)}",
        Sent.of(autoversion, Asked.get(second)).text());
  }

  @Test
  void entry_ofAFileByItsName() {
    Manifest flat =
        new OwnManifest(Map.of("a.css", "a-1.css?x", "a.mjs", "a-1.mjs", "a.js", "a-1.js"));
    Autoversion autoversion = time.builder().manifest("/b", flat).build();
    assertEquals(List.of("/b/a-1.css?x"), autoversion.entry("/b/a.css", "").stylesheets());
    assertEquals(List.of("/b/a-1.mjs"), autoversion.entry("/b/a.mjs", "").modules());
    assertEquals(List.of("/b/a-1.js"), autoversion.entry("/b/a.js", "").scripts());
  }

  @Test
  void entry_urlsInOrder() {
    Autoversion autoversion =
        time.builder().manifest("/build", new WholeEntry()).host("https://static.example").build();
    assertEquals(
        new Manifest.Entry(
            List.of("https://static.example/shop/build/a-1.css"),
            List.of("https://cdn.example/s.js"),
            List.of("https://static.example/shop/build/m-1.js"),
            List.of("https://static.example/shop/p.js"),
            List.of("https://static.example/shop/build/l.js"),
            List.of()),
        autoversion.entry("/shop/build/main", "/shop"));
    assertEquals( // By its URL, beside an entry that has none.
        List.of("https://static.example/shop/build/o-1.js"),
        autoversion.entry("/shop/build/o-1.js", "/shop").scripts());
  }

  @ParameterizedTest
  @CsvSource({"/s/a.css", "/owners/12", "https://x.example/a.js", "''"})
  void entry_ofNoManifest(String reference) {
    Autoversion autoversion = time.builder().directory("/t", output).build();
    Manifest.Entry entry = autoversion.entry(reference, "");
    assertEquals(
        List.of(reference), reference.endsWith(".css") ? entry.stylesheets() : entry.modules());
  }

  @Test
  void entry_ofOneAsset() {
    Autoversion autoversion = time.builder().directory("/t", output).build();
    assertEquals(
        List.of("/t/plain.js?v=3fc4ccfe7458"), autoversion.entry("/t/plain.js", "").modules());
  }

  @Test
  void warmUp_namesAndFiles() {
    Autoversion autoversion = withFiles();
    assertEquals(new WarmUp(3, 9), autoversion.warmUp());
    long misses = autoversion.stats().misses();
    autoversion.url("/build/src/main.js");
    autoversion.url("/build/assets/main-DKlPqP-Q.js");
    assertEquals(misses, autoversion.stats().misses());
  }

  @Test
  void entry_ofOneFile() {
    assertEquals(List.of("a.css"), Manifest.Entry.of("a.css").stylesheets());
    assertEquals(List.of("a.mjs"), Manifest.Entry.of("a.mjs").modules());
    assertEquals(List.of("a.js?x=.css"), Manifest.Entry.of("a.js?x=.css").scripts());
  }

  private Autoversion withFiles() {
    return time.builder().manifest("/build", manifest, AssetSource.directory(output)).build();
  }

  /** A manifest whose entry has more than its own file. */
  private static final class WholeEntry implements Manifest {
    @Override
    public Optional<String> published(String name) {
      return name.equals("o.js") ? Optional.of("o-1.js") : Optional.empty();
    }

    @Override
    public Optional<Entry> entry(String name) {
      return name.equals("main")
          ? Optional.of(
              new Entry(
                  List.of("a-1.css", "../up.css"),
                  List.of("https://cdn.example/s.js"),
                  List.of("m-1.js"),
                  List.of("/p.js"),
                  List.of("l.js"),
                  List.of()))
          : published(name).map(Entry::of);
    }

    @Override
    public Stream<String> names() {
      return Stream.of("main", "o.js");
    }
  }
}
