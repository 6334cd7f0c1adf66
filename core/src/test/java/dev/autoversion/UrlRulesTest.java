package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@link Autoversion#url} makes of a reference, rule by rule as the design numbers them. A row
 * is a reference and what it becomes with {@code query()}, {@code query("version")}, {@code
 * fileName()} and {@code pathSegment()}; {@code =} stands for "unchanged". Every result is asked
 * about a second time: it must come back the same (rule 4), and {@code explain} must agree.
 */
class UrlRulesTest {
  @TempDir static Path site;

  @BeforeAll
  static void writeSite() throws IOException {
    for (String name :
        List.of(
            "a.css",
            "a b.css",
            "it's \"odd\" & <plain>.css",
            "caf\u00e9.css",
            "js/app.js",
            "js/app.js.map",
            "js/my-file.js",
            "js/my.js",
            "js/jquery.min.js",
            "js/jquery-3.7.1.min.js",
            "js/a;b.js",
            "js/.hidden.js",
            "LICENSE",
            "archive.tar.gz",
            "a..b.js",
            "x..",
            "100%.css",
            "%41.css",
            "icons/icon.eot",
            ".env",
            ".git/config",
            ".well-known/x",
            ".well-known/.x",
            "WEB-INF/web.xml",
            "Meta-Inf/x.txt",
            "App.class",
            "B.CLASS",
            "vendor/lib.js",
            "vendors/lib.js",
            "@1/a.css")) {
      TextFile.write(site.resolve(name), "two");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#",
        "#top",
        "#/s/a.css",
        "?",
        "?x=1",
        "?x=/s/a.css",
        "https://example/s/a.css",
        "http://example",
        "HTTPS://example/s/a.css",
        "//example/s/a.css",
        "///s/a.css",
        "data:text/css,a{}",
        "mailto:a@example",
        "javascript:void(0)",
        "tel:1",
        "blob:/s/a.css",
        "about:blank",
        "file:///s/a.css",
        "a.css",
        "./a.css",
        "../a.css",
        "s/a.css",
        " /s/a.css",
        "\t/s/a.css",
        "\\s\\a.css",
        "/\\s/a.css",
        "/owners/12",
        "/",
        "/s",
        "/s?x",
        "/s#x",
        "/ss/a.css",
        "/S/a.css",
        "/%73/a.css",
        "/x/s/a.css",
        "/./s/a.css",
        "/../s/a.css",
        "//s/a.css"
      })
  void rule1_foreignRelativeOrUnderNoMount(String reference) {
    assertUrls(Mounted.STATIC, reference, "=", "=", "=", "=");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          /s/a%20b.css                          | /s/a%20b.css?v=9f3c                          | /s/a%20b.css?version=9f3c                          | /s/a%20b-9f3c.css                          | /s/@9f3c/a%20b.css
          /s/a b.css                            | /s/a b.css?v=9f3c                            | /s/a b.css?version=9f3c                            | /s/a b-9f3c.css                            | /s/@9f3c/a b.css
          /s/%61.%63ss                          | /s/%61.%63ss?v=9f3c                          | /s/%61.%63ss?version=9f3c                          | /s/%61-9f3c.%63ss                          | /s/@9f3c/%61.%63ss
          /s/it's%20%22odd%22%20&%20<plain>.css | /s/it's%20%22odd%22%20&%20<plain>.css?v=9f3c | /s/it's%20%22odd%22%20&%20<plain>.css?version=9f3c | /s/it's%20%22odd%22%20&%20<plain>-9f3c.css | /s/@9f3c/it's%20%22odd%22%20&%20<plain>.css
          /s/caf%C3%A9.css                      | /s/caf%C3%A9.css?v=9f3c                      | /s/caf%C3%A9.css?version=9f3c                      | /s/caf%C3%A9-9f3c.css                      | /s/@9f3c/caf%C3%A9.css
          /s/caf%c3%a9.css                      | /s/caf%c3%a9.css?v=9f3c                      | /s/caf%c3%a9.css?version=9f3c                      | /s/caf%c3%a9-9f3c.css                      | /s/@9f3c/caf%c3%a9.css
          /s/caf\u00e9.css                      | /s/caf\u00e9.css?v=9f3c                      | /s/caf\u00e9.css?version=9f3c                      | /s/caf\u00e9-9f3c.css                      | /s/@9f3c/caf\u00e9.css
          /s/a.css?b=2&a=1&&c                   | /s/a.css?b=2&a=1&&c&v=9f3c                   | /s/a.css?b=2&a=1&&c&version=9f3c                   | /s/a-9f3c.css?b=2&a=1&&c                   | /s/@9f3c/a.css?b=2&a=1&&c
          /s/a.css?q='\"<>``                    | /s/a.css?q='\"<>``&v=9f3c                    | /s/a.css?q='\"<>``&version=9f3c                    | /s/a-9f3c.css?q='\"<>``                    | /s/@9f3c/a.css?q='\"<>``
          """)
  void rule2_onlyTheVersionIsAdded(String reference, String q, String p, String f, String s) {
    assertUrls(Mounted.STATIC, reference, q, p, f, s);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /s/a.css                 | /s/a.css?v=9f3c                | /s/a.css?version=9f3c                | /s/a-9f3c.css                 | /s/@9f3c/a.css
          /s/a.css?x=1             | /s/a.css?x=1&v=9f3c            | /s/a.css?x=1&version=9f3c            | /s/a-9f3c.css?x=1             | /s/@9f3c/a.css?x=1
          /s/a.css?x=1#y           | /s/a.css?x=1&v=9f3c#y          | /s/a.css?x=1&version=9f3c#y          | /s/a-9f3c.css?x=1#y           | /s/@9f3c/a.css?x=1#y
          /s/a.css#y               | /s/a.css?v=9f3c#y              | /s/a.css?version=9f3c#y              | /s/a-9f3c.css#y               | /s/@9f3c/a.css#y
          /s/a.css#y?x=1           | /s/a.css?v=9f3c#y?x=1          | /s/a.css?version=9f3c#y?x=1          | /s/a-9f3c.css#y?x=1           | /s/@9f3c/a.css#y?x=1
          /s/a.css#?v=1            | /s/a.css?v=9f3c#?v=1           | /s/a.css?version=9f3c#?v=1           | /s/a-9f3c.css#?v=1            | /s/@9f3c/a.css#?v=1
          /s/icons/icon.eot?#iefix | /s/icons/icon.eot?v=9f3c#iefix | /s/icons/icon.eot?version=9f3c#iefix | /s/icons/icon-9f3c.eot?#iefix | /s/@9f3c/icons/icon.eot?#iefix
          /s/a.css?                | /s/a.css?v=9f3c                | /s/a.css?version=9f3c                | /s/a-9f3c.css?                | /s/@9f3c/a.css?
          /s/a.css?&               | /s/a.css?&&v=9f3c              | /s/a.css?&&version=9f3c              | /s/a-9f3c.css?&               | /s/@9f3c/a.css?&
          /s/a.css?a/b?c           | /s/a.css?a/b?c&v=9f3c          | /s/a.css?a/b?c&version=9f3c          | /s/a-9f3c.css?a/b?c           | /s/@9f3c/a.css?a/b?c
          /s/a.css#                | /s/a.css?v=9f3c#               | /s/a.css?version=9f3c#               | /s/a-9f3c.css#                | /s/@9f3c/a.css#
          """)
  void rule3_queryKeptAndFragmentLast(String reference, String q, String p, String f, String s) {
    assertUrls(Mounted.STATIC, reference, q, p, f, s);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Current: unchanged in its own placement.
          /s/a.css?v=9f3c         | =                              | /s/a.css?v=9f3c&version=9f3c       | /s/a-9f3c.css?v=9f3c         | /s/@9f3c/a.css?v=9f3c
          /s/a.css?version=9f3c#y | /s/a.css?version=9f3c&v=9f3c#y | =                                  | /s/a-9f3c.css?version=9f3c#y | /s/@9f3c/a.css?version=9f3c#y
          /s/a.css?x&v=9f3c&y     | =                              | /s/a.css?x&v=9f3c&y&version=9f3c   | /s/a-9f3c.css?x&v=9f3c&y     | /s/@9f3c/a.css?x&v=9f3c&y
          /s/a-9f3c.css?x#y       | =                              | =                                  | =                            | =
          /s/@9f3c/a.css?x#y      | =                              | =                                  | =                            | =
          /s/@9f3c/js/app.js      | =                              | =                                  | =                            | =
          # Stale in the query: replaced where it stands.
          /s/a.css?v=old          | /s/a.css?v=9f3c                | /s/a.css?v=old&version=9f3c        | /s/a-9f3c.css?v=old          | /s/@9f3c/a.css?v=old
          /s/a.css?v=old&x=1#y    | /s/a.css?v=9f3c&x=1#y          | /s/a.css?v=old&x=1&version=9f3c#y  | /s/a-9f3c.css?v=old&x=1#y    | /s/@9f3c/a.css?v=old&x=1#y
          /s/a.css?v              | /s/a.css?v=9f3c                | /s/a.css?v&version=9f3c            | /s/a-9f3c.css?v              | /s/@9f3c/a.css?v
          /s/a.css?v=             | /s/a.css?v=9f3c                | /s/a.css?v=&version=9f3c           | /s/a-9f3c.css?v=             | /s/@9f3c/a.css?v=
          /s/a.css?v=9F3C         | /s/a.css?v=9f3c                | /s/a.css?v=9F3C&version=9f3c       | /s/a-9f3c.css?v=9F3C         | /s/@9f3c/a.css?v=9F3C
          /s/a.css?v=9f3          | /s/a.css?v=9f3c                | /s/a.css?v=9f3&version=9f3c        | /s/a-9f3c.css?v=9f3          | /s/@9f3c/a.css?v=9f3
          /s/a.css?v=1&x&v=2      | /s/a.css?v=9f3c&x              | /s/a.css?v=1&x&v=2&version=9f3c    | /s/a-9f3c.css?v=1&x&v=2      | /s/@9f3c/a.css?v=1&x&v=2
          /s/a.css?v=old&v=9f3c   | /s/a.css?v=9f3c                | /s/a.css?v=old&v=9f3c&version=9f3c | /s/a-9f3c.css?v=old&v=9f3c   | /s/@9f3c/a.css?v=old&v=9f3c
          # Stale in the name or the path: left, as that name is no asset.
          /s/a-old.css            | =                              | =                                  | =                            | =
          /s/a-9F3C.css           | =                              | =                                  | =                            | =
          /s/a-9f3c-9f3c.css      | =                              | =                                  | =                            | =
          /s/@old/a.css           | =                              | =                                  | =                            | =
          /s/@9f3/a.css           | =                              | =                                  | =                            | =
          /s/@9f3c/@9f3c/a.css    | =                              | =                                  | =                            | =
          /s/js/@9f3c/app.js      | =                              | =                                  | =                            | =
          /s/@9f3c/a-9f3c.css     | =                              | =                                  | =                            | =
          # Nothing behind it: the query's is left too.
          /s/no.css?v=old         | =                              | =                                  | =                            | =
          /s/../a.css?v=old       | =                              | =                                  | =                            | =
          """)
  void rule4_idempotent(String reference, String q, String p, String f, String s) {
    assertUrls(Mounted.STATIC, reference, q, p, f, s);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/s/../s/a.css",
        "/s/../../etc/passwd",
        "/s/js/../a.css",
        "/s/./a.css",
        "/s/%2e%2e/x",
        "/s/%2E/a.css",
        "/s/.%2e/a.css",
        "/s/js/..%2fa.css",
        "/s/js%2Fapp.js",
        "/s/js%2fapp.js",
        "/s/js%5Capp.js",
        "/s/js\\app.js",
        "/s//a.css",
        "/s/js//app.js",
        "/s/a.css/",
        "/s/js/app.js/",
        "/s/",
        "/s/%",
        "/s/a.css%",
        "/s/%4.css",
        "/s/%zz.css",
        "/s/%u0061.css",
        "/s/%C3.css",
        "/s/%c0%afa.css",
        "/s/%61%00.css",
        "/s/a.css%00",
        "/s/a.css%0a",
        "/s/a.css%0D%0A"
      })
  void rule5_neverReachesASource(String reference) {
    assertUrls(Mounted.STATIC, reference, "=", "=", "=", "=");
  }

  /** What is remembered of one spelling is not said of another. */
  @Test
  void rule5_impossibleSpelling_hidesNothing() {
    Autoversion autoversion =
        Autoversion.builder().directory("/s", site).version(VersionStrategy.fixed("9f3c")).build();
    for (String reference : List.of("/s/js%2Fapp.js", "/s/js//app.js", "/s/js/app.js%00")) {
      assertEquals(reference, autoversion.url(reference));
    }
    assertEquals("/s/js/app.js?v=9f3c", autoversion.url("/s/js/app.js"));
    assertEquals("/s/%6As/app.js?v=9f3c", autoversion.url("/s/%6As/app.js"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /s/%2541.css   | /s/%2541.css?v=9f3c  | /s/%2541.css?version=9f3c  | /s/%2541-9f3c.css  | /s/@9f3c/%2541.css
          /s/100%25.css  | /s/100%25.css?v=9f3c | /s/100%25.css?version=9f3c | /s/100%25-9f3c.css | /s/@9f3c/100%25.css
          # Decoded once it is A.css, and that is not there.
          /s/%41.css     | =                    | =                          | =                  | =
          /s/%252541.css | =                    | =                          | =                  | =
          """)
  void rule5_decodedOnce(String reference, String q, String p, String f, String s) {
    assertUrls(Mounted.STATIC, reference, q, p, f, s);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /s/js/my-file.js | /s/js/my-file.js?v=9f3c | /s/js/my-file.js?version=9f3c | /s/js/my-file-9f3c.js | /s/@9f3c/js/my-file.js
          /s/js/my.js      | /s/js/my.js?v=9f3c      | /s/js/my.js?version=9f3c      | /s/js/my-9f3c.js      | /s/@9f3c/js/my.js
          /s/@1/a.css      | /s/@1/a.css?v=9f3c      | /s/@1/a.css?version=9f3c      | /s/@1/a-9f3c.css      | /s/@9f3c/@1/a.css
          /s/js/a;b.js     | /s/js/a;b.js?v=9f3c     | /s/js/a;b.js?version=9f3c     | /s/js/a-9f3c;b.js     | /s/@9f3c/js/a;b.js
          """)
  void rule6_literalFileWins(String reference, String q, String p, String f, String s) {
    assertUrls(Mounted.STATIC, reference, q, p, f, s);
  }

  /** A build may leave the copies it made for a static server beside the files. */
  @Test
  void rule4_copyUnderTheVersionedName(@TempDir Path built) throws IOException {
    Files.writeString(built.resolve("app.js"), "two");
    Files.writeString(built.resolve("app-3fc4ccfe7458.js"), "two");
    Autoversion fileName =
        Autoversion.builder().directory("/s", built).placement(Placement.fileName()).build();
    assertEquals("/s/app-3fc4ccfe7458.js", fileName.url("/s/app.js"));
    assertEquals("/s/app-3fc4ccfe7458.js", fileName.url("/s/app-3fc4ccfe7458.js"));
  }

  /** Its version covers more than its bytes, so only the original can tell. */
  @Test
  void rule4_stylesheetsCopyUnderTheVersionedName(@TempDir Path built) throws IOException {
    Files.writeString(built.resolve("x.png"), "two");
    Files.writeString(built.resolve("a.css"), "i{b:url(x.png)}");
    Files.writeString(built.resolve("x-3fc4ccfe7458.png"), "two");
    String copied = "i{b:url(x-3fc4ccfe7458.png)}";
    Files.writeString(built.resolve("a-0123456789ab.css"), copied); // Of an earlier build.
    Autoversion fileName =
        Autoversion.builder().directory("/s", built).placement(Placement.fileName()).build();
    String copy = fileName.url("/s/a.css");
    Files.writeString(built.resolve(copy.substring(3)), copied);
    Files.writeString(built.resolve("b.css"), "@import '" + copy.substring(3) + "';" + copied);
    assertEquals(copy, fileName.url(copy));
    Sent sent = Sent.of(fileName, Asked.get(copy));
    assertEquals("public, max-age=31536000, immutable", sent.header("Cache-Control"));
    assertEquals(copied, sent.text());
    Sent other = Sent.of(fileName, Asked.get(fileName.url("/s/b.css")));
    assertEquals("@import '" + copy.substring(3) + "';" + copied, other.text());
    String earlier = fileName.url("/s/a-0123456789ab.css");
    assertTrue(earlier.startsWith("/s/a-0123456789ab-"), earlier);
  }

  /** A release number is no hash: two files that share it are still two files. */
  @Test
  void rule6_fixedVersionInName(@TempDir Path built) throws IOException {
    Files.writeString(built.resolve("jquery.js"), "one");
    Files.writeString(built.resolve("jquery-2.js"), "two");
    Autoversion fixed =
        Autoversion.builder()
            .directory("/s", built)
            .placement(Placement.fileName())
            .version(VersionStrategy.fixed("2"))
            .build();
    assertEquals("/s/jquery-2-2.js", fixed.url("/s/jquery-2.js"));
  }

  /** Other bytes than its name says: an edited copy is an asset of its own. */
  @Test
  void rule6_editedCopyUnderTheVersionedName(@TempDir Path built) throws IOException {
    Files.writeString(built.resolve("app.js"), "two");
    Files.writeString(built.resolve("app-3fc4ccfe7458.js"), "three");
    Autoversion fileName =
        Autoversion.builder().directory("/s", built).placement(Placement.fileName()).build();
    assertEquals("/s/app-3fc4ccfe7458-8b5b9db0c13d.js", fileName.url("/s/app-3fc4ccfe7458.js"));
  }

  /** A release number in the name of a file that is no version of another one. */
  @Test
  void rule6_nameEndsLikeTheVersion(@TempDir Path built) throws IOException {
    Files.writeString(built.resolve("jquery-3.js"), "two");
    Autoversion fileName =
        Autoversion.builder()
            .directory("/s", built)
            .version(VersionStrategy.fixed("3"))
            .placement(Placement.fileName())
            .build();
    assertEquals("/s/jquery-3-3.js", fileName.url("/s/jquery-3.js"));
    assertEquals("/s/jquery-3-3.js", fileName.url("/s/jquery-3-3.js"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/s/no.css", "/s/js", "/s/js/no/app.js", "/s/a.css/b"})
  void rule7_missingOrDirectory(String reference) {
    assertUrls(Mounted.STATIC, reference, "=", "=", "=", "=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/s/.env",
        "/s/%2eenv",
        "/s/.git/config",
        "/s/js/.hidden.js",
        "/s/.well-known/.x",
        "/s/WEB-INF/web.xml",
        "/s/%57EB-INF/web.xml",
        "/s/Meta-Inf/x.txt",
        "/s/App.class",
        "/s/B.CLASS",
        "/s/App.%63lass",
        "/s/A.css",
        "/s/JS/app.js",
        "/s/license",
        "/s/cafe%CC%81.css",
        // Not even with the current version in the name or the path.
        "/s/.env-9f3c",
        "/s/@9f3c/.env",
        "/s/@9f3c/.git/config",
        "/s/@9f3c/WEB-INF/web.xml",
        "/s/WEB-INF/web-9f3c.xml",
        "/s/App-9f3c.class"
      })
  void rule7b_neverAnAsset(String reference) {
    assertUrls(Mounted.STATIC, reference, "=", "=", "=", "=");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /app/s/a.css         | /app/s/a.css?v=9f3c         | /app/s/a.css?version=9f3c         | /app/s/a-9f3c.css         | /app/s/@9f3c/a.css
          /app/s/js/app.js?x#y | /app/s/js/app.js?x&v=9f3c#y | /app/s/js/app.js?x&version=9f3c#y | /app/s/js/app-9f3c.js?x#y | /app/s/@9f3c/js/app.js?x#y
          # Another application's.
          /s/a.css             | =                           | =                                 | =                         | =
          /app/s/a.css?v=old   | /app/s/a.css?v=9f3c         | /app/s/a.css?v=old&version=9f3c   | /app/s/a-9f3c.css?v=old   | /app/s/@9f3c/a.css?v=old
          /application/s/a.css | =                           | =                                 | =                         | =
          /app/app/s/a.css     | =                           | =                                 | =                         | =
          /apps/a.css          | =                           | =                                 | =                         | =
          /App/s/a.css         | =                           | =                                 | =                         | =
          /app                 | =                           | =                                 | =                         | =
          /app/                | =                           | =                                 | =                         | =
          /app//s/a.css        | =                           | =                                 | =                         | =
          /app/s/no.css        | =                           | =                                 | =                         | =
          app/s/a.css          | =                           | =                                 | =                         | =
          //app/s/a.css        | =                           | =                                 | =                         | =
          """)
  void rule8_contextPath(String reference, String q, String p, String f, String s) {
    assertUrls(Mounted.IN_CONTEXT, reference, q, p, f, s);
  }

