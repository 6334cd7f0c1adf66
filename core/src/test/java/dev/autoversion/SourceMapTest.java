package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stylesheet's source map is for developers' tools; a browser that shows the page has no use. */
class SourceMapTest {
  private static final String CSS = "a{b:c}\n/*# sourceMappingURL=vendor.min.css.map */";
  // printf 'a{b:c}\n/*# sourceMappingURL=vendor.min.css.map */' | sha256sum
  private static final String URL = "/s/vendor.min.css?v=559d80da9e7a";

  @TempDir Path site;

  @BeforeEach
  void writeStylesheet() throws IOException {
    Files.writeString(site.resolve("vendor.min.css"), CSS);
  }

  @Test
  void url_sourceMapIsThere_digitsOfSha256() throws IOException {
    Files.writeString(site.resolve("vendor.min.css.map"), "{}");
    assertEquals(URL, url());
  }

  @Test
  void url_sourceMapIsMissing_nothingIsMissing() {
    assertEquals(URL, url());
  }

  private String url() {
    return Autoversion.builder()
        .directory("/s", site)
        .onMissing(OnMissing.FAIL)
        .build()
        .url("/s/vendor.min.css");
  }
}
