package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manifest's text becomes in a page. */
class PublishedFileTest {
  @ParameterizedTest
  @CsvSource({
    "a b-1.js,                     /build/a%20b-1.js",
    "a%20b-1.js,                   /build/a%2520b-1.js",
    "/x/a%20b-1.js,                /x/a%20b-1.js",
    "/x/a b-1.js,                  /x/a%20b-1.js",
    "/x/100%-1.js,                 /x/100%25-1.js",
    "/a:b-1.js,                    /a:b-1.js",
    "https://cdn.example/a b-1.js, https://cdn.example/a%20b-1.js",
    "https://cdn.example/é%20-1.js, https://cdn.example/%C3%A9%20-1.js",
    "//cdn.example/a%20b-1.js,     //cdn.example/a%20b-1.js",
    "a-1.js?x=a b#c?d,             /build/a-1.js?x=a%20b#c?d",
    "a-1.js?x=%23fff%3F%2523#c%23?, /build/a-1.js?x=%23fff%3F%2523#c%23?",
  })
  void url(String text, String url) {
    assertEquals(url, file(text).url());
  }

  /** A manifest of one's own may forget the slash, and another host would be asked. */
  @ParameterizedTest
  @CsvSource({
    "https://cdn.example,    https://cdn.example/a-1.js",
    "https://cdn.example/x/, https://cdn.example/x/a-1.js",
    "/other,                 /other/a-1.js",
  })
  void url_baseWithoutSlash(String base, String url) {
    PublishedFile file = PublishedFile.of("/build", base, "a-1.js");
    assertNotNull(file);
    assertEquals(url, file.url());
    LogicalPath name = LogicalPath.of("a-1.js").orElseThrow();
    assertEquals(url, PublishedFile.ofCopy("/build", base, name).url());
  }

  /** Neither a host nor a context path is put before it. */
  @ParameterizedTest
  @CsvSource({"//cdn.example/, true", "//cdn.example, true", "https://h/, true", "/x/, false"})
  void elsewhere_base(String base, boolean elsewhere) {
    PublishedFile file = PublishedFile.of("/build", base, "a-1.js");
    assertNotNull(file);
    assertEquals(elsewhere, file.elsewhere());
    LogicalPath name = LogicalPath.of("a-1.js").orElseThrow();
    assertEquals(elsewhere, PublishedFile.ofCopy("/build", base, name).elsewhere());
  }

  /** On the disk, a name has no escapes. */
  @ParameterizedTest
  @CsvSource({
    "a%20b-1.js,         a%20b-1.js",
    "/build/a%20b-1.js,  a b-1.js",
    "/build/%C3%A9-1.js, é-1.js",
    "/build/100%-1.js,   100%-1.js",
    "/build/a%2Fb-1.js,  none",
    "/x/a-1.js,          none",
  })
  void below(String text, String path) {
    assertEquals(path, file(text).below("/build").map(LogicalPath::value).orElse("none"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "./a.js",
        "x/./a.js",
        "../a.js",
        "/x/%2e%2e/a.js",
        "a\u007f.js",
        "x:a.js",
        ":a.js"
      })
  void noFile(String text) {
    assertNull(PublishedFile.of("/build", "", text));
  }

  @Test
  void noFile_longerThanAnyUrl() {
    assertNotNull(PublishedFile.of("/build", "", "x".repeat(8192)));
    assertNull(PublishedFile.of("/build", "", "x".repeat(8193)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a", "HTTP://a", "http://localhost:5173/x"})
  void isHttp(String url) {
    assertTrue(PublishedFile.isHttp(url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://", "https:///a", "ftp://a", "://a", "https:/a", "", "/a"})
  void isNotHttp(String url) {
    assertFalse(PublishedFile.isHttp(url));
  }

  @ParameterizedTest
  @CsvSource({
    "a.js,      ?,       /build/a.js?",
    "a.js,      ?x=1,    /build/a.js?x=1",
    "a.js?id=1, ?,       /build/a.js?id=1",
    "a.js?id=1, ?x,      /build/a.js?id=1&x",
    "a.js?id=1, ?id=2&x, /build/a.js?id=1&x",
    "a.js?id=1, '',      /build/a.js?id=1",
  })
  void with_queryOfTheReference(String text, String query, String url) {
    assertEquals(url + "#top", file(text).with(query, "#top"));
  }

  /** One without a name replaces another, too. */
  @Test
  void with_parameterWithoutAName() {
    assertEquals("/build/a.js?=1", file("a.js?=1").with("?=2", ""));
  }

  /** As svg sprites have it; a reference's own fragment counts. */
  @ParameterizedTest
  @CsvSource({
    "s.svg#cart,     '',  '',   /build/s.svg#cart",
    "s.svg#cart,     '',  #top, /build/s.svg#top",
    "s.svg#cart,     ?x,  '',   /build/s.svg?x#cart",
    "s.svg?v=1#cart, ?x,  #top, /build/s.svg?v=1&x#top",
    "s.svg#a?b,      ?x,  '',   /build/s.svg?x#a?b",
  })
  void with_fragmentOfTheFile(String text, String query, String fragment, String url) {
    assertEquals(url, file(text).with(query, fragment));
  }

  @ParameterizedTest
  @CsvSource({
    "s.svg#cart,     /build/s.svg",
    "s.svg?v=1#cart, /build/s.svg?v=1",
    "s.svg,          /build/s.svg",
  })
  void whole_withoutTheFragment(String text, String url) {
    assertEquals(url, file(text).whole().url());
  }

  private static PublishedFile file(String text) {
    PublishedFile file = PublishedFile.of("/build", "", text);
    assertNotNull(file);
    return file;
  }
}
