package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {
  private static final String UNKNOWN = "application/octet-stream";

  /** What stands behind the last dot of a name, but for path parameters. */
  @ParameterizedTest
  @CsvSource({
    "/js/app.js,      text/javascript",
    "app.JS,          text/javascript",
    "/a.css/app.js,   text/javascript",
    "/a;/app.js,      text/javascript",
    "/app.js;x=1,     text/javascript",
    "/app.js;.css,    text/javascript",
    "/app.js;x=/.css, text/css",
    "/.css,           text/css",
    ".css,            text/css",
    "css," + UNKNOWN,
    "/css," + UNKNOWN,
    "/a.css/b," + UNKNOWN,
    "/a./css," + UNKNOWN,
    "/;a.css," + UNKNOWN,
    ";a.css," + UNKNOWN,
    "/app.," + UNKNOWN,
    "''," + UNKNOWN,
  })
  void ofPath(String path, String name) {
    assertEquals(name, MediaType.ofPath(path).name());
  }
}
