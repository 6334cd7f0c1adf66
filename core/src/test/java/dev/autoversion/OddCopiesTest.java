package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies whose names have what a URL cuts at, or reads as a scheme. */
class OddCopiesTest {
  private static final String INTEGRITY =
      "C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp";

  @TempDir Path root;

  private CopiedSite site(String name, String copy) throws IOException {
    CopiedSite site = CopiedSite.of(root);
    CopiedSite.write(root, name, "two"); // printf two | sha256sum
    CopiedSite.write(root, copy, "two");
    return site.add(copy, CopiedSite.copy(name, "3fc4ccfe7458", 3, Map.of()).integrity(INTEGRITY));
  }

  @ParameterizedTest
  @CsvSource({
    "what?.js, what?-3fc4ccfe7458.js, /static/what%3F.js, /static/what%3F-3fc4ccfe7458.js",
    "c#/a#b.js, c#/a#b-3fc4ccfe7458.js, /static/c%23/a%23b.js, /static/c%23/a%23b-3fc4ccfe7458.js",
    "d:e.js, d:e-3fc4ccfe7458.js, /static/d:e.js, /static/d:e-3fc4ccfe7458.js",
    "%2e.js, %2e-3fc4ccfe7458.js, /static/%252e.js, /static/%252e-3fc4ccfe7458.js",
  })
  void url_isThatOfTheCopy(String name, String copy, String reference, String url)
      throws IOException {
    Autoversion autoversion =
        Autoversion.builder()
            .manifest("/static", site(name, copy), AssetSource.directory(root))
            .build();
    assertEquals(url, autoversion.url(reference));
    assertEquals(url, autoversion.url(url));
    assertEquals(url + "?x=1#y", autoversion.url(reference + "?x=1#y"));
    Sent sent = Sent.of(autoversion, Asked.get(url));
    assertEquals("two", sent.text());
    assertEquals(CopiedSite.FOR_EVER, sent.header("Cache-Control"));
    assertEquals("sha384-" + INTEGRITY, autoversion.integrity(reference).orElseThrow());
  }

  @Test
  void url_elsewhere() throws IOException {
    Manifest served = site("what?.js", "what?-3fc4ccfe7458.js").servedAt("https://cdn.example/x");
    Autoversion autoversion = Autoversion.builder().manifest("/static", served).build();
    assertEquals(
        "https://cdn.example/x/what%3F-3fc4ccfe7458.js", autoversion.url("/static/what%3F.js"));
  }
}
