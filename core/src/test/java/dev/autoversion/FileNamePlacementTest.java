package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamePlacementTest {
  private static final Placement PLACEMENT = Placement.fileName();
  private static final Version VERSION = new Version("9f3c");

  @ParameterizedTest
  @CsvSource({
    "/s/app.js,              /s/app-9f3c.js",
    "/s/js/app.js,           /s/js/app-9f3c.js",
    "/s/my-app.js,           /s/my-app-9f3c.js",
    "/s/jquery.min.js,       /s/jquery.min-9f3c.js",
    "/s/jquery-3.7.1.min.js, /s/jquery-3.7.1.min-9f3c.js",
    "/s/LICENSE,             /s/LICENSE-9f3c",
    "/s/-,                   /s/--9f3c",
    "/s/a-,                  /s/a--9f3c",
    "/s/a-.js,               /s/a--9f3c.js",
    "/s/app.js.map,          /s/app-9f3c.js.map",
    "/s/app.css.gz,          /s/app-9f3c.css.gz",
    "/s/app.css.br,          /s/app-9f3c.css.br",
    "/s/app.css.zst,         /s/app-9f3c.css.zst",
    "/s/archive.tar.gz,      /s/archive-9f3c.tar.gz",
    "/s/app.js.map.gz,       /s/app.js-9f3c.map.gz",
    "/s/app.js.MAP,          /s/app.js-9f3c.MAP",
    "/s/a.zip,               /s/a-9f3c.zip",
    "/s/world.map,           /s/world-9f3c.map",
    "/s/.map,                /s/.map-9f3c",
    "/s/.env,                /s/.env-9f3c",
    "/s/.a.map,              /s/.a-9f3c.map",
    "/s/..map,               /s/.-9f3c.map",
    "/s/a..map,              /s/a-9f3c..map",
    "/s/a..b.js,             /s/a..b-9f3c.js",
    "/s/x..,                 /s/x.-9f3c.",
    "/s/a.,                  /s/a-9f3c.",
    "/s/.well-known/x,       /s/.well-known/x-9f3c",
    "/s/v1.2/LICENSE,        /s/v1.2/LICENSE-9f3c",
    "/s/a%20b.css,           /s/a%20b-9f3c.css",
    "/s/a%2Ecss,             /s/a%2Ecss-9f3c",
    "/s/app.js?x=1.2-3#y-z.a, /s/app-9f3c.js?x=1.2-3#y-z.a",
    "/s/app.js?,             /s/app-9f3c.js?",
    "/s/app.js;a=1.2,        /s/app-9f3c.js;a=1.2",
    "/s/app.js;a=1-2?x#y,    /s/app-9f3c.js;a=1-2?x#y",
    "/s/a;b/app.js,          /s/a;b/app-9f3c.js",
    "/s/;a=b,                /s/-9f3c;a=b",
    "/s/,                    /s/-9f3c",
    "'',                     -9f3c",
    ";a=b,                   -9f3c;a=b",
  })
  void insert_thenExtract(String url, String versioned) {
    assertEquals(versioned, PLACEMENT.insert(url, VERSION));
    assertEquals(Optional.of(new AssetUrl(url, VERSION)), PLACEMENT.extract(versioned));
  }

  /** So that the last dash is always the separator, and no dot looks like an extension. */
  @ParameterizedTest
  @CsvSource({
    "2.4.1,        /s/app-2_4_1.js",
    "-0.5,         /s/app-~0_5.js",
    "1e-09,        /s/app-1e~09.js",
    "-,            /s/app-~.js",
    "..,           /s/app-__.js",
    "a.map,        /s/app-a_map.js",
  })
  void insert_dotsAndDashesOfVersion(String version, String versioned) {
    assertEquals(versioned, PLACEMENT.insert("/s/app.js", new Version(version)));
    assertEquals(
        Optional.of(new AssetUrl("/s/app.js", new Version(version))), PLACEMENT.extract(versioned));
  }

  /** A proposal; the asset disposes. */
  @ParameterizedTest
  @CsvSource({
    "/s/my-file.js,          /s/my.js,       file",
    "/s/a-b-c.js,            /s/a-b.js,      c",
    "/s/-9f3c.js,            /s/.js,         9f3c",
  })
  void extract_whatMerelyLooksVersioned(String url, String clean, String version) {
    assertEquals(Optional.of(new AssetUrl(clean, new Version(version))), PLACEMENT.extract(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/s/app.js",
        "/s/a-b/app.js",
        "/s/app-.js",
        "/s/app-",
        "/s/-",
        "/s/jquery-3.7.1.js",
        "/s/app-9f 3c.js",
        "/s/app-9f%33c.js",
        "/s/app-@.js",
        "/s/app.-js",
        "/s/app;-js",
        "/s/a-.b.js",
        "/s/app.js-9f3c.map",
        "/s/app.js?x=a-9f3c.js",
        "/s/app.js#a-9f3c",
        "/s/app.js;a-9f3c.js",
        "/s/app-0123456789012345678901234567890123456789012345678901234567890123x.js"
      })
  void extract_none(String url) {
    assertEquals(Optional.empty(), PLACEMENT.extract(url));
  }

  @Test
  void toString_namesIt() {
    assertEquals("fileName()", PLACEMENT.toString());
  }
}
