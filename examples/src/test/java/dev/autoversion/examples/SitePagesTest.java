package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the site says of itself, over real HTTP: its index, its proof, its templates. */
class SitePagesTest {
  @TempDir Path directory;

  private SiteFolder folder;
  private SiteServer server;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    folder = SiteCopy.in(directory);
    server = SiteServer.start(new Site(folder, Site.autoversion(folder).build()), 0);
    browser = new Browser(server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void index_allAgree() throws Exception {
    Files.writeString(folder.staticFiles().resolve("js/site.js"), "two");
    String index = unmarked(browser.page("/"));
    assertTrue(index.contains("<strong>All engines agree.</strong>"), index);
    int engines = Engine.values().length;
    assertTrue(
        index.contains(
            """
                        <td><code class="url">/static/js/site.js</code></td>
                        <td><code class="url">/static/js/site-3fc4ccfe7458.js</code></td>
                        <td class="share">%d of %d</td>
            """
                .formatted(engines, engines)),
        index);
  }

  private static String unmarked(String page) {
    return page.replaceAll("<wbr>|</?mark[^>]*>", "");
  }

  @Test
  void index_leftAlone() throws Exception {
    String index = unmarked(browser.page("/"));
    for (String same :
        List.of("/pebble", "https://example.org/style.css", "/static/img/not-there.png")) {
      assertEquals(3, index.split(">" + same + "</code>", -1).length, same);
    }
  }

  @Test
  void proof_whatItShowsIsSo() throws Exception {
    List<String> urls =
        Pattern.compile("<code>curl -sD - -o /dev/null (\\S+)</code>")
            .matcher(browser.page("/proof"))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertEquals(2, urls.size());
    assertEquals("200 public, max-age=31536000, immutable", statusAndCaching(urls.get(0)));
    assertEquals("302 no-store", statusAndCaching(urls.get(1)));
    List<String> head = browser.page("/proof/old").lines().toList();
    assertEquals("status: 302", head.get(0));
    assertTrue(head.contains("cache-control: no-store"), head::toString);
    assertTrue(head.contains("location: site.css"), head::toString);
  }

  @Test
  void proof_weighsEachCoding() throws Exception {
    String page = unmarked(browser.page("/proof"));
    String bootstrap = page.substring(page.indexOf("dist/css/bootstrap.min.css</code>"));
    bootstrap = bootstrap.substring(0, bootstrap.indexOf("</tbody>"));
    assertTrue(bootstrap.contains("<td class=\"number\">232,111</td>"), bootstrap);
    for (String coding : List.of("identity", "gzip", "br", "zstd")) {
      assertTrue(
          bootstrap.matches("(?s).*<td>" + coding + "</td>\\s+<td class=\"number\">\\d+,\\d{3}<.*"),
          bootstrap);
    }
    String hills = page.substring(page.indexOf("/static/img/hills.png</code>"));
    assertEquals(4, hills.split("<td class=\"number\">not used</td>", -1).length, hills);
  }

  @ParameterizedTest
  @EnumSource
  void templates_markOurWordAndTheVersion(Engine engine) throws Exception {
    String page = browser.page("/templates");
    String sample = page.substring(page.indexOf("<section id=\"" + engine.path() + "\">"));
    sample = sample.substring(0, sample.indexOf("</section>"));
    String source = Files.readString(folder.templates(engine).resolve(engine.file("shop"))).strip();
    String became = browser.page("/" + engine.path() + "/shop").strip();
    String text =
        unmarked(sample.replace("</span>", "\n").replace("<span class=\"line\">", ""))
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
    assertTrue(text.contains("You write <code>" + engine.file("shop") + "</code>"), text);
    assertTrue(text.contains(source), text);
    assertTrue(text.contains(became), text);
    assertEquals(7, sample.split("<mark class=\"word\">", -1).length - 1, sample);
    assertTrue(sample.contains("colour<wbr><mark>-"), sample);
  }

  private String statusAndCaching(String url) throws Exception {
    HttpResponse<byte[]> answer = browser.get(url);
    return answer.statusCode() + " " + answer.headers().firstValue("Cache-Control").orElse("");
  }

  @Test
  void index_linksThePages() throws Exception {
    String index = browser.page("/");
    for (Engine engine : Engine.values()) {
      assertTrue(index.contains("href=\"/" + engine.path() + "\""), index);
    }
  }
}
