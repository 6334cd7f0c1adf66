package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the table in the design's section on responding. */
class RespondTest {
  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  @BeforeEach
  void writeSite() throws IOException {
    Files.createDirectories(site.resolve("css"));
    Path file = Files.writeString(site.resolve("a.js"), "two"); // printf two | sha256sum
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-02T03:04:05Z")));
    Files.writeString(site.resolve("my-file.js"), "my file");
    Files.writeString(site.resolve("my.js"), "my");
    Files.writeString(
        site.resolve("css/app.css"), "i{background:url(../a.js?x#y), url('no.png'), url(/s/a.js)}");
    Files.writeString(site.resolve("css/up.css"), "i{background:url(../../uploads/logo.png)}");
    Files.writeString(site.resolve("sw.js"), "worker");
    Files.writeString(site.resolve(".env"), "secret");
  }

  @ParameterizedTest
  @CsvSource({
    "query,        /s/a.js?v=3fc4ccfe7458",
    "query,        /s/a.js?x=1&v=3fc4ccfe7458",
    "file name,    /s/a-3fc4ccfe7458.js",
    "file name,    /s/a-3fc4ccfe7458.js?x=1",
    "file name,    /s/a-3fc4ccfe7458.js;p=1",
    "path segment, /s/@3fc4ccfe7458/a.js",
  })
  void current_isSentForEver(String placement, String url) throws IOException {
    AssetResponse response = with(placement).respond(Asked.get(url)).orElseThrow();
    assertEquals(200, response.status());
    assertEquals("two", text(response));
    assertEquals(
        Map.of(
            "Cache-Control", "public, max-age=31536000, immutable",
            "Content-Type", "text/javascript;charset=utf-8",
            "Content-Length", "3",
            "Accept-Ranges", "bytes",
            "ETag", "\"3fc4ccfe745870e2c0d99f71f30ff065\"",
            "Last-Modified", "Tue, 02 Jan 2024 03:04:05 GMT",
            "Vary", "Accept-Encoding",
            "X-Content-Type-Options", "nosniff"),
        response.headers());
  }

  @Test
  void current_head() {
    Autoversion autoversion = with("query");
    AssetResponse get = autoversion.respond(Asked.get("/s/a.js?v=3fc4ccfe7458")).orElseThrow();
    AssetResponse head =
        autoversion.respond(Asked.get("/s/a.js?v=3fc4ccfe7458").method("HEAD")).orElseThrow();
    assertEquals(200, head.status());
    assertEquals(get.headers(), head.headers());
    assertEquals(0, head.body().length());
  }

  /** For servers that send a buffer better than they copy one. */
  @Test
  void current_bytesInABuffer() {
    Asked asked = Asked.get("/s/a.js?v=3fc4ccfe7458");
    AssetResponse whole = with("query").respond(asked).orElseThrow();
    assertEquals("two", buffered(whole));
    AssetResponse part = with("query").respond(asked.with("Range", "bytes=1-1")).orElseThrow();
    assertEquals("w", buffered(part));
  }

  private static String buffered(AssetResponse response) {
    return StandardCharsets.UTF_8.decode(response.body().bytes().orElseThrow()).toString();
  }

  @Test
  void current_withHost_anyOrigin() {
    Autoversion autoversion = builder().host("https://cdn.example").build();
    AssetResponse response = autoversion.respond(Asked.get("/s/a.js?v=3fc4ccfe7458")).orElseThrow();
    assertEquals("*", response.headers().get("Access-Control-Allow-Origin"));
  }

  @Test
  void current_contextPathOfTheRequest() throws IOException {
    Autoversion autoversion = with("file name");
    Asked asked = Asked.get("/shop/s/a-3fc4ccfe7458.js").in("/shop");
    assertEquals("two", text(autoversion.respond(asked).orElseThrow()));
    assertEquals(Optional.empty(), autoversion.respond(asked.in("")));
  }

