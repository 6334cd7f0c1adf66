package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPathTest {
  /** As the URL parser of browsers does (WHATWG URL, 4.4). */
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a.png,a.png",
        " a.png\u0001,a.png",
        "\u0001a.png ,a.png",
        "..\\img\\a.png,../img/a.png",
        "a\\b?c\\d,a/b?c\\d",
        "a\\b#c\\d,a/b#c\\d",
        "a b.png,a b.png",
        "\\\\host\\a,//host/a",
        "' \t ',''",
      })
  void asRead_likeBrowsers(String written, String read) {
    assertEquals(read, UrlPath.asRead(written));
  }

  @Test
  void asRead_tabsAndLineEndsAnywhere() {
    assertEquals("abcd", UrlPath.asRead("a\tb\nc\rd"));
  }

  @ParameterizedTest
  @CsvSource({
    "x.png,               /s/css/x.png",
    "./x.png,             /s/css/x.png",
    "../img/x.png?y#z,    /s/img/x.png?y#z",
    "../../../x.png,      /x.png",
    "%2e%2E/x.png,        /s/x.png",
    ".%2e/x.png,          /s/x.png",
    "%2e/x.png,           /s/css/x.png",
    "..x/y.png,           /s/css/..x/y.png",
    "a/..,                /s/css/",
    "a/.,                 /s/css/a/",
    "/t/../x.png,         /x.png",
    "/t/%2e%2e/x.png?..,  /x.png?..",
    "/t//x.png,           /t//x.png",
    "//host/../x.png,     //host/../x.png",
    "https://h/../x.png,  https://h/../x.png",
    "'',                  ''",
    "?y,                  ?y",
    "#z,                  #z",
  })
  void resolve_againstAStylesheet(String reference, String url) {
    assertEquals(url, UrlPath.resolve("/s/css/a.css", reference));
  }

  @ParameterizedTest
  @CsvSource({
    "/s/@1/css/a.css, /s/@2/img/x.png, ../../@2/img/x.png",
    "/s/a.css,        /s/x.png,        x.png",
    "/s/a.css,        /s/a:b.png,      ./a:b.png",
    "/s/a.css,        /s/x/a:b.png,    ./x/a:b.png",
    "/s/css/a.css,    /s/a:b.png,      ../a:b.png",
    "/s/css/a.css,    /t/x.png,        ../../t/x.png",
    "/a.css,          /x.png,          x.png",
    "/s/a.css,        /s/a.css,        a.css",
    "/s/a.css,        /s/a.css/x.png,  a.css/x.png",
    "/s/a.css,        /s/:x.png,       ./:x.png",
  })
  void relativize_arrivesAtTheTarget(String base, String target, String relative) {
    assertEquals(relative, UrlPath.relativize(base, target));
    assertEquals(target, UrlPath.resolve(base, relative));
  }

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "#x, false",
    "?x, false",
    "data:image/png, false",
    "DATA:, false",
    "data, true",
    "a#x, true",
    "/a.png, true",
    "https://h/a.png, true",
  })
  void mayNameAsset_byItsBeginning(String reference, boolean expected) {
    assertEquals(expected, UrlPath.mayNameAsset(reference));
  }

  /** A name that begins like a scheme would be one. */
  @Test
  void isRelative_colonInTheFirstSegment() {
    assertEquals(false, UrlPath.isRelative("a:b.png"));
    assertEquals(true, UrlPath.isRelative("./a:b.png"));
    assertEquals(true, UrlPath.isRelative("x/a:b.png"));
    assertEquals(true, UrlPath.isRelative("x?a:b"));
  }

  /** What can be no scheme is a name, as browsers read it (WHATWG URL, 4.4). */
  @ParameterizedTest
  @ValueSource(strings = {":x.png", "12:30.png", "a_b:c.png", "é:x.png", "50%:x.png", "a b:c"})
  void isRelative_colonBehindWhatIsNoScheme(String reference) {
    assertEquals(true, UrlPath.isRelative(reference));
    assertEquals("/s/css/" + reference, UrlPath.resolve("/s/css/a.css", reference));
  }
}
