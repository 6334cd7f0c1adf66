package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPartsTest {
  @ParameterizedTest
  @CsvSource({
    "'',          '',     '',     ''",
    "/a,          /a,     '',     ''",
    "/a?,         /a,     ?,      ''",
    "/a#,         /a,     '',     #",
    "/a?#,        /a,     ?,      #",
    "/a?x=1#y,    /a,     ?x=1,   #y",
    "/a?x?y#z#w,  /a,     ?x?y,   #z#w",
    "/a#y?x,      /a,     '',     #y?x",
    "?x,          '',     ?x,     ''",
    "#y,          '',     '',     #y",
    "#y?x,        '',     '',     #y?x",
    "?x#y,        '',     ?x,     #y",
  })
  void of_cutAtDelimiters(String url, String path, String query, String fragment) {
    assertEquals(new UrlParts(path, query, fragment), UrlParts.of(url));
    assertEquals(url, UrlParts.of(url).withPath(path));
  }
}
