package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 14: one range, of the identity, for GET alone. */
class RangeTest {
  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes=0-0        | 206 | 0          | bytes 0-0/10",
        "bytes=2-5        | 206 | 2345       | bytes 2-5/10",
        "bytes=8-         | 206 | 89         | bytes 8-9/10",
        "bytes=8-99       | 206 | 89         | bytes 8-9/10",
        "bytes=-3         | 206 | 789        | bytes 7-9/10",
        "bytes=-99        | 206 | 0123456789 | bytes 0-9/10",
        "Bytes= 2 - 5     | 206 | 2345       | bytes 2-5/10",
        "bytes=0-99999999999999999999 | 206 | 0123456789 | bytes 0-9/10",
        "bytes=10-        | 416 | ''         | bytes */10",
        "bytes=-0         | 416 | ''         | bytes */10",
        "bytes=99999999999999999999-  | 416 | '' | bytes */10",
        "bytes=5-2        | 200 | 0123456789 | ''",
        "bytes=0-1,3-4    | 200 | 0123456789 | ''",
        "bytes=-          | 200 | 0123456789 | ''",
        "bytes=a-b        | 200 | 0123456789 | ''",
        "bytes=/-1        | 200 | 0123456789 | ''",
        "bytes=--1        | 200 | 0123456789 | ''",
        "lines=0-1        | 200 | 0123456789 | ''",
        "bytes 0-1        | 200 | 0123456789 | ''",
      })
  void range(String range, int status, String text, String contentRange) throws IOException {
    Files.writeString(site.resolve("a.txt"), "0123456789");
    Autoversion autoversion = autoversion();
    Asked asked = Asked.get(autoversion.url("/s/a.txt")).with("Range", range);
    Sent sent = Sent.of(autoversion, asked);
    assertEquals(status, sent.status());
    assertEquals(text, sent.text());
    assertEquals(contentRange, sent.header("Content-Range"));
    assertEquals(Integer.toString(text.length()), sent.header("Content-Length"));
    assertEquals(
        status == 416 ? "no-store" : "public, max-age=31536000, immutable",
        sent.header("Cache-Control"));
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-, 416", "bytes=-5, 200", "bytes=-0, 416", "bytes=5-2, 200"})
  void range_ofNothing(String range, int status) throws IOException {
    Files.createFile(site.resolve("a.txt"));
    Autoversion autoversion = autoversion();
    Asked asked = Asked.get(autoversion.url("/s/a.txt")).with("Range", range);
    assertEquals(status, Sent.of(autoversion, asked).status());
  }

  @Test
  void part_isOfTheIdentity() throws IOException {
    Files.writeString(site.resolve("a.js"), "0123456789".repeat(99));
    Autoversion autoversion = autoversion();
    Asked asked = Asked.get(autoversion.url("/s/a.js")).accepting("gzip");
    String identity = Sent.of(autoversion, Asked.get(autoversion.url("/s/a.js"))).etag();
    Sent part = Sent.of(autoversion, asked.with("Range", "bytes=0-1"));
    assertEquals("", part.coding());
    assertEquals(identity, part.etag());
    assertEquals("01", part.text());
  }

  @Test
  void head_hasNone() throws IOException {
    Files.writeString(site.resolve("a.txt"), "0123456789");
    Autoversion autoversion = autoversion();
    Asked asked = Asked.get(autoversion.url("/s/a.txt")).method("HEAD").with("Range", "bytes=0-1");
    Sent sent = Sent.of(autoversion, asked);
    assertEquals(200, sent.status());
    assertEquals("10", sent.header("Content-Length"));
  }

  @ParameterizedTest
  @CsvSource({"TAG, 206", "TIME, 206", "W/TAG, 200", "other, 200", "'', 200"})
  void ifRange(String told, int status) throws IOException {
    Files.writeString(site.resolve("a.txt"), "0123456789");
    Autoversion autoversion = autoversion();
    Asked asked = Asked.get(autoversion.url("/s/a.txt"));
    Map<String, String> headers = Sent.of(autoversion, asked).headers();
    String value =
        told.replace("TAG", headers.get("ETag")).replace("TIME", headers.get("Last-Modified"));
    Asked part = asked.with("Range", "bytes=0-1").with("If-Range", value);
    assertEquals(status, Sent.of(autoversion, part).status());
  }

  @Test
  void conditionsComeFirst() throws IOException {
    Files.writeString(site.resolve("a.txt"), "0123456789");
    Autoversion autoversion = autoversion();
    Asked asked = Asked.get(autoversion.url("/s/a.txt")).with("Range", "bytes=99-");
    assertEquals(304, Sent.of(autoversion, asked.with("If-None-Match", "*")).status());
    assertEquals(412, Sent.of(autoversion, asked.with("If-Match", "\"x\"")).status());
  }

  @Test
  void large_fromTheFile() throws IOException {
    byte[] bytes = new byte[(2 << 20) + 7];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i / 4099);
    }
    Files.write(site.resolve("a.mp4"), bytes);
    Autoversion autoversion = autoversion();
    Asked asked = Asked.get(autoversion.url("/s/a.mp4"));
    Sent part = Sent.of(autoversion, asked.with("Range", "bytes=1048576-1248575"));
    assertEquals(206, part.status());
    assertEquals(
        new String(bytes, 1048576, 200000, StandardCharsets.ISO_8859_1),
        new String(part.bytes(), StandardCharsets.ISO_8859_1));
    AssetResponse response = autoversion.respond(asked.with("Range", "bytes=-5")).orElseThrow();
    assertEquals(
        new AssetResponse.FileRange(site.resolve("a.mp4").toRealPath(), bytes.length - 5L, 5),
        response.body().file().orElseThrow());
  }

  private Autoversion autoversion() {
    return time.builder().directory("/s", site).build();
  }
}
