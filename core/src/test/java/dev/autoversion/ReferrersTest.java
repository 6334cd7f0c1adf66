package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds references besides stylesheets. */
class ReferrersTest {
  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  @BeforeEach
  void writeSite() throws IOException {
    Files.writeString(site.resolve("icon.png"), "two"); // printf two | sha256sum
    Files.writeString(site.resolve("a.svg"), "<svg><image href=\"icon.png\"/></svg>");
    Files.writeString(
        site.resolve("app.webmanifest"),
        "{\"start_url\": \"/s/icon.png\", \"icons\": [{\"src\": \"/s/icon.png\"}]}");
  }

  @Test
  void svg_coversAndNames() throws IOException {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    assertEquals(
        "<svg><image href=\"icon.png?v=3fc4ccfe7458\"/></svg>",
        Sent.of(autoversion, Asked.get(autoversion.url("/s/a.svg"))).text());
    assertEquals(List.of("/s/a.svg", "/s/icon.png"), autoversion.explain("/s/a.svg").covers());
  }

  @Test
  void webManifest_changesWithItsIcon() throws IOException {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    String before = autoversion.url("/s/app.webmanifest");
    assertEquals(
        "{\"start_url\": \"/s/icon.png\", \"icons\": [{\"src\": \"/s/icon.png?v=3fc4ccfe7458\"}]}",
        Sent.of(autoversion, Asked.get(before)).text());
    Files.writeString(site.resolve("icon.png"), "three");
    time.advance(Duration.ofSeconds(1));
    assertNotEquals(before, autoversion.url("/s/app.webmanifest"));
  }

  @Test
  void stylesheetsOnly_leavesThemAlone() throws IOException {
    Autoversion autoversion = time.builder().directory("/s", site).stylesheetsOnly().build();
    assertEquals(
        "<svg><image href=\"icon.png\"/></svg>",
        Sent.of(autoversion, Asked.get(autoversion.url("/s/a.svg"))).text());
    assertEquals(List.of(), autoversion.explain("/s/a.svg").covers());
  }
}
