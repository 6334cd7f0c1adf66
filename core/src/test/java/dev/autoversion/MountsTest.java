package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountsTest {
  private static final AssetSource NOTHING = path -> Optional.empty();

  private static final SiteAddress ROOT = SiteAddress.of("", "");
  private static final SiteAddress APP = SiteAddress.of("https://cdn.example/x", "/app");
  private static final Mounts ALL = mounts("/", "/static", "/static/vendor");
  private static final Mounts SOME = mounts("/static", "/static/vendor", "/app");

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
    assertEquals(mount + " " + head + " " + url, located(ALL, ROOT, reference));
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
    assertEquals("none", located(ALL, ROOT, reference));
  }

  @ParameterizedTest
  @CsvSource({
    "/app/static/a.css,            /static/,        /app,            /static/a.css",
    "/app/static/vendor/a.css,     /static/vendor/, /app/static,     /vendor/a.css",
    "/app/app/a.css,               /app/,           /app,            /app/a.css",
    "https://cdn.example/x/app/static/a.css, /static/, https://cdn.example/x/app, /static/a.css",
  })
  void locate_contextPathAndHost(String reference, String mount, String head, String url) {
    assertEquals(mount + " " + head + " " + url, located(SOME, APP, reference));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/a.css",
        "https://cdn.example/x/static/a.css",
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
    assertEquals("none", located(SOME, APP, reference));
  }

  @ParameterizedTest
  @CsvSource({
    "'',                  it names the page itself",
    "#top,                it names the page itself",
    "?x,                  it names the page itself",
    "a.css,               relative",
    "https://other/a.css, another",
    "//other/a.css,       another",
    "/app/owners/12,      under no mount",
    "/static/a.css,       another application's",
    "https://cdn.example/x/static/a.css, another application's",
  })
  void whyNot_reason(String reference, String reason) {
    String relative =
        "it names another host or scheme, or is relative, which means something only to its page";
    String expected =
        switch (reason) {
          case "another", "relative" -> relative;
          case "under no mount" ->
              "it lies under no mount; mounts: /static/vendor/, /static/, /app/";
          case "another application's" -> "it lies outside of the application at '/app'";
          default -> reason;
        };
    assertEquals(expected, SOME.whyNot(reference, APP));
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
  @ValueSource(strings = {"", "static", "static/", "./static", "\\a", "https://cdn.example/static"})
  void prefix_noSlashInFront(String text) {
    assertRefused(
        "a mount starts with one slash, like '/static', unlike " + Printable.quote(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "//,                has an empty segment",
        "//static,          has an empty segment",
        "/static//,         has an empty segment",
        "/static//vendor,   has an empty segment",
        "/.,                has the segment '.'",
        "/..,               has the segment '..'",
        "/static/../etc,    has the segment '..'",
        "/a/./b,            has the segment '.'",
        "/%2e%2e/a,         has the segment '..'",
        "/a?b,              has '?' in it",
        "/a#b,              has '#' in it",
        "/a\\b,             has '\\' in it",
        "/a;b,              has ';' in it",
        "/static/**,        has '*' in it",
        "`/a\u0001`,        has '\\u0001' in it",
        "`/a\u007f`,        has '\\u007f' in it",
        "/100%,             has a malformed escape",
        "/a%2Fb,            has an encoded slash",
        "`/a `,             ends with a blank",
      })
  void prefix_malformed(String text, String complaint) {
    assertRefused(
        "a mount is a plain path like '/static', but " + Printable.quote(text) + " " + complaint,
        text);
  }

  /** Templates write the one spelling, browsers send the other. */
  @ParameterizedTest
  @CsvSource({
    "/стат,            /стат/a.css,                    /стат/a.css",
    "/стат,            /%D1%81%D1%82%D0%B0%D1%82/a.css, /%D1%81%D1%82%D0%B0%D1%82/a.css",
    "/стат,            /%d1%81%d1%82%d0%b0%d1%82/a.css, /%d1%81%d1%82%d0%b0%d1%82/a.css",
    "/%D1%81%D1%82%D0%B0%D1%82, /стат/a.css,           /стат/a.css",
    "/my files/x y,    /my%20files/x y/a.css,          /x y/a.css",
    "/my files/x y,    /my files/x%20y/a.css,          /x%20y/a.css",
  })
  void locate_eitherSpelling(String prefix, String reference, String url) {
    MountedUrl at = mounts(prefix).locate(reference, ROOT).orElseThrow();
    assertEquals(url, at.url());
    assertEquals(reference, at.head() + at.url());
    assertEquals("a.css", at.below(at.url()));
    assertEquals("a.css", at.path(at.url()).orElseThrow().path().value());
  }

  @ParameterizedTest
  @CsvSource({
    "/s/no.css,        true",
    "/s/,              true",
    "/s,               false",
    "/t/no.css,        false",
    "s/no.css,         false",
    "//cdn/s/no.css,   false",
  })
  void isMounted_byItsTextAlone(String reference, boolean mounted) {
    Autoversion autoversion = Autoversion.builder().source("/s", NOTHING).build();
    assertEquals(mounted, autoversion.isMounted(reference));
  }

  /** Two spellings of one prefix are one mount, whose sources are searched in order. */
  @Test
  void source_prefixInBothSpellings(@TempDir Path one, @TempDir Path two) throws IOException {
    Files.writeString(one.resolve("a.txt"), "one");
    Files.writeString(two.resolve("a.txt"), "two");
    Files.writeString(two.resolve("b.txt"), "two");
    Autoversion autoversion =
        Autoversion.builder().directory("/é", one).directory("/%C3%A9", two).build();
    assertEquals("/é/a.txt?v=7692c3ad3540", autoversion.url("/é/a.txt"));
    assertEquals("/%c3%a9/b.txt?v=3fc4ccfe7458", autoversion.url("/%c3%a9/b.txt"));
  }

  @Test
  void locate_deeperMountInTheShorterSpelling() {
    assertEquals(
        "/a b/é/c/ /a%20b/%C3%A9 /c/x.css",
        located(mounts("/a%20b/%C3%A9", "/a b/é/c"), ROOT, "/a%20b/%C3%A9/c/x.css"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/my%20file/a", "/my%2520files/a", "/my%20files", "/my%2files/a", "/my/files/a"})
  void locate_otherThanEitherSpelling(String reference) {
    assertEquals("none", located(mounts("/my files"), ROOT, reference));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/café/s/a.css", "/caf%C3%A9/s/a.css", "/caf%c3%a9/s/a.css"})
  void locate_contextPathInEitherSpelling(String reference) {
    for (String contextPath : List.of("/café", "/caf%C3%A9")) {
      assertEquals(
          reference.substring(0, reference.indexOf("/s/")),
          mounts("/s")
              .locate(reference, ROOT.in(contextPath))
              .map(MountedUrl::head)
              .orElse("none"));
    }
  }

  /** A placement of the user's own may propose anything. */
  @Test
  void below_urlOfAnotherMount() {
    MountedUrl at = ALL.locate("/static/vendor/a.css", ROOT).orElseThrow();
    assertEquals("b.css", at.below("/vendor/b.css?x#y"));
    assertEquals("", at.below("/static/vendor/b.css"));
    assertEquals("", at.below("/vendors/b.css"));
    assertEquals("", at.below("/vendor"));
    assertEquals("", at.below(""));
  }

  private static void assertRefused(String message, String prefix) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Mount.prefix(prefix));
    assertEquals(message, e.getMessage());
  }

  private static String located(Mounts mounts, SiteAddress address, String reference) {
    assertEquals(mounts.locate(reference, address).isPresent(), mounts.contain(reference, address));
    return mounts
        .locate(reference, address)
        .map(at -> at.mount().prefix() + "/ " + at.head() + " " + at.url())
        .orElse("none");
  }

  private static Mounts mounts(String... prefixes) {
    return Mounts.of(
        Stream.of(prefixes)
            .map(
                text ->
                    new Mount(
                        UrlPrefix.of(Mount.prefix(text)), List.of(), null, NOTHING, List.of()))
            .toList());
  }
}
