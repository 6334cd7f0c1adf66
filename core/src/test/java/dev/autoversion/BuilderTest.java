package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuilderTest {
  @TempDir Path site;

  @BeforeEach
  void writeSite() throws IOException {
    Files.writeString(site.resolve("a.css"), "two");
  }

  @Test
  void build_defaults() {
    Autoversion autoversion = Autoversion.builder().directory("/static", site).build();
    assertEquals("/static/a.css?v=3fc4ccfe7458", autoversion.url("/static/a.css"));
    assertEquals("/static/b.css", autoversion.url("/static/b.css"));
  }

  @Test
  void build_nothingMounted() {
    assertRefused(
        IllegalStateException.class,
        "nothing is mounted; call directory(\"/static\", path) or classpath(...) first",
        () -> Autoversion.builder().version(VersionStrategy.contentHash()).build());
  }

  /** What was refused does not count as a mount, and hides no shorter prefix. */
  @Test
  void build_afterARefusedMount() throws IOException {
    Files.writeString(Files.createDirectory(site.resolve("shop")).resolve("b.css"), "two");
    Manifest elsewhere =
        new Manifest() {
          @Override
          public Stream<String> names() {
            return Stream.empty();
          }

          @Override
          public Optional<String> published(String name) {
            return Optional.empty();
          }

          @Override
          public Manifest mountedAt(String prefix) {
            throw new IllegalArgumentException("no part for " + prefix);
          }
        };
    Autoversion.Builder builder = Autoversion.builder();
    assertThrows(
        IllegalArgumentException.class,
        () -> builder.devServer("/shop", URI.create("ftp://localhost/")));
    assertThrows(IllegalArgumentException.class, () -> builder.manifest("/shop", elsewhere));
    assertThrows(IllegalStateException.class, builder::build);
    assertEquals(
        "/shop/b.css?v=3fc4ccfe7458", builder.directory("/", site).build().url("/shop/b.css"));
  }

  @Test
  void build_twice_independent() throws IOException {
    Path other = Files.createDirectory(site.resolve("other"));
    Files.writeString(other.resolve("b.css"), "two");
    Autoversion.Builder builder = Autoversion.builder().directory("/static", site);
    Autoversion first = builder.build();
    Autoversion second = builder.directory("/static", other).build();
    assertEquals("/static/b.css", first.url("/static/b.css"));
    assertEquals("/static/b.css?v=3fc4ccfe7458", second.url("/static/b.css"));
  }

  @Test
  void version_twice() {
    Autoversion.Builder builder = builder().version(VersionStrategy.fixed("1.0"));
    assertRefused(
        IllegalStateException.class,
        "version was already set to fixed(1.0); it can't be contentHash(12) as well",
        () -> builder.version(VersionStrategy.contentHash()));
  }

  @Test
  void placement_twice() {
    Autoversion.Builder builder = builder().placement(Placement.query());
    assertRefused(
        IllegalStateException.class,
        "placement was already set to query(v); it can't be fileName() as well",
        () -> builder.placement(Placement.fileName()));
  }

  @Test
  void onMissing_twice() {
    Autoversion.Builder builder = builder().onMissing(OnMissing.FAIL);
    assertRefused(
        IllegalStateException.class,
        "onMissing was already set to FAIL; it can't be FAIL as well",
        () -> builder.onMissing(OnMissing.FAIL));
  }

  @Test
  void recheckAfter_twice() {
    Autoversion.Builder builder = builder().recheckAfter(Duration.ofSeconds(5));
    assertRefused(
        IllegalStateException.class,
        "recheck was already set to recheckAfter(PT5S); it can't be recheckAfter(PT0S) as well",
        () -> builder.recheckAfter(Duration.ZERO));
  }

  @Test
  void recheckNever_afterRecheckAfter() {
    Autoversion.Builder builder = builder().recheckAfter(Duration.ofSeconds(5));
    assertRefused(
        IllegalStateException.class,
        "recheck was already set to recheckAfter(PT5S); it can't be recheckNever() as well",
        builder::recheckNever);
  }

  @Test
  void recheckAfter_afterRecheckNever() {
    Autoversion.Builder builder = builder().recheckNever();
    assertRefused(
        IllegalStateException.class,
        "recheck was already set to recheckNever(); it can't be recheckAfter(PT5S) as well",
        () -> builder.recheckAfter(Duration.ofSeconds(5)));
  }

  @Test
  void maximumSize_twice() {
    Autoversion.Builder builder = builder().maximumSize(100);
    assertRefused(
        IllegalStateException.class,
        "maximumSize was already set to 100; it can't be 200 as well",
        () -> builder.maximumSize(200));
  }

  @Test
  void contextPath_twice() {
    Autoversion.Builder builder = builder().contextPath("");
    assertRefused(
        IllegalStateException.class,
        "contextPath was already set to ; it can't be /app as well",
        () -> builder.contextPath("/app"));
  }

  @Test
  void host_twice() {
    Autoversion.Builder builder = builder().host("https://cdn.example");
    assertRefused(
        IllegalStateException.class,
        "host was already set to https://cdn.example; it can't be //cdn.example as well",
        () -> builder.host("//cdn.example"));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0})
  void maximumSize_tooSmall(long references) {
    assertRefused(
        IllegalArgumentException.class,
        "maximumSize takes 1 or more, not " + references,
        () -> builder().maximumSize(references));
  }

  @Test
  void maximumSize_one_answersAll() {
    Autoversion autoversion = builder().maximumSize(1).build();
    assertEquals("/static/a.css?v=3fc4ccfe7458", autoversion.url("/static/a.css"));
    assertEquals("/static/a.css?x&v=3fc4ccfe7458", autoversion.url("/static/a.css?x"));
    assertEquals("/static/b.css", autoversion.url("/static/b.css"));
  }

  @Test
  void recheckAfter_negative() {
    assertRefused(
        IllegalArgumentException.class,
        "recheckAfter takes zero or more, not PT-0.000000001S",
        () -> builder().recheckAfter(Duration.ofNanos(-1)));
  }

  @Test
  void recheckAfter_longest() {
    Autoversion autoversion = builder().recheckAfter(Duration.ofSeconds(Long.MAX_VALUE)).build();
    assertEquals("/static/a.css?v=3fc4ccfe7458", autoversion.url("/static/a.css"));
    assertEquals("/static/a.css?v=3fc4ccfe7458", autoversion.url("/static/a.css"));
    assertEquals(1, autoversion.stats().hits());
  }

  @Test
  void directory_badPrefix() {
    assertRefused(
        IllegalArgumentException.class,
        "a mount starts with one slash, like '/static', unlike 'static'",
        () -> Autoversion.builder().directory("static", site));
  }

  @Test
  void directory_file() {
    Path file = site.resolve("a.css");
    assertRefused(
        IllegalArgumentException.class,
        file + " is not a directory; mount the one that holds it",
        () -> Autoversion.builder().directory("/static", file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "//", "META-INF", "/META-INF/", "meta-inf", "WEB-INF/"})
  void classpath_rootTooWide(String root) {
    String message =
        "'"
            + root
            + "' would publish classes and configuration; name a folder that holds only assets,"
            + " like 'static' or 'META-INF/resources/webjars'";
    assertRefused(
        IllegalArgumentException.class,
        message,
        () -> Autoversion.builder().classpath("/static", root));
  }

  @ParameterizedTest
  @ValueSource(strings = {"static/..", "../static", "static//js", "./static", "///"})
  void classpath_rootNotPlain(String root) {
    assertRefused(
        IllegalArgumentException.class,
        "a resource root is a plain name like 'static', unlike '" + root + "'",
        () -> Autoversion.builder().classpath("/static", root));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "app",
        "app/",
        "/app/",
        "//app",
        "/a//b",
        " ",
        "/a b ",
        "/a;b",
        "/a/../b",
        "/100%",
        "/a?b",
        "/a#b",
        "\\app",
        "/a\"b",
        "/<a>",
        "/a\n",
        "https://example"
      })
  void contextPath_malformed(String text) {
    assertRefused(
        IllegalArgumentException.class,
        "a context path is \"\" or starts with one slash and ends without, like '/shop', unlike "
            + Printable.quote(text),
        () -> builder().contextPath(text));
  }

  @ParameterizedTest
  @CsvSource({
    "https://cdn.example,         https://cdn.example",
    "https://cdn.example/,        https://cdn.example",
    "https://cdn.example:8443,    https://cdn.example:8443",
    "//cdn.example,               //cdn.example",
    "//cdn.example/,              //cdn.example",
    "https://cdn.example/a/b/,    https://cdn.example/a/b",
    "http://[::1]:80,             http://[::1]:80",
    "http://[::ffff:10.0.0.1],    http://[::ffff:10.0.0.1]",
    "https://caf\u00e9.example,   https://caf\u00e9.example",
    "azAZ09+-.://h,               azAZ09+-.://h",
    "Z://h,                       Z://h",
    "HTTP://cdn_a.example:,       HTTP://cdn_a.example:",
    "https://h:09,                https://h:09",
    "https://h/azAZ09~,           https://h/azAZ09~",
    "https://\u0080,              https://\u0080",
  })
  void host_origin(String text, String host) {
    assertEquals(
        host + "/static/a.css?v=3fc4ccfe7458", builder().host(text).build().url("/static/a.css"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        "///",
        "/cdn",
        "cdn.example",
        "cdn.example/a//b",
        "https:",
        "https:/",
        "https://",
        "https:///",
        "https:///a",
        "https//cdn.example",
        "://cdn.example",
        "1a://cdn.example",
        "https://:8080",
        "https://cdn.example:80a",
        "https://[::1",
        "https://[]",
        "https://[cdn]",
        "https://[\">]",
        "https://[::1]80",
        "https://${CDN}",
        "https://user@cdn.example",
        "https://cdn.example/../a",
        "https://cdn.example/%zz",
        "h\u00e9://cdn.example",
        "https://cdn.example//",
        "https://cdn.example/a//",
        "https://cdn.example/a//b",
        "https://cdn example",
        "https://cdn.example?x",
        "https://cdn.example#x",
        "https://cdn.example\\",
        "https://\"><script>",
        "https://cdn.example\n",
        " https://cdn.example",
        "https://cdn.example/a b",
        "https://cdn.example/a?x",
        "https://cdn.example/a#x",
        "https://cdn.example/a\\b",
        "https://cdn.example/a\"b",
        "https://cdn.example/a'b",
        "https://cdn.example/<a>",
      })
  void host_malformed(String text) {
    assertRefused(
        IllegalArgumentException.class,
        "a host is an origin like 'https://cdn.example.com' or '//cdn.example.com', unlike "
            + Printable.quote(text),
        () -> builder().host(text));
  }

  /** A refusal comes with the call, and leaves the builder as it was. */
  @Test
  void refused_thenCorrected() {
    Autoversion.Builder builder = builder();
    assertThrows(IllegalArgumentException.class, () -> builder.host("cdn.example"));
    assertThrows(IllegalArgumentException.class, () -> builder.maximumSize(0));
    assertThrows(NullPointerException.class, () -> builder.source("/other", nothing()));
    Autoversion autoversion = builder.host("//cdn.example").maximumSize(1).build();
    assertEquals("//cdn.example/static/a.css?v=3fc4ccfe7458", autoversion.url("/static/a.css"));
  }

  @Test
  void url_null() {
    Autoversion autoversion = builder().build();
    Stream.<Executable>of(
            () -> autoversion.url(nothing()),
            () -> autoversion.version(nothing()),
            () -> autoversion.explain(nothing()))
        .forEach(
            call ->
                assertEquals(
                    "reference", assertThrows(NullPointerException.class, call).getMessage()));
  }

  @Test
  void nulls_namedAfterTheParameter() {
    Autoversion autoversion = builder().build();
    Map<String, Executable> calls = new LinkedHashMap<>();
    calls.put("urlPrefix", () -> Autoversion.builder().directory(nothing(), site));
    calls.put("root", () -> Autoversion.builder().directory("/s", nothing()));
    calls.put("resourceRoot", () -> Autoversion.builder().classpath("/s", nothing()));
    calls.put("source", () -> Autoversion.builder().source("/s", nothing()));
    calls.put("strategy", () -> Autoversion.builder().version(nothing()));
    calls.put("placement", () -> Autoversion.builder().placement(nothing()));
    calls.put("policy", () -> Autoversion.builder().onMissing(nothing()));
    calls.put("age", () -> Autoversion.builder().recheckAfter(nothing()));
    calls.put("contextPath", () -> Autoversion.builder().contextPath(nothing()));
    calls.put("origin", () -> Autoversion.builder().host(nothing()));
    calls.put("pattern", () -> Autoversion.builder().exclude("a.js", nothing()));
    calls.put("reference", () -> autoversion.url(nothing(), ""));
    calls.forEach(
        (name, call) ->
            assertEquals(name, assertThrows(NullPointerException.class, call).getMessage()));
    assertEquals(
        "contextPath",
        assertThrows(NullPointerException.class, () -> autoversion.url("/s", nothing()))
            .getMessage());
  }

  @Test
  void toString_defaults() {
    assertEquals(
        "Autoversion[/static/ directory " + site + "]",
        builder().recheckAfter(Duration.ofSeconds(1)).build().toString());
  }

  @Test
  void toString_whatDiffers() {
    Autoversion autoversion =
        builder()
            .source("/", path -> Optional.empty())
            .version(VersionStrategy.fixed("1.2"))
            .placement(Placement.fileName())
            .onMissing(OnMissing.WARN)
            .recheckNever()
            .maximumSize(5)
            .contextPath("/shop")
            .host("https://cdn.example")
            .exclude("sw.js", "*.html")
            .hostExcept("**/*.svg")
            .build();
    assertEquals(
        "Autoversion[/static/ directory "
            + site
            + ", / a source without toString, mounted at /; version fixed(1.2), placement"
            + " fileName(), onMissing WARN, recheck recheckNever(), maximumSize 5, contextPath"
            + " /shop, host https://cdn.example, exclude [sw.js, *.html], hostExcept [**/*.svg]]",
        autoversion.toString());
  }

  @Test
  void directory_relativeRoot_shownWhole() {
    Path relative = Path.of("").toAbsolutePath().relativize(site.toAbsolutePath());
    assertEquals(
        "Autoversion[/s/ directory " + Path.of("").toAbsolutePath().resolve(relative) + "]",
        Autoversion.builder().directory("/s", relative).build().toString());
  }

  private Autoversion.Builder builder() {
    return Autoversion.builder().directory("/static", site);
  }

  /** What a caller without a null checker may pass. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  private static void assertRefused(
      Class<? extends Exception> type, String message, Executable call) {
    assertEquals(message, assertThrows(type, call).getMessage());
  }
}
