package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host with a path: what starts with a slash in a file that it sends leads out of that. */
class HostFolderTest {
  private static final String HOST = "https://cdn.example.com/x";

  @TempDir Path site;

  @BeforeEach
  void writeSite() throws IOException {
    write("img/a.png", "two"); // printf two | sha256sum: 3fc4ccfe7458
    write("img/b.svg", "two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "query        | https://cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458",
        "file name    | https://cdn.example.com/x/static/img/a-3fc4ccfe7458.png",
        "path segment | https://cdn.example.com/x/static/@3fc4ccfe7458/img/a.png",
      })
  void rooted_hasTheHostInFront(String placement, String url) throws IOException {
    Autoversion autoversion = builder(HOST).placement(placement(placement)).build();
    write("css/a.css", "a{b:url(/static/img/a.png)}");
    assertEquals("a{b:url(" + url + ")}", sent(autoversion, "/static/css/a.css"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/static/img/a.png?y#z | https://cdn.example.com/x/static/img/a.png?y&v=3fc4ccfe7458#z",
        "/static/./img/a.png | https://cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458",
        "/static/img/a.png?v=3fc4ccfe7458"
            + " | https://cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458",
        "https://cdn.example.com/x/static/img/a.png"
            + " | https://cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458",
        "https://cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458"
            + " | https://cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458",
        "' https://cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458'"
            + " | ' https://cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458'",
        "../img/a.png | ../img/a.png?v=3fc4ccfe7458",
        "../../static/img/a.png | ../../static/img/a.png?v=3fc4ccfe7458",
        // Where nothing is in front of the site, a browser climbs no higher than that.
        "../../../static/img/a.png | ../img/a.png?v=3fc4ccfe7458",
        "/static/img/no.png | /static/img/no.png",
        "/owners/a.png | /owners/a.png",
        "https://cdn.example.com/static/img/a.png | https://cdn.example.com/static/img/a.png",
        "https://other.example/x/static/img/a.png | https://other.example/x/static/img/a.png",
        "//cdn.example.com/x/static/img/a.png | //cdn.example.com/x/static/img/a.png",
      })
  void reference_arrives(String written, String sent) throws IOException {
    write("css/a.css", "i{b:url(../img/b.svg)}a{b:url('" + written + "')}");
    assertEquals(
        "i{b:url(../img/b.svg?v=3fc4ccfe7458)}a{b:url('" + sent + "')}",
        sent(builder(HOST).build(), "/static/css/a.css"));
  }

  @Test
  void rewrittenAlready_staysAsItIs() throws IOException {
    write("css/a.css", "a{b:url(/static/img/a.png)}i{b:url(../img/b.svg)}");
    String once =
        "a{b:url(https://cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458)}"
            + "i{b:url(../img/b.svg?v=3fc4ccfe7458)}";
    assertEquals(once, sent(builder(HOST).build(), "/static/css/a.css"));
    write("css/b.css", once);
    assertEquals(once, sent(builder(HOST).build(), "/static/css/b.css"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://cdn.example.com | /static/img/a.png?v=3fc4ccfe7458",
        "//cdn.example.com       | /static/img/a.png?v=3fc4ccfe7458",
        "//cdn.example.com/x     | //cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458",
        "https://cdn.example.com/x/y/"
            + " | https://cdn.example.com/x/y/static/img/a.png?v=3fc4ccfe7458",
        "https://cdn.example.com/(x)"
            + " | https://cdn.example.com/\\(x\\)/static/img/a.png?v=3fc4ccfe7458",
      })
  void host_whateverItsForm(String host, String sent) throws IOException {
    write("css/a.css", "a{b:url(/static/img/a.png)}");
    assertEquals("a{b:url(" + sent + ")}", sent(builder(host).build(), "/static/css/a.css"));
  }

  @Test
  void protocolRelative_rewrittenAlready() throws IOException {
    write("css/a.css", "a{b:url(//cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458)}");
    assertEquals(
        "a{b:url(//cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458)}",
        sent(builder("//cdn.example.com/x").build(), "/static/css/a.css"));
  }

  @Test
  void svgAndWebManifest() throws IOException {
    write("img/c.svg", "<svg><image href=\"/static/img/a.png\"/></svg>");
    assertEquals(
        "<svg><image href=\"https://cdn.example.com/a&amp;b/static/img/a.png?v=3fc4ccfe7458\"/></svg>",
        sent(builder("https://cdn.example.com/a&b").build(), "/static/img/c.svg"));
    write("m.webmanifest", "{\"icons\": [{\"src\": \"/static/img/a.png\"}]}");
    assertEquals(
        "{\"icons\": [{\"src\": \"https://cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458\"}]}",
        sent(builder(HOST).build(), "/static/m.webmanifest"));
  }

  @Test
  void contextPath_behindTheHost() throws IOException {
    write("css/a.css", "a{b:url(/shop/static/img/a.png)}i{b:url(/static/img/a.png)}");
    String sent =
        "a{b:url(https://cdn.example.com/x/shop/static/img/a.png?v=3fc4ccfe7458)}"
            + "i{b:url(/static/img/a.png)}";
    Autoversion told = builder(HOST).contextPath("/shop").build();
    assertEquals(sent, Sent.of(told, Asked.get(path(told.url("/shop/static/css/a.css")))).text());
    Autoversion untold = builder(HOST).build();
    String url = untold.url("/shop/static/css/a.css", "/shop");
    assertEquals(sent, Sent.of(untold, Asked.get(path(url)).in("/shop")).text());
  }

  /**
   * What the host sends can't name the page's own origin; what the page's origin sends need not.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "css/no.css | https://cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458",
        "img/*      | https://cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458",
        "css/*      | https://cdn.example.com/x/static/img/a.png?v=3fc4ccfe7458",
        "**         | /static/img/a.png?v=3fc4ccfe7458",
      })
  void hostExcept_bothKeepTheirOrigin(String pattern, String sent) throws IOException {
    write("css/a.css", "a{b:url(/static/img/a.png)}");
    assertEquals(
        "a{b:url(" + sent + ")}",
        sent(builder(HOST).hostExcept(pattern).build(), "/static/css/a.css"));
  }

  @Test
  void publishedFile_hasTheHostInFront() throws IOException {
    write("css/a.css", "a{b:url(/b/main.js)}i{b:url(/b/main-1.js)}");
    Autoversion autoversion = builder(HOST).manifest("/b", LiteralManifest.SHOP).build();
    assertEquals(
        "a{b:url(https://cdn.example.com/x/b/main-1.js)}"
            + "i{b:url(https://cdn.example.com/x/b/main-1.js)}",
        sent(autoversion, "/static/css/a.css"));
  }

  private Autoversion.Builder builder(String host) {
    return Autoversion.builder().directory("/static", site).host(host);
  }

  private static Placement placement(String name) {
    return switch (name) {
      case "query" -> Placement.query();
      case "file name" -> Placement.fileName();
      default -> Placement.pathSegment();
    };
  }

  /** The text behind a reference's versioned URL, which the host asks for without its own path. */
  private static String sent(Autoversion autoversion, String reference) throws IOException {
    return Sent.of(autoversion, Asked.get(path(autoversion.url(reference)))).text();
  }

  private static String path(String url) {
    int context = url.indexOf("/shop/");
    return url.substring(context >= 0 ? context : url.indexOf("/static/"));
  }

  private void write(String name, String text) throws IOException {
    TextFile.write(site.resolve(name), text);
  }
}