  /** Where only the request knows the context path. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /app/s/a.css          | /app | /app/s/a.css?v=9f3c
          /app/s/a.css?v=9f3c   | /app | /app/s/a.css?v=9f3c
          /app/s/a.css?x#y      | /app | /app/s/a.css?x&v=9f3c#y
          /s/a.css              | /app | /s/a.css
          /s/a.css              | ''   | /s/a.css?v=9f3c
          /application/s/a.css  | /app | /application/s/a.css
          /app/s/no.css         | /app | /app/s/no.css
          /app                  | /app | /app
          /app//example/s/a.css | /app | /app//example/s/a.css
          ?top                  | /app | ?top
          """)
  void rule8_contextPathOfRequest(String reference, String contextPath, String url) {
    Autoversion plain = Mounted.STATIC.builder().build();
    assertEquals(url, plain.url(reference, contextPath));
  }

  @Test
  void rule8_contextPathOfRequest_host() {
    Autoversion cdn = Mounted.STATIC.builder().host("https://cdn.example").build();
    assertEquals("https://cdn.example/app/s/a.css?v=9f3c", cdn.url("/app/s/a.css", "/app"));
    assertEquals("/app/s/no.css", cdn.url("/app/s/no.css", "/app"));
  }

  /** What the builder was told goes first. */
  @Test
  void rule8_contextPathOfRequestAndBuilder() {
    Autoversion inContext = Mounted.IN_CONTEXT.builder().build();
    assertEquals("/app/s/a.css?v=9f3c", inContext.url("/app/s/a.css", "/app"));
    assertEquals("/other/s/a.css", inContext.url("/other/s/a.css", "/other"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /app/s/a.css?x#y                        | https://cdn.example/p/app/s/a.css?x&v=9f3c#y | https://cdn.example/p/app/s/a.css?x&version=9f3c#y   | https://cdn.example/p/app/s/a-9f3c.css?x#y   | https://cdn.example/p/app/s/@9f3c/a.css?x#y
          /app/s/a.css                            | https://cdn.example/p/app/s/a.css?v=9f3c     | https://cdn.example/p/app/s/a.css?version=9f3c       | https://cdn.example/p/app/s/a-9f3c.css       | https://cdn.example/p/app/s/@9f3c/a.css
          https://cdn.example/p/app/s/a.css       | https://cdn.example/p/app/s/a.css?v=9f3c     | https://cdn.example/p/app/s/a.css?version=9f3c       | https://cdn.example/p/app/s/a-9f3c.css       | https://cdn.example/p/app/s/@9f3c/a.css
          https://cdn.example/p/app/s/a.css?v=old | https://cdn.example/p/app/s/a.css?v=9f3c     | https://cdn.example/p/app/s/a.css?v=old&version=9f3c | https://cdn.example/p/app/s/a-9f3c.css?v=old | https://cdn.example/p/app/s/@9f3c/a.css?v=old
          # Another application's.
          /s/a.css                            | =                                        | =                                                | =                                        | =
          https://cdn.example/p/s/a.css       | =                                        | =                                                | =                                        | =
          # Missing or foreign: not absolute.
          /app/s/no.css                       | =                                        | =                                                | =                                        | =
          /app/s/.env                             | =                                        | =                                                | =                                        | =
          /owners/12                          | =                                        | =                                                | =                                        | =
          a.css                               | =                                        | =                                                | =                                        | =
          ?top                                | =                                        | =                                                | =                                        | =
          https://cdn.example/p/s/no.css      | =                                        | =                                                | =                                        | =
          https://cdn.example/p/owners/12     | =                                        | =                                                | =                                        | =
          https://cdn.example/s/a.css         | =                                        | =                                                | =                                        | =
          https://cdn.example/pp/s/a.css      | =                                        | =                                                | =                                        | =
          https://cdn.example                 | =                                        | =                                                | =                                        | =
          https://cdn.example.evil/p/s/a.css  | =                                        | =                                                | =                                        | =
          https://cdn.example:443/p/s/a.css   | =                                        | =                                                | =                                        | =
          http://cdn.example/p/s/a.css        | =                                        | =                                                | =                                        | =
          //cdn.example/p/s/a.css             | =                                        | =                                                | =                                        | =
          """)
  void rule9_host(String reference, String q, String p, String f, String s) {
    assertUrls(Mounted.ON_HOST, reference, q, p, f, s);
  }

  @Test
  void rule9_hostWithoutScheme() {
    Autoversion cdn = Mounted.STATIC.builder().host("//cdn.example").build();
    assertEquals("//cdn.example/s/a.css?v=9f3c", cdn.url("/s/a.css"));
    assertEquals("//cdn.example/s/a.css?v=9f3c", cdn.url("//cdn.example/s/a.css"));
    assertEquals("//cdn.example/s/no.css", cdn.url("//cdn.example/s/no.css"));
    assertEquals("//other.example/s/a.css", cdn.url("//other.example/s/a.css"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /s/LICENSE                | /s/LICENSE?v=9f3c                | /s/LICENSE?version=9f3c                | /s/LICENSE-9f3c                | /s/@9f3c/LICENSE
          /s/js/app.js.map          | /s/js/app.js.map?v=9f3c          | /s/js/app.js.map?version=9f3c          | /s/js/app-9f3c.js.map          | /s/@9f3c/js/app.js.map
          /s/archive.tar.gz         | /s/archive.tar.gz?v=9f3c         | /s/archive.tar.gz?version=9f3c         | /s/archive-9f3c.tar.gz         | /s/@9f3c/archive.tar.gz
          /s/js/jquery.min.js       | /s/js/jquery.min.js?v=9f3c       | /s/js/jquery.min.js?version=9f3c       | /s/js/jquery.min-9f3c.js       | /s/@9f3c/js/jquery.min.js
          /s/js/jquery-3.7.1.min.js | /s/js/jquery-3.7.1.min.js?v=9f3c | /s/js/jquery-3.7.1.min.js?version=9f3c | /s/js/jquery-3.7.1.min-9f3c.js | /s/@9f3c/js/jquery-3.7.1.min.js
          /s/.well-known/x          | /s/.well-known/x?v=9f3c          | /s/.well-known/x?version=9f3c          | /s/.well-known/x-9f3c          | /s/@9f3c/.well-known/x
          /s/a..b.js                | /s/a..b.js?v=9f3c                | /s/a..b.js?version=9f3c                | /s/a..b-9f3c.js                | /s/@9f3c/a..b.js
          /s/x..                    | /s/x..?v=9f3c                    | /s/x..?version=9f3c                    | /s/x.-9f3c.                    | /s/@9f3c/x..
          # Path parameters at the end are no part of the name.
          /s/a.css;jsessionid=1     | /s/a.css;jsessionid=1?v=9f3c     | /s/a.css;jsessionid=1?version=9f3c     | /s/a-9f3c.css;jsessionid=1     | /s/@9f3c/a.css;jsessionid=1
          /s/a.css;a=1;b=2?x#y      | /s/a.css;a=1;b=2?x&v=9f3c#y      | /s/a.css;a=1;b=2?x&version=9f3c#y      | /s/a-9f3c.css;a=1;b=2?x#y      | /s/@9f3c/a.css;a=1;b=2?x#y
          /s/js/a;b.js;c=d          | =                                | =                                      | =                              | =
          /s/js;x=1/app.js          | =                                | =                                      | =                              | =
          /s/..;/a.css              | =                                | =                                      | =                              | =
          /s/LICENSE;/a.css         | =                                | =                                      | =                              | =
          /s/.env;x=1               | =                                | =                                      | =                              | =
          /s/;x=1                   | =                                | =                                      | =                              | =
          """)
  void rule10_names(String reference, String q, String p, String f, String s) {
    assertUrls(Mounted.STATIC, reference, q, p, f, s);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # /s/vendor is a mount of its own, and has nothing but lib.js
          /s/vendor/lib.js  | /s/vendor/lib.js?v=9f3c  | /s/vendor/lib.js?version=9f3c  | /s/vendor/lib-9f3c.js  | /s/vendor/@9f3c/lib.js
          /s/vendor/a.css   | =                        | =                              | =                      | =
          /s/vendors/lib.js | /s/vendors/lib.js?v=9f3c | /s/vendors/lib.js?version=9f3c | /s/vendors/lib-9f3c.js | /s/@9f3c/vendors/lib.js
          /s/a.css          | /s/a.css?v=9f3c          | /s/a.css?version=9f3c          | /s/a-9f3c.css          | /s/@9f3c/a.css
          # / is the whole site
          /a.css            | /a.css?v=9f3c            | /a.css?version=9f3c            | /a-9f3c.css            | /@9f3c/a.css
          /a.css?x=/b/c     | /a.css?x=/b/c&v=9f3c     | /a.css?x=/b/c&version=9f3c     | /a-9f3c.css?x=/b/c     | /@9f3c/a.css?x=/b/c
          /js/app.js        | /js/app.js?v=9f3c        | /js/app.js?version=9f3c        | /js/app-9f3c.js        | /js/@9f3c/app.js
          /vendor/lib.js    | /vendor/lib.js?v=9f3c    | /vendor/lib.js?version=9f3c    | /vendor/lib-9f3c.js    | /vendor/@9f3c/lib.js
          /@1/a.css         | /@1/a.css?v=9f3c         | /@1/a.css?version=9f3c         | /@1/a-9f3c.css         | /@1/@9f3c/a.css
          /.well-known/x    | /.well-known/x?v=9f3c    | /.well-known/x?version=9f3c    | /.well-known/x-9f3c    | /.well-known/@9f3c/x
          /                 | =                        | =                              | =                      | =
          /?x=/a.css        | =                        | =                              | =                      | =
          /#/a.css          | =                        | =                              | =                      | =
          /s                | =                        | =                              | =                      | =
          /owners/12        | =                        | =                              | =                      | =
          //a.css           | =                        | =                              | =                      | =
          """)
  void mounts_longestPrefixDecides(String reference, String q, String p, String f, String s) {
    assertUrls(Mounted.SEVERAL, reference, q, p, f, s);
  }

  @Test
  void mounts_severalSourcesUnderOnePrefix_inOrder() {
    Autoversion autoversion =
        Autoversion.builder()
            .version(asset -> new Version(asset.file().orElseThrow().getFileName() + "-found"))
            .directory("/s/", site.resolve("vendor"))
            .directory("/s", site)
            .build();
    assertEquals("/s/lib.js?v=lib.js-found", autoversion.url("/s/lib.js"));
    assertEquals("/s/a.css?v=a.css-found", autoversion.url("/s/a.css"));
  }

  @ParameterizedTest
  @CsvSource({
    "/s/a.css,          9f3c",
    "/s/a.css?x#y,      9f3c",
    "/s/a.css?v=old,    9f3c",
    "/s/a.css?v=9f3c,   9f3c",
    "/s/a-0123.css,     9f3c",
    "/s/a-old.css,      none",
    "/s/a-9f3c.css,     9f3c",
    "/s/js/my-file.js,  9f3c",
    "/s/js/my-other.js, none",
    "/s/no.css,         none",
    "/s/no-9f3c.css,    none",
    "/s/js,             none",
    "/s/.env,           none",
    "/s/../s/a.css, none",
    "/owners/12,             none",
    "'',                     none",
    "a.css,                  none",
  })
  void version_whateverTheReferenceCarries(String reference, String version) {
    Autoversion autoversion = Mounted.STATIC.builder().placement(Placement.fileName()).build();
    Optional<Version> expected =
        version.equals("none") ? Optional.empty() : Optional.of(new Version(version));
    assertEquals(expected, autoversion.version(reference));
  }

  private enum Mounted {
    STATIC,
    IN_CONTEXT,
    ON_HOST,
    SEVERAL;

    Autoversion.Builder builder() {
      Autoversion.Builder builder =
          Autoversion.builder().version(VersionStrategy.fixed("9f3c")).directory("/s", site);
      return switch (this) {
        case STATIC -> builder;
        case IN_CONTEXT -> builder.contextPath("/app");
        case ON_HOST -> builder.contextPath("/app").host("https://cdn.example/p/");
        case SEVERAL ->
            builder.directory("/", site).directory("/s/vendor/", site.resolve("vendor"));
      };
    }
  }

  private static void assertUrls(
      Mounted mounted, String reference, String query, String parameter, String file, String path) {
    assertUrl(mounted, Placement.query(), reference, query);
    assertUrl(mounted, Placement.query("version"), reference, parameter);
    assertUrl(mounted, Placement.fileName(), reference, file);
    assertUrl(mounted, Placement.pathSegment(), reference, path);
  }

  private static void assertUrl(
      Mounted mounted, Placement placement, String reference, String expected) {
    String url = expected.equals("=") ? reference : expected;
    Autoversion autoversion = mounted.builder().placement(placement).build();
    assertEquals(url, autoversion.url(reference), placement::toString);
    assertEquals(url, autoversion.url(reference), "from memory");
    assertEquals(url, autoversion.url(url), "idempotent");
    assertEquals(url, autoversion.explain(reference).url(), "explain");
  }
}
