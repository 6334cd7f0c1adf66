package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A current version asked for with any headers: of each line the first character names one. */
public final class HeadersTarget {
  private static final List<String> NAMES =
      List.of(
          "Accept-Encoding",
          "Range",
          "If-Range",
          "If-Match",
          "If-None-Match",
          "If-Modified-Since",
          "If-Unmodified-Since");
  private static final byte[] WHOLE = "0123456789".repeat(99).getBytes(StandardCharsets.UTF_8);
  private static final Autoversion SITE =
      Autoversion.builder()
          .source("/s", new MemorySource(Map.of("a.js", "0123456789".repeat(99))))
          .recheckNever()
          .build();
  private static final String URL = SITE.url("/s/a.js");

  private HeadersTarget() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Asked asked = Asked.get(URL);
    for (String line : new String(data, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      if (!line.isEmpty()) {
        asked = asked.with(NAMES.get(line.charAt(0) % NAMES.size()), line.substring(1));
      }
    }
    Sent sent = Sent.of(SITE, asked);
    switch (sent.status()) {
      case 200 -> assertEquals(new String(WHOLE, StandardCharsets.UTF_8), sent.text());
      case 206 -> assertPart(sent);
      case 304, 412 -> assertEquals(0, sent.bytes().length);
      case 416 -> assertEquals("bytes */990", sent.header("Content-Range"));
      default -> throw new AssertionError(sent.toString());
    }
    boolean kept = sent.status() < 400;
    assertEquals(kept, sent.header("Cache-Control").equals("public, max-age=31536000, immutable"));
    assertTrue(kept || sent.header("Cache-Control").equals("no-store"));
    assertTrue(sent.coding().isEmpty() || !asked.headers("Accept-Encoding").isEmpty());
  }

  private static void assertPart(Sent sent) {
    String[] range = sent.header("Content-Range").split("[ /-]", -1);
    assertEquals("bytes", range[0]);
    assertEquals("990", range[3]);
    int first = Integer.parseInt(range[1]);
    int last = Integer.parseInt(range[2]);
    assertTrue(first <= last);
    assertEquals(
        Arrays.toString(Arrays.copyOfRange(WHOLE, first, last + 1)), Arrays.toString(sent.bytes()));
  }
}