  @ParameterizedTest
  @CsvSource({
    "file name,    /s/a-000000000000.js,               a.js",
    "file name,    /s/a-000000000000.js?x=/y,          a.js?x=/y",
    "file name,    /s/a-000000000000.js;p=1,           a.js;p=1",
    "file name,    /s/css/app-000000000000.css,        app.css",
    "path segment, /s/@000000000000/a.js,              ../a.js",
    "path segment, /s/@000000000000/css/app.css?x=1,   ../../css/app.css?x=1",
    "file name,    '/s/a-000000000000.js?x=\u00e9\r\nA: b~\u007f', a.js?x=%C3%A9%0D%0AA:%20b~%7F",
  })
  void otherVersionInThePath_isLedToThePlainUrl(String placement, String url, String location) {
    AssetResponse response = with(placement).respond(Asked.get(url)).orElseThrow();
    assertEquals(302, response.status());
    assertEquals(
        Map.of("Location", location, "Cache-Control", "no-store", "Content-Length", "0"),
        response.headers());
    assertEquals(0, response.body().length());
  }

  @ParameterizedTest
  @CsvSource({
    "AS_IT_SAYS,    200, false",
    "AS_IT_SAYS,    404, false",
    "NOT_IF_ABSENT, 200, false",
    "NOT_IF_ABSENT, 404, true",
    "NOT_IF_ABSENT, 410, true",
    "NOT_IF_ABSENT, 500, false",
    "NEVER,         200, true",
    "NEVER,         404, true",
  })
  void storing_forbids(Storing storing, int status, boolean forbidden) {
    assertEquals(forbidden, storing.forbids(status));
  }

  @ParameterizedTest
  @CsvSource({
    // Another version in the query, and none of ours.
    "query,        /s/a.js?v=000000000000,        NEVER",
    "query,        /s/a.js?v=4.7.0,               NOT_IF_ABSENT",
    "query,        /s/a.js?v=3fc4ccfe7458&v=1,    NOT_IF_ABSENT",
    // Vanished.
    "query,        /s/no.js?v=000000000000,       NEVER",
    "file name,    /s/no-000000000000.js,         NEVER",
    "path segment, /s/@000000000000/no.js,        NEVER",
    "file name,    /s/no-such-thing.js,           NOT_IF_ABSENT",
    // Never an asset, excluded.
    "query,        /s/.env?v=000000000000,        AS_IT_SAYS",
    "query,        /s/WEB-INF/a.js?v=000000000000, AS_IT_SAYS",
    "query,        /s/sw.js?v=000000000000,       AS_IT_SAYS",
    "file name,    /s/sw-000000000000.js,         AS_IT_SAYS",
    "file name,    /s/../a-3fc4ccfe7458.js,       AS_IT_SAYS",
    // Plain URLs.
    "query,        /s/a.js,                       NOT_IF_ABSENT",
    "query,        /s/sw.js,                      AS_IT_SAYS",
    "query,        /s/a.js;x=%2F,                 NOT_IF_ABSENT",
    "file name,    /s/my-file.js,                 NOT_IF_ABSENT",
    "file name,    /s/a-3FC4CCFE7458.js,          NOT_IF_ABSENT",
    "file name,    /s/a-3fc4.js,                  NOT_IF_ABSENT",
    "query,        /other/a.js?v=3fc4ccfe7458,    AS_IT_SAYS",
    "query,        //s/a.js?v=3fc4ccfe7458,       AS_IT_SAYS",
  })
  void leftToTheServer(String placement, String url, Storing storing) {
    Autoversion autoversion = with(placement);
    assertEquals(Optional.empty(), autoversion.respond(Asked.get(url)));
    assertEquals(storing, autoversion.storing(Asked.get(url)));
    assertEquals(storing, autoversion.storing(Asked.get(url).method("HEAD")));
  }

  @ParameterizedTest
  @CsvSource({
    "/owners,                     AS_IT_SAYS",
    "/page-000000000000,          AS_IT_SAYS",
    "/page-000000000000.html,     AS_IT_SAYS",
    "/blog/my-post.js,            NOT_IF_ABSENT",
    "/no-000000000000.js,         NEVER",
    // What a program sends under a name that it invented.
    "/user/550e8400-e29b-41d4-a716-446655440000.png,       NOT_IF_ABSENT",
    "/user/photo-550E8400-e29b-41d4-a716-446655440000.png, NOT_IF_ABSENT",
    "/user/50e8400-e29b-41d4-a716-446655440000.png,        NEVER",
    "/user/550e8400-e29b-41d4-a7160-446655440000.png,      NEVER",
    "/user/550e8400-e29b-41d4-x716-446655440000.png,       NEVER",
  })
  void leftToTheServer_whereTheWholeSiteIsMounted(String url, Storing storing) {
    Autoversion autoversion =
        time.builder().directory("/", site).placement(Placement.fileName()).build();
    assertEquals(Optional.empty(), autoversion.respond(Asked.get(url)));
    assertEquals(storing, autoversion.storing(Asked.get(url)));
  }

