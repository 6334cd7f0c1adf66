package dev.autoversion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {
  /** What stands behind the last dot of a name, whatever stands behind that. */
  @ParameterizedTest
  @CsvSource({
    "/js/app.js,     SCRIPT",
    "app.js,         SCRIPT",
    "/.js,           SCRIPT",
    "/a.css/app.js,  SCRIPT",
    "/app.js?x,      SCRIPT",
    "/app.js?/x,     SCRIPT",
    "/app.js?.css,   SCRIPT",
    "/app.js#.css,   SCRIPT",
    "/app.js;.css,   SCRIPT",
    "/a;v=1/app.js,  SCRIPT",
    "/a.svgz,        IMAGE",
    "/a.cur,         IMAGE",
    "/a.js/owners,   FETCH",
    "/a.js;x/owners, FETCH",
    "/a./js,         FETCH",
    "js,             FETCH",
    "/js,            FETCH",
    "?.js,           FETCH",
    "'',             FETCH",
  })
  void of(String url, Destination destination) {
    assertEquals(destination, Destination.of(url));
  }
}
