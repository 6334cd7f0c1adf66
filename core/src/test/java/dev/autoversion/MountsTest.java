package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountsTest {
  private static final AssetSource NOTHING = path -> Optional.empty();

  private static final Mounts ALL = mounts("", "", "/", "/static", "/static/vendor");
  private static final Mounts APP =
      mounts("/app", "https://cdn.example/x", "/static", "/static/vendor", "/app");

  /** The mount, what stands in front of its last segment, and the rest. */
  @ParameterizedTest
  @CsvSource({
    "/static/a.css,              /static/,        '',      /static/a.css",
    "/static/vendor/a.css,       /static/vendor/, /static, /vendor/a.css",
    "/static/vendor/b/a.css?x#y, /static/vendor/, /static, /vendor/b/a.css?x#y",
    "/static/vendors/a.css,      /static/,        '',      /static/vendors/a.css",
    "/static/vendor,             /static/,        '',      /static/vendor",
    "/static/vendor?/a.css,      /static/,        '',      /static/vendor?/a.css",
    "/static/,                   /static/,        '',      /static/",
    "/static//vendor/a.css,      /static/,        '',      /static//vendor/a.css",
    "/static,                    /,               '',      /static",
    "/static?x=/a,               /,               '',      /static?x=/a",
    "/static_secret/a.css,       /,               '',      /static_secret/a.css",
    "/Static/a.css,              /,               '',      /Static/a.css",
    "/%73tatic/a.css,            /,               '',      /%73tatic/a.css",
    "/a.css,                     /,               '',      /a.css",
    "/,                          /,               '',      /",
  })
  void locate_longestPrefix(String reference, String mount, String head, String url) {
    assertEquals(mount + " " + head + " " + url, located(ALL, reference));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#",
        "#/static/a.css",
        "?",
        "?x=/static/a.css",
        "a.css",
        "static/a.css",
        "./static/a.css",
        "../static/a.css",
        " /static/a.css",
        "//cdn.example/static/a.css",
        "///static/a.css",
        "https://cdn.example/static/a.css",
        "https:/static/a.css",
        "javascript:/static/a.css",
        "data:text/css,/static/a.css",
        "C:/static/a.css",
        "\\static\\a.css",
        "@/static/a.css"
      })
  void locate_foreignOrRelative(String reference) {
    assertEquals("none", located(ALL, reference));
  }

  @ParameterizedTest
  @CsvSource({
    "/app/static/a.css,            /static/,        /app,            /static/a.css",
    "/app/static/vendor/a.css,     /static/vendor/, /app/static,     /vendor/a.css",
    "/static/a.css,                /static/,        '',              /static/a.css",
    "/app/app/a.css,               /app/,           /app,            /app/a.css",
    "https://cdn.example/x/static/a.css,     /static/, https://cdn.example/x,     /static/a.css",
    "https://cdn.example/x/app/static/a.css, /static/, https://cdn.example/x/app, /static/a.css",
  })
  void locate_contextPathAndHost(String reference, String mount, String head, String url) {
    assertEquals(mount + " " + head + " " + url, located(APP, reference));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/a.css",
        "/app",
        "/app/",
        "/app//static/a.css",
        "/application/static/a.css",
        "/App/static/a.css",
        "/x/static/a.css",
        "https://cdn.example/static/a.css",
        "https://cdn.example/x",
        "https://cdn.example/x//static/a.css",
        "https://cdn.example/xx/static/a.css",
        "https://cdn.example.evil/x/static/a.css",
        "https://cdn.example@evil/x/static/a.css",
        "HTTPS://cdn.example/x/static/a.css",
        "//cdn.example/x/static/a.css"
      })
  void locate_notOurAddress(String reference) {
    assertEquals("none", located(APP, reference));
  }

  @ParameterizedTest
  @CsvSource({
    "'',                  it names the page itself",
    "#top,                it names the page itself",
    "?x,                  it names the page itself",
    "a.css,               relative",
    "https://other/a.css, another",
    "//other/a.css,       another",
    "/owners/12,          under no mount",
  })
  void whyNot_reason(String reference, String reason) {
    String relative =
        "it names another host or scheme, or is relative, which means something only to its page";
    String expected =
        switch (reason) {
          case "another", "relative" -> relative;
          case "under no mount" ->
              "it lies under no mount; mounts: /static/vendor/, /static/, /app/";
          default -> reason;
        };
    assertEquals(expected, APP.whyNot(reference));
  }

  @ParameterizedTest
  @CsvSource({
    "/,               ''",
    "/static,         /static",
    "/static/,        /static",
    "/static/vendor/, /static/vendor",
    "/caf%C3%A9,      /caf%C3%A9",
    "/a..b,           /a..b",
  })
  void prefix_trailingSlashOptional(String text, String prefix) {
    assertEquals(prefix, Mount.prefix(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "static", "static/", "./static", "//", "//static", "/static//", "/static//vendor", "/.",
            "/..",
        "/static/../etc", "/a/./b", "/a?b", "/a#b", "\\a", "/a\\b", "/a;b", "/a b", "/a\n",
            "/\u007f",
        "https://cdn.example/static"
      })
  void prefix_malformed(String text) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Mount.prefix(text));
    assertEquals(
        "a mount starts with one slash, like '/static', unlike " + Printable.quote(text),
        e.getMessage());
  }

  /** A placement of the user's own may propose anything. */
  @Test
  void below_urlOfAnotherMount() {
    MountedUrl at = ALL.locate("/static/vendor/a.css").orElseThrow();
    assertEquals("b.css", at.below("/vendor/b.css?x#y"));
    assertEquals("", at.below("/static/vendor/b.css"));
    assertEquals("", at.below("/vendors/b.css"));
    assertEquals("", at.below("/vendor"));
    assertEquals("", at.below(""));
  }

  private static String located(Mounts mounts, String reference) {
    assertEquals(mounts.locate(reference).isPresent(), mounts.cover(reference));
    return mounts
        .locate(reference)
        .map(at -> at.mount().prefix() + "/ " + at.head() + " " + at.url())
        .orElse("none");
  }

  private static Mounts mounts(String contextPath, String host, String... prefixes) {
    List<Mount> mounts =
        Stream.of(prefixes).map(prefix -> new Mount(Mount.prefix(prefix), NOTHING)).toList();
    return Mounts.of(mounts, contextPath, host);
  }
}
