package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each answer is counted once, under what it was. */
class ResponseStatsTest {
  private static final String TEXT = "x".repeat(4000);
  private static final Instant OLD = Instant.parse("2024-01-02T03:04:05Z");

  @TempDir Path site;
  private Autoversion autoversion;
  private String url;

  @BeforeEach
  void writeSite() throws IOException {
    Path file = Files.writeString(site.resolve("a.js"), TEXT);
    Files.setLastModifiedTime(file, FileTime.from(OLD));
    autoversion =
        ManualTime.later().builder().directory("/s", site).placement(Placement.fileName()).build();
    url = autoversion.url("/s/a.js");
  }

  private long sent(String coding, int status) {
    return autoversion.responseStats().sent().get(coding).get(status);
  }

  @Test
  void sent_nothing() {
    Map<String, Map<Integer, Long>> sent = autoversion.responseStats().sent();
    assertEquals(List.of("br", "zstd", "gzip", "identity"), List.copyOf(sent.keySet()));
    assertEquals(Map.of(200, 0L, 304, 0L, 412, 0L), sent.get("gzip"));
    assertEquals(
        Map.of(200, 0L, 206, 0L, 302, 0L, 304, 0L, 412, 0L, 416, 0L), sent.get("identity"));
    assertEquals(0, autoversion.responseStats().bytesHeld());
  }

  @Test
  void sent_eachOnce() {
    autoversion.respond(Asked.get(url));
    autoversion.respond(Asked.get(url).method("HEAD"));
    autoversion.respond(Asked.get(url).accepting("gzip"));
    autoversion.respond(Asked.get(url).with("If-None-Match", "*"));
    autoversion.respond(Asked.get(url).with("If-None-Match", "*").accepting("gzip"));
    autoversion.respond(Asked.get(url).with("Range", "bytes=0-1").accepting("gzip"));
    autoversion.respond(Asked.get(url).with("Range", "bytes=9000-"));
    autoversion.respond(Asked.get(url).with("If-Match", "\"no\""));
    autoversion.respond(Asked.get("/s/a-000000000000.js"));
    autoversion.respond(Asked.get("/s/a.js"));
    autoversion.respond(Asked.get("/s/gone-000000000000.js"));
    assertEquals(
        Map.of(200, 2L, 206, 1L, 302, 1L, 304, 1L, 412, 1L, 416, 1L),
        autoversion.responseStats().sent().get("identity"));
    assertEquals(1, sent("gzip", 200));
    assertEquals(1, sent("gzip", 304));
    assertEquals(0, sent("br", 200));
  }

  /** The text, 42 bytes for the name of its place, and 1,024 for all that is around it. */
  @Test
  void bytesHeld_afterAnAnswer() throws IOException {
    autoversion.respond(Asked.get(url));
    assertEquals(5066, autoversion.responseStats().bytesHeld());
    int coded = Sent.of(autoversion, Asked.get(url).accepting("gzip")).bytes().length;
    assertEquals(5066 + coded, autoversion.responseStats().bytesHeld());
    autoversion.invalidate();
    assertEquals(0, autoversion.responseStats().bytesHeld());
  }
}
