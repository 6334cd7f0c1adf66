package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visitor may change, and what nobody may. */
class ShopTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir Path directory;

  private SiteFolder folder;
  private SiteServer server;
  private URI edit;
  private String origin;

  @BeforeEach
  void start() throws Exception {
    folder = SiteCopy.in(directory);
    server = SiteServer.start(new Site(folder, Site.autoversion(folder).build()), 0);
    edit = server.url().resolve("/edit");
    origin = "http://127.0.0.1:" + edit.getPort();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int post(String body) throws Exception {
    return post(BodyPublishers.ofString(body), "Origin", origin, "Content-Type", FORM);
  }

  private int post(BodyPublisher body, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(edit).POST(body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        texts.put(
            directory.relativize(file).toString(),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return texts;
  }

  @Test
  void colour_writesOneFile() throws Exception {
    Map<String, String> expected = files();
    expected.put("shop/css/colour.css", ":root { --shop: #a8442a; }\n");
    assertEquals(303, post("colour=brick"));
    assertEquals(expected, files());
  }

  @Test
  void colour_nextPageHasItsUrl() throws Exception {
    Browser browser = new Browser(server.url());
    String before = browser.page("/pebble/shop");
    post("colour=brick");
    String after = browser.page("/pebble/shop");
    // printf ':root { --shop: #2f6f64; }\n' | sha256sum, and the same with #a8442a
    assertEquals(before.replace("colour-e75c86789cdd.css", "colour-22cdca689ee9.css"), after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Leeks are in | Leeks are in",
        "%22%3Balert(1)%3B%22 | \\u0022\\u003balert\\u00281\\u0029\\u003b\\u0022",
        "a%5C%0A%3C/script%3E | a\\u005c\\u000a\\u003c\\u002fscript\\u003e",
        "%C3%A9t%C3%A9 | \u00e9t\u00e9",
        "%F0%9F%8C%B1 | \\ud83c\\udf31"
      })
  void sign_isWrittenAsALiteral(String sent, String written) throws Exception {
    assertEquals(303, post("sign=" + sent.replace(' ', '+')));
    assertEquals(
        "export const sign = \"" + written + "\";\n",
        Files.readString(folder.shop().resolve("js/sign.js")));
  }

  @Test
  void restore_writesWhatIsCheckedIn() throws Exception {
    Map<String, String> checkedIn = files();
    post("colour=sea");
    post("sign=none");
    assertEquals(303, post("restore=yes"));
    assertEquals(checkedIn, files());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "colour=%23fff",
        "colour=",
        "colour=brick%00",
        "file=../static/css/site.css",
        "sign=1234567890123456789012345678901"
      })
  void other_isRefused(String body) throws Exception {
    Map<String, String> before = files();
    assertEquals(400, post(body));
    assertEquals(before, files());
  }

  @Test
  void otherSites_areRefused() throws Exception {
    Map<String, String> before = files();
    BodyPublisher brick = BodyPublishers.ofString("colour=brick");
    assertEquals(403, post(brick, "Content-Type", FORM));
    for (String other :
        new String[] {
          "null", "https://example.org", "http://example.org:" + edit.getPort(), "http://127.0.0.1"
        }) {
      assertEquals(403, post(brick, "Origin", other, "Content-Type", FORM), other);
    }
    assertEquals(before, files());
  }

  @Test
  void otherBodies_areRefused() throws Exception {
    Map<String, String> before = files();
    assertEquals(413, post("sign=" + "a".repeat(600)));
    BodyPublisher brick = BodyPublishers.ofString("colour=brick");
    assertEquals(415, post(brick, "Origin", origin, "Content-Type", "text/plain"));
    BodyPublisher unknownLength =
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("colour=brick".getBytes()));
    assertEquals(411, post(unknownLength, "Origin", origin, "Content-Type", FORM));
    assertEquals(before, files());
  }
}
