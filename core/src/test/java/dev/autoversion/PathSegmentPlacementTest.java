package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathSegmentPlacementTest {
  private static final Placement PLACEMENT = Placement.pathSegment();
  private static final Version VERSION = new Version("2.4-1");

  @ParameterizedTest
  @CsvSource({
    "/static/app.js,          /static/@2.4-1/app.js",
    "/static/js/app.js,       /static/@2.4-1/js/app.js",
    "/static/LICENSE,         /static/@2.4-1/LICENSE",
    "/static/.well-known/x,   /static/@2.4-1/.well-known/x",
    "/static/js/app.js?x=/#/, /static/@2.4-1/js/app.js?x=/#/",
    "/static/js/app.js;a=1,   /static/@2.4-1/js/app.js;a=1",
    "/static/%40a/app.js,     /static/@2.4-1/%40a/app.js",
    "/static/js/@a/app.js,    /static/@2.4-1/js/@a/app.js",
    "/static/@a,              /static/@2.4-1/@a",
    "/static/@/app.js,        /static/@2.4-1/@/app.js",
    "/static//app.js,         /static/@2.4-1//app.js",
    "/static/,                /static/@2.4-1/",
    "/app.js,                 /@2.4-1/app.js",
    "/app.js?x=/a/b#/c,       /@2.4-1/app.js?x=/a/b#/c",
    "/,                       /@2.4-1/",
  })
  void insert_thenExtract(String url, String versioned) {
    assertEquals(versioned, PLACEMENT.insert(url, VERSION));
    assertEquals(Optional.of(new AssetUrl(url, VERSION)), PLACEMENT.extract(versioned));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        "/static/app.js",
        "/static/js/app.js",
        "/static/2.4-1/app.js",
        "/static/js/@2.4-1/app.js",
        "/static/@/app.js",
        "/static/@2_4/app.js",
        "/static/@2.4%2D1/app.js",
        "/static/%402.4-1/app.js",
        "/static/@2.4;a/app.js",
        "/static/app.js?x=/@2.4-1/",
        "/static/app.js#/@2.4-1/",
        "/static/x@2.4-1/app.js",
        "/static/@2.4-1",
        "/@2.4-1"
      })
  void extract_none(String url) {
    assertEquals(Optional.empty(), PLACEMENT.extract(url));
  }

  @Test
  void toString_namesIt() {
    assertEquals("pathSegment()", PLACEMENT.toString());
  }
}