  @Test
  void nameLikeTheHeadOfAUuid_answered() throws IOException {
    Files.writeString(site.resolve("550e8400-e29b-41d4-a716.js"), "two");
    assertEquals("two", sent(with("file name"), "/s/550e8400-e29b-41d4-a716.js"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "get"})
  void otherMethods_areNotOurs(String method) {
    Asked asked = Asked.get("/s/a.js?v=3fc4ccfe7458").method(method);
    assertEquals(Optional.empty(), with("query").respond(asked));
    assertEquals(Storing.NOT_IF_ABSENT, with("query").storing(asked));
  }

  @Test
  void plainUrl_costsNoLook() {
    CountingSource source = new CountingSource(site);
    Autoversion autoversion =
        time.builder().source("/s", source).placement(Placement.fileName()).build();
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/s/a.js")));
    assertEquals(Storing.NOT_IF_ABSENT, autoversion.storing(Asked.get("/s/a.js")));
    assertEquals(0, source.finds());
  }

  @Test
  void known_costsNoLook() throws IOException {
    CountingSource source = new CountingSource(site);
    Autoversion autoversion =
        time.builder().source("/s", source).placement(Placement.fileName()).build();
    for (String url :
        new String[] {"/s/a-3fc4ccfe7458.js", "/s/a-000000000000.js", "/s/no-000000000000.js"}) {
      autoversion.respond(Asked.get(url));
      autoversion.storing(Asked.get(url));
      int finds = source.finds();
      autoversion.respond(Asked.get(url));
      autoversion.storing(Asked.get(url));
      assertEquals(finds, source.finds(), url);
    }
    assertTrue(source.finds() > 0);
  }

  @Test
  void known_recheckNever_costsNoLookLater() {
    CountingSource source = new CountingSource(site);
    Autoversion autoversion =
        time.builder().source("/s", source).placement(Placement.fileName()).recheckNever().build();
    autoversion.respond(Asked.get("/s/a-3fc4ccfe7458.js"));
    autoversion.storing(Asked.get("/s/no-000000000000.js"));
    int finds = source.finds();
    time.advance(Duration.ofDays(1));
    assertTrue(autoversion.respond(Asked.get("/s/a-3fc4ccfe7458.js")).isPresent());
    assertEquals(Storing.NEVER, autoversion.storing(Asked.get("/s/no-000000000000.js")));
    assertEquals(finds, source.finds());
  }

  @Test
  void stylesheet_hasVersionedReferences() throws IOException {
    assertEquals(
        "i{background:url(../a.js?x&v=3fc4ccfe7458#y), url('no.png'), url(/s/a.js?v=3fc4ccfe7458)}",
        sent(with("query"), "/s/css/app.css"));
    assertEquals(
        "i{background:url(../a-3fc4ccfe7458.js?x#y), url('no.png'), url(/s/a-3fc4ccfe7458.js)}",
        sent(with("file name"), "/s/css/app.css"));
    assertEquals(
        "i{background:url(../../@3fc4ccfe7458/a.js?x#y), url('../../css/no.png'), "
            + "url(/s/@3fc4ccfe7458/a.js)}",
        sent(with("path segment"), "/s/css/app.css"));
  }

  @Test
  void stylesheet_pathSegment_nothingCovered_stillArrives() throws IOException {
    assertEquals(
        "i{background:url(../../../uploads/logo.png)}",
        sent(with("path segment"), "/s/css/up.css"));
  }

  /** Its references would lead to another image than its version is made of. */
  @Test
  void stylesheet_whatItRefersToHasChanged_isNotSentForEver() throws IOException {
    Autoversion autoversion = with("query");
    String before = autoversion.url("/s/css/app.css");
    String script = autoversion.url("/s/a.js");
    Files.writeString(site.resolve("a.js"), "changed");
    assertEquals(Optional.empty(), autoversion.respond(Asked.get(script))); // Looks at it anew.
    assertEquals(Optional.empty(), autoversion.respond(Asked.get(before)));
    assertEquals(Storing.NEVER, autoversion.storing(Asked.get(before)));
    time.advance(Duration.ofSeconds(1));
    Asked asked = Asked.get(autoversion.url("/s/css/app.css"));
    assertEquals(200, autoversion.respond(asked).orElseThrow().status());
  }

  /** Where nothing is written anew, nothing has to be held. */
  @Test
  void stylesheet_largeAndNothingCovered_isSentFromItsFile() throws IOException {
    Path file =
        Files.writeString(
            site.resolve("css/big.css"), "i{background:url(no.png)}" + "b{}".repeat(400_000));
    Autoversion autoversion = with("query");
    Asked asked = Asked.get(autoversion.url("/s/css/big.css"));
    AssetResponse response = autoversion.respond(asked).orElseThrow();
    assertEquals(
        new AssetResponse.FileRange(file.toRealPath(), 0, 1_200_025),
        response.body().file().orElseThrow());
  }

  /** The number of a build has a digit more some day. */
  @Test
  void otherReleaseInThePath_isLedToThePlainUrl() {
    Autoversion autoversion =
        builder().placement(Placement.fileName()).version(VersionStrategy.fixed("100")).build();
    AssetResponse old = autoversion.respond(Asked.get("/s/a-99.js")).orElseThrow();
    assertEquals(302, old.status());
    assertEquals("a.js", old.headers().get("Location"));
  }

  @Test
  void edit_isSeenAfterTheRecheck() throws IOException {
    Autoversion autoversion = with("file name");
    assertEquals("two", sent(autoversion, "/s/a.js"));
    Files.writeString(site.resolve("a.js"), "six");
    time.advance(Duration.ofSeconds(1));
    AssetResponse old = autoversion.respond(Asked.get("/s/a-3fc4ccfe7458.js")).orElseThrow();
    assertEquals(302, old.status());
    assertEquals("six", sent(autoversion, "/s/a.js"));
  }

  @Test
  void answerPlainUrls_sentToBeAskedForAgain() throws IOException {
    Autoversion autoversion = builder().answerPlainUrls().build();
    AssetResponse plain = autoversion.respond(Asked.get("/s/css/app.css")).orElseThrow();
    assertEquals("i{background:url(../a.js?x#y), url('no.png'), url(/s/a.js)}", text(plain));
    assertEquals("no-cache", plain.headers().get("Cache-Control"));
    assertEquals("two", text(autoversion.respond(Asked.get("/s/a.js?v=4.7.0")).orElseThrow()));
    AssetResponse stale = autoversion.respond(Asked.get("/s/a.js?v=000000000000")).orElseThrow();
    assertEquals("no-store", stale.headers().get("Cache-Control"));
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/s/no.js")));
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/s/sw.js")));
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/s/.env")));
    assertEquals(Storing.NOT_IF_ABSENT, autoversion.storing(Asked.get("/s/no.js")));
  }

  @ParameterizedTest
  @CsvSource({
    "a.mjs,    text/javascript;charset=utf-8",
    "a.cjs,    text/javascript;charset=utf-8",
    "a.css,    text/css;charset=utf-8",
    "a.JSON,   application/json;charset=utf-8",
    "a.svg,    image/svg+xml;charset=utf-8",
    "a.html,   text/html;charset=utf-8",
    "a.png,    image/png",
    "a.woff2,  font/woff2",
    "a.wasm,   application/wasm",
    "a;b.css,  text/css;charset=utf-8",
    "LICENSE,  application/octet-stream",
  })
  void contentType(String name, String type) throws IOException {
    Files.writeString(site.resolve(name), "\u00fc");
    Autoversion autoversion = builder().build();
    assertEquals(
        type,
        autoversion
            .respond(Asked.get(autoversion.url("/s/" + name)))
            .orElseThrow()
            .headers()
            .get("Content-Type"));
  }

  /** Escapes in a URL hide no type: rules for {@code *.js} count for it, and a browser's. */
  @Test
  void contentType_ofTheName() throws IOException {
    Files.writeString(site.resolve("a.png.js"), "two");
    Autoversion autoversion = builder().build();
    assertEquals("/s/a.png%2E%6As?v=3fc4ccfe7458", autoversion.url("/s/a.png%2E%6As"));
    assertEquals("text/javascript;charset=utf-8", type(autoversion, "/s/a.png%2E%6As"));
    assertEquals("text/javascript;charset=utf-8", type(autoversion, "/s/a.png.js;x=.png"));
  }

  @Test
  void contentType_textThatSaysSomethingElse() throws IOException {
    Files.write(site.resolve("latin.js"), new byte[] {'"', (byte) 0xfc, '"'});
    Files.writeString(site.resolve("said.css"), "@charset \"iso-8859-1\";i{}");
    Files.writeString(site.resolve("same.css"), "@charset \"UTF-8\";i{}");
    Autoversion autoversion = builder().build();
    assertEquals("text/javascript", type(autoversion, "/s/latin.js"));
    assertEquals("text/css", type(autoversion, "/s/said.css"));
    assertEquals("text/css;charset=utf-8", type(autoversion, "/s/same.css"));
  }

  @Test
  void stylesheet_keepsTheWayToAnAsset() throws IOException {
    Files.writeString(
        site.resolve("css/odd.css"), "i{background:url(../css/../a.js), url(./x/../no.png)}");
    Autoversion autoversion = builder().build();
    assertEquals(
        "i{background:url(../css/../a.js?v=3fc4ccfe7458), url(./x/../no.png)}",
        text(autoversion.respond(Asked.get(autoversion.url("/s/css/odd.css"))).orElseThrow()));
  }

  /** A tag of what is sent in parts, without reading all of it for each. */
  @Test
  void etag_large() throws IOException {
    Path file = Files.write(site.resolve("big.mp4"), new byte[(1 << 20) + 1]);
    Autoversion byContent = builder().build();
    // head -c 1048577 /dev/zero | sha256sum
    assertEquals("\"2cb74edba754\"", etag(byContent, "/s/big.mp4?v=2cb74edba754"));
    Autoversion fixed = builder().version(VersionStrategy.fixed("1.0")).build();
    String before = etag(fixed, "/s/big.mp4?v=1.0");
    assertEquals(before, etag(fixed, "/s/big.mp4?v=1.0"));
    Files.write(file, new byte[(1 << 20) + 2]);
    time.advance(Duration.ofSeconds(1));
    assertNotEquals(before, etag(fixed, "/s/big.mp4?v=1.0"));
  }

  /**
   * A strategy that reads nothing, or only the beginning, leaves the bytes to be sent all the same.
   */
  @Test
  void large_notReadByItsStrategy() throws IOException {
    String text = "let x = 1;\n".repeat(100_000) + "// end";
    Files.writeString(site.resolve("big.js"), text);
    VersionStrategy twoBytes =
        asset -> {
          try (InputStream in = asset.open()) {
            in.read();
            return new Version("byte-" + in.read());
          }
        };
    for (VersionStrategy strategy : List.of(VersionStrategy.fixed("1.0"), twoBytes)) {
      Autoversion autoversion = builder().version(strategy).build();
      Asked asked = Asked.get(autoversion.url("/s/big.js"));
      Sent sent = Sent.of(autoversion, asked);
      assertEquals("text/javascript;charset=utf-8", sent.header("Content-Type"));
      assertEquals(text, sent.text());
      Sent coded = Sent.of(autoversion, asked.accepting("gzip"));
      assertEquals("gzip", coded.coding());
      assertEquals(text, coded.text());
    }
  }

  private static String etag(Autoversion autoversion, String url) {
    return autoversion.respond(Asked.get(url)).orElseThrow().headers().get("ETag");
  }

  @Test
  void integrity_ofTheBytesThatAreSent() throws IOException {
    Autoversion autoversion = with("query");
    // printf two | openssl dgst -sha384 -binary | base64
    assertEquals(
        Optional.of("sha384-C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp"),
        autoversion.integrity("/s/a.js"));
    assertEquals(
        Optional.of("sha384-C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp"),
        autoversion.integrity("/s/a.js?v=3fc4ccfe7458"));
    assertEquals(Optional.empty(), autoversion.integrity("/s/no.js"));
    assertEquals(Optional.empty(), autoversion.integrity("https://elsewhere.example/a.js"));
  }

  /** Caches may have other bytes under its URL. */
  @ParameterizedTest
  @CsvSource({
    "query,/s/a.js?v=000000000000",
    "file name,/s/a-000000000000.js",
    "path segment,/s/@000000000000/a.js"
  })
  void integrity_ofAnotherVersion_none(String placement, String earlier) {
    Autoversion autoversion = with(placement);
    assertEquals(Optional.empty(), autoversion.integrity(earlier));
    assertEquals(Optional.empty(), autoversion.integrityAt(earlier, ""));
    assertTrue(autoversion.integrity("/s/a.js?v=4.7.0").isPresent());
  }

  @Test
  void integrityAt_onlyTheUrlItself() {
    Autoversion hosted = builder().host("https://cdn.example").build();
    assertEquals(
        Optional.of("sha384-C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp"),
        hosted.integrityAt("https://cdn.example/s/a.js?v=3fc4ccfe7458", ""));
    assertEquals(Optional.empty(), hosted.integrityAt("/s/a.js?v=3fc4ccfe7458", ""));
    assertEquals(Optional.empty(), hosted.integrityAt("/s/a.js", ""));
    assertEquals(Optional.empty(), hosted.integrityAt("/s/no.js", ""));
    assertEquals(Optional.empty(), hosted.integrityAt("/about", ""));
  }

  private Autoversion.Builder builder() {
    return time.builder().directory("/s", site).exclude("sw.js");
  }

  /** Where a build has published the whole site, its pages are asked for most of all. */
  @Test
  void page_besideABuild_costsNoLook() {
    CountingSource source = new CountingSource(site);
    OwnManifest manifest = new OwnManifest(Map.of("a.js", "a-1.js", "LICENSE", "LICENSE-1"));
    Autoversion autoversion =
        time.builder().manifest("/", manifest, source).placement(Placement.fileName()).build();
    for (String url : new String[] {"/owners/12", "/users/john.doe", "/LICENSE", "/"}) {
      assertEquals(Optional.empty(), autoversion.respond(Asked.get(url)), url);
      assertEquals(Storing.AS_IT_SAYS, autoversion.storing(Asked.get(url)), url);
    }
    assertEquals(0, source.finds());
    assertEquals(Storing.NEVER, autoversion.storing(Asked.get("/LICENSE-1")));
    assertEquals(1, source.finds());
  }

  /** A browser that follows a redirect to a module or a font of another origin asks each step. */
  @Test
  void withHost_anyOrigin_whateverTheAnswer() {
    Autoversion hosted =
        builder().host("https://cdn.example").placement(Placement.fileName()).build();
    Asked current = Asked.get("/s/a-3fc4ccfe7458.js");
    Map<Integer, Asked> all =
        Map.of(
            302, Asked.get("/s/a-000000000000.js"),
            304, current.with("If-None-Match", "*"),
            206, current.with("Range", "bytes=0-0"),
            412, current.with("If-Match", "\"x\""),
            416, current.with("Range", "bytes=9-"));
    all.forEach(
        (status, asked) -> {
          AssetResponse answer = hosted.respond(asked).orElseThrow();
          assertEquals(status, answer.status());
          assertEquals("*", answer.headers().get("Access-Control-Allow-Origin"), status + "");
          AssetResponse without = with("file name").respond(asked).orElseThrow();
          assertNull(without.headers().get("Access-Control-Allow-Origin"), status + "");
        });
  }

  private Autoversion with(String placement) {
    return builder()
        .placement(
            switch (placement) {
              case "query" -> Placement.query();
              case "file name" -> Placement.fileName();
              default -> Placement.pathSegment();
            })
        .build();
  }

  private static String type(Autoversion autoversion, String reference) {
    Asked asked = Asked.get(autoversion.url(reference));
    return autoversion.respond(asked).orElseThrow().headers().get("Content-Type");
  }

  private static String sent(Autoversion autoversion, String reference) throws IOException {
    return text(autoversion.respond(Asked.get(autoversion.url(reference))).orElseThrow());
  }

  private static String text(AssetResponse response) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    response.body().writeTo(out);
    assertEquals(response.body().length(), out.size());
    assertNull(response.headers().get("Content-Encoding"));
    return out.toString(StandardCharsets.UTF_8);
  }
}
