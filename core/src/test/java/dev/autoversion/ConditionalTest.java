package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 13. */
class ConditionalTest {
  private static final String URL = "/s/a.js?v=3fc4ccfe7458"; // printf two | sha256sum
  private static final String TAG = "\"3fc4ccfe745870e2c0d99f71f30ff065\"";
  private static final String SAME = "Tue, 02 Jan 2024 03:04:05 GMT";
  private static final String LATER = "Tue, 02 Jan 2024 03:04:06 GMT";
  private static final String EARLIER = "Tue, 02 Jan 2024 03:04:04 GMT";

  @TempDir Path site;
  private Autoversion autoversion;

  @BeforeEach
  void writeSite() throws IOException {
    Path file = Files.writeString(site.resolve("a.js"), "two");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-02T03:04:05.7Z")));
    autoversion = ManualTime.later().builder().directory("/s", site).build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "If-None-Match       | TAG                 | 304",
        "If-None-Match       | W/TAG               | 304",
        "If-None-Match       | \"x\", TAG          | 304",
        "If-None-Match       | \"a,b\",W/TAG       | 304",
        "If-None-Match       | *                   | 304",
        "If-None-Match       | \"x\"               | 200",
        "If-None-Match       | \"x\", \"3fc4ccfe\" | 200",
        "If-None-Match       | \"x\", W/\"\"        | 200",
        "If-None-Match       | \"                  | 200",
        "If-None-Match       | 3fc4                | 200",
        "If-Modified-Since   | SAME                | 304",
        "If-Modified-Since   | LATER               | 304",
        "If-Modified-Since   | EARLIER             | 200",
        "If-Modified-Since   | Tuesday, 02-Jan-24 03:04:05 GMT | 304",
        "If-Modified-Since   | Tue Jan  2 03:04:05 2024         | 304",
        "If-Modified-Since   | yesterday           | 200",
        "If-Match            | TAG                 | 200",
        "If-Match            | *                   | 200",
        "If-Match            | W/TAG               | 412",
        "If-Match            | \"x\", TAG          | 200",
        "If-Match            | \"x\", W/TAG        | 412",
        "If-Match            | \"x\"               | 412",
        "If-Unmodified-Since | SAME                | 200",
        "If-Unmodified-Since | LATER               | 200",
        "If-Unmodified-Since | EARLIER             | 412",
        "If-Unmodified-Since | yesterday           | 200",
      })
  void one(String name, String value, int status) throws IOException {
    assertEquals(status, Sent.of(autoversion, Asked.get(URL).with(name, told(value))).status());
    Asked head = Asked.get(URL).method("HEAD").with(name, told(value));
    assertEquals(status, Sent.of(autoversion, head).status());
  }

  @ParameterizedTest
  @CsvSource({
    // The first of a pair decides, whatever the second says.
    "If-Match,            TAG,   If-Unmodified-Since, EARLIER, 200",
    "If-Match,            other, If-None-Match,       TAG,     412",
    "If-None-Match,       other, If-Modified-Since,   SAME,    200",
    "If-None-Match,       TAG,   If-Modified-Since,   EARLIER, 304",
    "If-Unmodified-Since, EARLIER, If-None-Match,     TAG,     412",
    "If-Unmodified-Since, SAME,  If-None-Match,       TAG,     304",
  })
  void two(String first, String one, String second, String other, int status) throws IOException {
    Asked asked = Asked.get(URL).with(first, told(one)).with(second, told(other));
    assertEquals(status, Sent.of(autoversion, asked).status());
  }

  @Test
  void tags_tenThousand() throws IOException {
    String others = "W/\"x,\", ".repeat(10_000);
    Asked none = Asked.get(URL).with("If-None-Match", others + "\"y\"");
    assertEquals(200, Sent.of(autoversion, none).status());
    Asked last = Asked.get(URL).with("If-None-Match", others + TAG);
    assertEquals(304, Sent.of(autoversion, last).status());
  }

  @Test
  void unmodified_headers() throws IOException {
    Sent sent = Sent.of(autoversion, Asked.get(URL).with("If-None-Match", TAG));
    assertEquals(0, sent.bytes().length);
    assertEquals(
        Map.of(
            "Cache-Control", "public, max-age=31536000, immutable",
            "ETag", TAG,
            "Last-Modified", SAME,
            "Vary", "Accept-Encoding",
            "X-Content-Type-Options", "nosniff"),
        sent.headers());
  }

  @Test
  void failed_headers() throws IOException {
    Sent sent = Sent.of(autoversion, Asked.get(URL).with("If-Match", "\"x\""));
    assertEquals(Map.of("Cache-Control", "no-store", "Content-Length", "0"), sent.headers());
  }

  @Test
  void coded_hasItsOwn() throws IOException {
    Files.writeString(site.resolve("b.js"), "b".repeat(999));
    Asked asked = Asked.get(autoversion.url("/s/b.js"));
    String identity = Sent.of(autoversion, asked).etag();
    String gzip = Sent.of(autoversion, asked.accepting("gzip")).etag();
    Asked again = asked.accepting("gzip");
    assertEquals(304, Sent.of(autoversion, again.with("If-None-Match", gzip)).status());
    assertEquals(200, Sent.of(autoversion, again.with("If-None-Match", identity)).status());
  }

  @Test
  void aTimeToCome_isNotSent() throws IOException {
    Path file = Files.writeString(site.resolve("c.js"), "c");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2090-01-01T00:00:00Z")));
    Sent sent = Sent.of(autoversion, Asked.get(autoversion.url("/s/c.js")));
    assertEquals("", sent.header("Last-Modified"));
  }

  /** Image builders, stores and npm give it to each release, so that it tells nothing apart. */
  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:01Z", "1980-01-01T00:00:01Z", "1985-10-26T08:15:00Z"})
  void aTimeBeforeTheWeb_isNotSent(String time) throws IOException {
    Path file = Files.writeString(site.resolve("c.js"), "c");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
    Autoversion plain = Autoversion.builder().directory("/s", site).answerPlainUrls().build();
    Asked asked = Asked.get("/s/c.js");
    assertEquals("", Sent.of(plain, asked).header("Last-Modified"));
    String then = "Sat, 26 Oct 1985 08:15:00 GMT";
    assertEquals(200, Sent.of(plain, asked.with("If-Modified-Since", then)).status());
  }

  /** A client without a time to tell may send an empty line; that is no time (13.1.3). */
  @Test
  void modifiedSince_emptyAndTimeUnknown() throws IOException {
    FileTime none = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));
    Files.setLastModifiedTime(site.resolve("a.js"), none);
    Asked asked = Asked.get(URL).with("If-Modified-Since", "");
    assertEquals(200, Sent.of(autoversion, asked).status());
  }

  /** A source of one's own may tell any time. */
  @ParameterizedTest
  @ValueSource(strings = {"0000-12-31T23:59:59Z", "-0005-06-01T00:00:00Z"})
  void aTimeBeforeAllYears_isNotSent(String time) throws IOException {
    Autoversion own =
        Autoversion.builder()
            .source("/s", path -> Optional.of(new Timed(path, FileTime.from(Instant.parse(time)))))
            .build();
    Asked asked = Asked.get(own.url("/s/c.js"));
    assertEquals("", Sent.of(own, asked).header("Last-Modified"));
    String now = "Sun, 06 Nov 1994 08:49:37 GMT";
    assertEquals(200, Sent.of(own, asked.with("If-Modified-Since", now)).status());
    assertEquals(200, Sent.of(own, asked.with("If-Unmodified-Since", now)).status());
  }

  private record Timed(LogicalPath path, FileTime lastModified) implements Asset {
    @Override
    public long size() {
      return 1;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(new byte[1]);
    }
  }

  @Test
  void ofAnotherVersion_isLedAllTheSame() {
    Asked asked = Asked.get("/s/a.js?v=000000000000").with("If-None-Match", "*");
    assertEquals(Optional.empty(), autoversion.respond(asked));
  }

  private static String told(String value) {
    return value
        .replace("TAG", TAG)
        .replace("SAME", SAME)
        .replace("LATER", LATER)
        .replace("EARLIER", EARLIER)
        .replace("other", "\"other\"");
  }
}
