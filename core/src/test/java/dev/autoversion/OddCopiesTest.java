package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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

  /** The build's own stylesheets have the reference's escapes, too, wherever they are served. */
  @ParameterizedTest
  @CsvSource({
    "/static, /static/(1).png?x#y, https://cdn.example/x/(1)-3fc4ccfe7458.png?x#y",
    "/static, /static/%281%29.png, https://cdn.example/x/%281%29-3fc4ccfe7458.png",
    "/a%20b,  /a b/(%31).png,      https://cdn.example/x/(%31)-3fc4ccfe7458.png",
    "/static, /static/(1)%2epng,   https://cdn.example/x/%281%29-3fc4ccfe7458.png",
  })
  void url_elsewhere_spelledAsTheReference(String prefix, String reference, String url)
      throws IOException {
    Manifest served = site("(1).png", "(1)-3fc4ccfe7458.png").servedAt("https://cdn.example/x");
    Autoversion autoversion = Autoversion.builder().manifest(prefix, served).build();
    assertEquals(url, autoversion.url(reference));
    assertEquals(url, autoversion.url(url));
    String whole = url.replace("?x#y", "");
    assertEquals(Optional.of("sha384-" + INTEGRITY), autoversion.integrity(whole));
  }

  /** The folder lies below another mount of the same manifest's, so the URL comes by again. */
  @Test
  void url_inAnotherFolder_twice() throws IOException {
    Manifest served = site("(1).png", "(1)-3fc4ccfe7458.png").servedAt("/x/");
    Autoversion autoversion = Autoversion.builder().manifest("/", served).build();
    assertEquals("/x/(1)-3fc4ccfe7458.png", autoversion.url("/(1).png"));
    assertEquals("/x/(1)-3fc4ccfe7458.png", autoversion.url("/x/(1)-3fc4ccfe7458.png"));
  }
}
