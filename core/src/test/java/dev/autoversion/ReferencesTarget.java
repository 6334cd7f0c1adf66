package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Laws 1 to 3. The first character chooses how a site is set up, the others are a reference. */
public final class ReferencesTarget {
  private static final Version VERSION = new Version("9f3c");
  private static final List<Autoversion> SITES =
      LawsTest.placements().stream()
          .flatMap(
              placement ->
                  Stream.of(
                      site(placement).build(),
                      site(placement).contextPath("/app").host("https://cdn.example").build()))
          .toList();

  private ReferencesTarget() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      return;
    }
    int choice = text.charAt(0);
    String reference = text.substring(1);
    Autoversion site = SITES.get(choice % SITES.size());
    LawsTest.assertAnswered(reference, site);
    Optional<Version> version = site.version(reference);
    assertTrue(version.isEmpty() || version.get().equals(VERSION));
    // A stale version in a name or a path is left, and counts as missing.
    boolean isLeft = version.isEmpty() || site.explain(reference).isMissing();
    assertTrue(isLeft || site.url(reference).contains("9f3c"), site.url(reference));
    assertInverse(LawsTest.placements().get(choice % 4), reference);
  }

  /** For URLs as placements get them: under a mount, and without what a version would replace. */
  private static void assertInverse(Placement placement, String url) {
    UrlParts parts = UrlParts.of(url);
    boolean isReplaced = placement instanceof QueryPlacement && parts.query().contains("v");
    if (!url.startsWith("/")
        || LogicalPath.ofUrlPath(parts.path().substring(1)).isEmpty()
        || parts.query().equals("?")
        || isReplaced) {
      return;
    }
    String versioned = placement.insert(url, VERSION);
    assertEquals(Optional.of(new AssetUrl(url, VERSION)), placement.extract(versioned), versioned);
  }

  private static Autoversion.Builder site(Placement placement) {
    return Autoversion.builder()
        .source(
            "/s",
            new MemorySource(
                Map.of("a.css", "", "js/app.js", "", "a-b.js", "", "@1/LICENSE", "", "x..", "")))
        .version(VersionStrategy.fixed("9f3c"))
        .placement(placement)
        .recheckNever();
  }
}
