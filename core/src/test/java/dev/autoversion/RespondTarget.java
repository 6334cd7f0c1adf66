package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Requests for any URL. The first character chooses how a site is set up. */
public final class RespondTarget {
  private static final Map<String, String> TEXTS =
      Map.of("a.js", "two", "css/app.css", "i{background:url(../a.js)}", "LICENSE", "one");
  private static final List<Placement> PLACEMENTS = LawsTest.placements();
  private static final List<Autoversion> SITES =
      PLACEMENTS.stream()
          .flatMap(
              placement ->
                  Stream.of(
                      site(placement).source("/s", new MemorySource(TEXTS)).build(),
                      site(placement)
                          .source("/", new MemorySource(TEXTS))
                          .exclude("LICENSE")
                          .answerPlainUrls()
                          .build()))
          .toList();

  private RespondTarget() {}

  public static void fuzzerTestOneInput(byte[] data) throws Exception {
    String text = new String(data, StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      return;
    }
    int choice = text.charAt(0) % SITES.size();
    Asked asked = Asked.get(text.substring(1));
    asked = text.charAt(0) % 3 == 0 ? asked.in("/s") : asked;
    assertTrue(SITES.get(choice).storing(asked) != null);
    AssetResponse response = SITES.get(choice).respond(asked).orElse(null);
    if (response != null) {
      assertClean(response);
      switch (response.status()) {
        case 200 -> assertSent(PLACEMENTS.get(choice / 2), asked, response);
        case 302 -> assertLedInside(response);
        default -> throw new AssertionError(response.toString());
      }
    }
  }

  private static void assertClean(AssetResponse response) {
    response
        .headers()
        .forEach(
            (name, value) -> assertTrue(value.chars().allMatch(c -> c >= ' ' && c < 127), name));
  }

  /** What is immutable has the bytes whose version is in its URL; a stylesheet's covers more. */
  private static void assertSent(Placement placement, Asked asked, AssetResponse response)
      throws IOException, GeneralSecurityException {
    byte[] bytes = Sent.of(response).bytes();
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertTrue(TEXTS.containsValue(text) || text.startsWith("i{background:url("), text);
    if (response.headers().get("Cache-Control").contains("immutable") && !text.startsWith("i{")) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertEquals(
          HexFormat.of().formatHex(hash).substring(0, 12),
          placement.extract(asked.url()).orElseThrow().version().value());
    }
  }

  private static void assertLedInside(AssetResponse response) {
    String location = response.headers().get("Location");
    assertEquals("no-store", response.headers().get("Cache-Control"));
    String first = location.split("[/?#]", 2)[0];
    assertFalse(location.startsWith("/") || first.matches(".*[:\\\\].*"), location);
  }

  private static Autoversion.Builder site(Placement placement) {
    return Autoversion.builder().placement(placement).recheckNever();
  }
}
