package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
  @TempDir Path site;

  @BeforeEach
  void writeSite() throws IOException {
    Files.createDirectory(site.resolve("js"));
    Files.writeString(site.resolve("js/app.js"), "two");
  }

  @Test
  void toString_versioned() {
    assertEquals(
        """
        '/static/js/app.js?x=1#top'
          mount         /static/
          logical path  js/app.js
          source        directory %s
          strategy      contentHash(12)
          version       3fc4ccfe7458
          placement     query(v)
          url           /static/js/app.js?x=1&v=3fc4ccfe7458#top"""
            .formatted(site),
        text(builder().build().explain("/static/js/app.js?x=1#top")));
  }

  @Test
  void toString_coversOthers() throws IOException {
    Files.createDirectory(site.resolve("css"));
    Files.writeString(site.resolve("css/a.css"), "i { background: url(../js/app.js) }");
    String text = builder().build().explain("/static/css/a.css").toString();
    String line = "\n  covers        /static/css/a.css, /static/js/app.js\n";
    assertTrue(text.contains(line), text);
  }

  @Test
  void missing_tellsWhere() throws IOException {
    Files.createDirectory(site.resolve("css"));
    Files.writeString(site.resolve("css/a.css"), "@import 'b.css';\n\ni { b: url(x.png) }");
    Files.writeString(site.resolve("css/b.css"), "i { b: url(/static/y.png) }");
    Explanation explanation = builder().build().explain("/static/css/a.css");
    assertEquals(
        List.of(
            new Explanation.Missing("x.png", "/static/css/a.css", 3),
            new Explanation.Missing("/static/y.png", "/static/css/b.css", 1)),
        explanation.missingReferences());
    String line =
        "\n  missing       'x.png' in line 3 of '/static/css/a.css',"
            + " '/static/y.png' in line 1 of '/static/css/b.css'\n";
    assertTrue(explanation.toString().contains(line), explanation.toString());
  }

  @Test
  void missing_noneOfAnAssetThatRefersToNothing() {
    assertEquals(List.of(), builder().build().explain("/static/js/app.js").missingReferences());
  }

  @Test
  void toString_missing() {
    assertEquals(
        """
        '/static/js/ap.js'
          mount         /static/
          logical path  js/ap.js
          source        directory %1$s
          strategy      contentHash(12)
          placement     query(v)
          unchanged     no asset for '/static/js/ap.js'; searched directory %1$s; did you mean '/static/js/app.js'?"""
            .formatted(site),
        text(builder().build().explain("/static/js/ap.js")));
  }

  @Test
  void toString_impossibleName() {
    assertEquals(
        """
        '/static/%%2e%%2e/secret'
          mount         /static/
          source        directory %1$s
          strategy      contentHash(12)
          placement     query(v)
          unchanged     no asset for '/static/%%2e%%2e/secret'; an asset can't have that name; searched directory %1$s"""
            .formatted(site),
        text(builder().build().explain("/static/%2e%2e/secret")));
  }

  @Test
  void toString_underNoMount() {
    assertEquals(
        """
        '/owners/12'
          unchanged     it lies under no mount; mounts: /static/""",
        text(builder().build().explain("/owners/12")));
  }

  @Test
  void toString_foreign() {
    assertEquals(
        """
        'https://other.example/static/js/app.js'
          unchanged     it names another host or scheme, or is relative, which means something only to its page""",
        text(builder().build().explain("https://other.example/static/js/app.js")));
  }

  @Test
  void toString_staleName() {
    Autoversion autoversion = builder().placement(Placement.fileName()).build();
    assertEquals(
        """
        '/static/js/app-000000000000.js'
          mount         /static/
          logical path  js/app.js
          source        directory %1$s
          strategy      contentHash(12)
          version       3fc4ccfe7458
          placement     fileName()
          unchanged     no asset for '/static/js/app-000000000000.js': '/static/js/app.js' is there in another version, 3fc4ccfe7458; write its name without a version"""
            .formatted(site),
        text(autoversion.explain("/static/js/app-000000000000.js")));
  }

  /** What has not the form of a version was none. */
  @Test
  void toString_nameLikeAVersionedOne() {
    Autoversion autoversion = builder().placement(Placement.fileName()).build();
    assertEquals(
        """
        '/static/js/app-old.js'
          mount         /static/
          logical path  js/app-old.js
          source        directory %1$s
          strategy      contentHash(12)
          placement     fileName()
          unchanged     no asset for '/static/js/app-old.js'; searched directory %1$s; did you mean '/static/js/app.js'?"""
            .formatted(site),
        text(autoversion.explain("/static/js/app-old.js")));
  }

  @Test
  void toString_unversioned() {
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/static", site)
            .version(new NoVersion())
            .onMissing(OnMissing.FAIL)
            .build();
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals("/static/js/app.js", autoversion.url("/static/js/app.js"));
      assertEquals(
          List.of("WARNING '/static/js/app.js' stays unversioned: 'js/app.js' has no number yet"),
          log.lines());
    }
    assertEquals(
        """
        '/static/js/app.js'
          mount         /static/
          logical path  js/app.js
          source        directory %s
          strategy      numbers
          placement     query(v)
          unchanged     'js/app.js' has no number yet"""
            .formatted(site),
        text(autoversion.explain("/static/js/app.js")));
  }

  /** The suggestion can be copied into the page as it is. */
  @Test
  void reason_contextPathAndHost() {
    Autoversion autoversion = builder().contextPath("/app").host("//cdn.example").build();
    assertTrue(
        reason(autoversion, "/app/static/js/ap.js")
            .endsWith("; did you mean '/app/static/js/app.js'?"));
    assertTrue(
        reason(autoversion, "//cdn.example/app/static/js/ap.js")
            .endsWith("; did you mean '//cdn.example/app/static/js/app.js'?"));
  }

  @Test
  void facts_versioned() {
    Explanation explanation = builder().build().explain("/static/js/app.js");
    assertEquals("/static/js/app.js", explanation.reference());
    assertEquals("/static/js/app.js?v=3fc4ccfe7458", explanation.url());
    assertEquals(Optional.of("/static/"), explanation.mount());
    assertEquals(Optional.of("js/app.js"), explanation.logicalPath());
    assertEquals(Optional.of("directory " + site), explanation.source());
    assertEquals(Optional.of("contentHash(12)"), explanation.strategy());
    assertEquals(Optional.of(new Version("3fc4ccfe7458")), explanation.version());
    assertEquals(Optional.of("query(v)"), explanation.placement());
    assertEquals(Optional.empty(), explanation.reason());
  }

  @Test
  void facts_underNoMount() {
    Explanation explanation = builder().build().explain("#top");
    assertEquals("#top", explanation.reference());
    assertEquals("#top", explanation.url());
    assertEquals(Optional.empty(), explanation.mount());
    assertEquals(Optional.empty(), explanation.logicalPath());
    assertEquals(Optional.empty(), explanation.source());
    assertEquals(Optional.empty(), explanation.strategy());
    assertEquals(Optional.empty(), explanation.version());
    assertEquals(Optional.empty(), explanation.placement());
    assertEquals(Optional.of("it names the page itself"), explanation.reason());
  }

  @Test
  void reason_folder() {
    assertEquals(
        "no asset for '/static/js'; it is a folder; searched directory " + site,
        reason(builder().build(), "/static/js"));
  }

  @Test
  void reason_linkOutOfTheRoot(@TempDir Path other) throws IOException {
    Files.writeString(other.resolve("out.js"), "two");
    Files.createSymbolicLink(site.resolve("out.js"), other.resolve("out.js"));
    assertEquals(
        "no asset for '/static/out.js'; it is a link that leads out of directory "
            + site
            + "; AssetSource.linkedDirectory(...) follows such links; searched directory "
            + site,
        reason(builder().build(), "/static/out.js"));
    Autoversion linked =
        Autoversion.builder().source("/static", AssetSource.linkedDirectory(site)).build();
    assertEquals("/static/out.js?v=3fc4ccfe7458", linked.url("/static/out.js"));
  }

  @Test
  void source_lambda() {
    Autoversion autoversion = Autoversion.builder().source("/b", path -> Optional.empty()).build();
    assertEquals(
        Optional.of("a source without toString, mounted at /b/"),
        autoversion.explain("/b/x.js").source());
  }

  @ParameterizedTest
  @CsvSource({
    "/static/js/ap.js,                 true",
    "/static/js/app-000000000000.js,   true",
    "/static/%2e%2e/secret.js,         true",
    "/static/js/app.js,                false",
    "/static/js/app-3fc4ccfe7458.js,   false",
    "/static/private/none.js,          false",
    "/owners/12,                       false",
    "'#top',                           false",
    "https://other.example/static/a.js, false"
  })
  void isMissing_whatOnMissingIsAbout(String reference, boolean missing) {
    Autoversion autoversion =
        builder().placement(Placement.fileName()).exclude("private/**").build();
    assertEquals(missing, autoversion.explain(reference).isMissing());
  }

  /** An asset that is there, but has no version. */
  @Test
  void isMissing_unversioned() {
    Autoversion autoversion =
        Autoversion.builder().directory("/static", site).version(new NoVersion()).build();
    try (CapturedLog log = CapturedLog.open()) {
      Explanation explanation = autoversion.explain("/static/js/app.js");
      assertFalse(explanation.isMissing());
      assertEquals(Optional.of("'js/app.js' has no number yet"), explanation.reason());
      assertEquals(1, log.lines().size());
    }
  }

  @Test
  void explain_neverFails() {
    Autoversion autoversion = builder().onMissing(OnMissing.FAIL).build();
    assertEquals("/static/no.js", autoversion.explain("/static/no.js").url());
  }

  /** It is printed to consoles and logs, so no text from outside may begin a line of its own. */
  @Test
  void toString_controlCharacters() {
    String reference = "/static/js/app.js?a=\r\n\u001b[2J\u202eFAKE";
    Explanation explanation = builder().build().explain(reference);
    assertEquals(reference + "&v=3fc4ccfe7458", explanation.url());
    String text = text(explanation);
    assertFalse(text.chars().anyMatch(c -> c == '\r' || c == 0x1b || c == 0x202e), text);
    assertEquals(8, text.lines().count(), text);
    assertTrue(text.endsWith("?a=\\u000d\\u000a\\u001b[2J\\u202eFAKE&v=3fc4ccfe7458"), text);
  }

  /** A strategy of a user's own. */
  private record NoVersion() implements VersionStrategy {
    @Override
    public Version versionOf(Asset asset) throws UnversionedAssetException {
      throw new UnversionedAssetException("'" + asset.path() + "' has no number yet");
    }

    @Override
    public String toString() {
      return "numbers";
    }
  }

  private Autoversion.Builder builder() {
    return Autoversion.builder().directory("/static", site);
  }

  private static String reason(Autoversion autoversion, String reference) {
    return autoversion.explain(reference).reason().orElseThrow();
  }

  private static String text(Explanation explanation) {
    return explanation.toString().replace(System.lineSeparator(), "\n");
  }
}
