package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryPlacementTest {
  private static final Version VERSION = new Version("9f3c");

  @ParameterizedTest
  @CsvSource({
    "/s/a.css,              /s/a.css?v=9f3c",
    "/s/a.css?x=1,          /s/a.css?x=1&v=9f3c",
    "/s/a.css#y,            /s/a.css?v=9f3c#y",
    "/s/a.css?x=1#y,        /s/a.css?x=1&v=9f3c#y",
    "/s/a.css?#y,           /s/a.css?v=9f3c#y",
    "/s/a.eot?#iefix,       /s/a.eot?v=9f3c#iefix",
    "/s/a.css?,             /s/a.css?v=9f3c",
    "/s/a.css?&,            /s/a.css?&&v=9f3c",
    "/s/a.css?a&b=,         /s/a.css?a&b=&v=9f3c",
    "/s/a.css?a=1&,         /s/a.css?a=1&&v=9f3c",
    "/s/a.css?a=b=c,        /s/a.css?a=b=c&v=9f3c",
    "/s/a.css?x=?,          /s/a.css?x=?&v=9f3c",
    "/s/a.css?x=/@1/,       /s/a.css?x=/@1/&v=9f3c",
    "/s/a.css#y?x=1,        /s/a.css?v=9f3c#y?x=1",
    "/s/a.css##,            /s/a.css?v=9f3c##",
    "/s/a.css?vv=1,         /s/a.css?vv=1&v=9f3c",
    "/s/a.css?V=1,          /s/a.css?V=1&v=9f3c",
    "/s/a.css?x=v,          /s/a.css?x=v&v=9f3c",
    "/s/a.css?x&amp;v=1,    /s/a.css?x&amp;v=1&v=9f3c",
    "/s/a.css;v=1,          /s/a.css;v=1?v=9f3c",
    "/s/,                   /s/?v=9f3c",
    "'',                    ?v=9f3c",
  })
  void insert_appended(String url, String versioned) {
    assertEquals(versioned, Placement.query().insert(url, VERSION));
    assertEquals(Optional.empty(), Placement.query().extract(url));
  }

  @ParameterizedTest
  @CsvSource({
    "/s/a.css?v=old,            /s/a.css?v=9f3c",
    "/s/a.css?v=old&x=1,        /s/a.css?v=9f3c&x=1",
    "/s/a.css?x=1&v=old&y=2#z,  /s/a.css?x=1&v=9f3c&y=2#z",
    "/s/a.css?v,                /s/a.css?v=9f3c",
    "/s/a.css?v=,               /s/a.css?v=9f3c",
    "/s/a.css?v=%20,            /s/a.css?v=9f3c",
    "/s/a.css?v=a=b,            /s/a.css?v=9f3c",
    "/s/a.css?v=1&v=2,          /s/a.css?v=9f3c",
    "/s/a.css?v&x&v=2&v=,       /s/a.css?v=9f3c&x",
    "/s/a.css?x&v=9f3c&v=9f3c,  /s/a.css?x&v=9f3c",
  })
  void insert_replacedWhereItStands(String url, String versioned) {
    assertEquals(versioned, Placement.query().insert(url, VERSION));
  }

  @ParameterizedTest
  @CsvSource({
    "/s/a.css?v=9f3c,         /s/a.css",
    "/s/a.css?v=9f3c#y,       /s/a.css#y",
    "/s/a.css?v=9f3c&x=1#y,   /s/a.css?x=1#y",
    "/s/a.css?x=1&v=9f3c&y,   /s/a.css?x=1&y",
    "/s/a.css?&v=9f3c,        /s/a.css?",
    "/s/a.css?&&v=9f3c,       /s/a.css?&",
    "/s/a.css?vv=1&v=9f3c,    /s/a.css?vv=1",
  })
  void extract_ours(String versioned, String url) {
    assertEquals(Optional.of(new AssetUrl(url, VERSION)), Placement.query().extract(versioned));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/s/a.css",
        "/s/a.css?",
        "/s/a.css?v",
        "/s/a.css?v=",
        "/s/a.css?v=%39f3c",
        "/s/a.css?v=a b",
        "/s/a.css?v=9f3c&v=9f3c",
        "/s/a.css?v=9f3c&v",
        "/s/a.css?V=9f3c",
        "/s/a.css?xv=9f3c",
        "/s/a.css?%76=9f3c",
        "/s/a.css#?v=9f3c",
        "/s/a.css;v=9f3c",
        "v=9f3c"
      })
  void extract_notOurs(String url) {
    assertEquals(Optional.empty(), Placement.query().extract(url));
  }

  @Test
  void query_otherParameter() {
    assertEquals("query(azAZ09)", Placement.query("azAZ09").toString());
    Placement placement = Placement.query("rel_1.0-x");
    assertEquals("/s/a.css?v=1&rel_1.0-x=9f3c", placement.insert("/s/a.css?v=1", VERSION));
    assertEquals(
        Optional.of(new AssetUrl("/s/a.css?v=1", VERSION)),
        placement.extract("/s/a.css?v=1&rel_1.0-x=9f3c"));
    assertEquals("query(rel_1.0-x)", placement.toString());
    assertEquals("query(v)", Placement.query().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a b", "a=b", "a&b", "v?", "#", "%76", "\u0080", "\u00e9", "\u0661", "a\n"
      })
  void query_badParameter(String parameter) {
    assertThrows(IllegalArgumentException.class, () -> Placement.query(parameter));
  }

  @Test
  void query_badParameter_message() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Placement.query("a b"));
    assertEquals(
        "a query parameter's name is letters, digits, '.', '_' and '-', unlike 'a b'",
        e.getMessage());
  }
}
