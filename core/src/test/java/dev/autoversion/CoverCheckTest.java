package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stylesheet is sent under its version only if it leads to what that was made of. */
class CoverCheckTest {
  private static final String SHEET = "i{background:url(b.png), url(no.png)}";
  private static final String SENT = "i{background:url(b.png?v=3fc4ccfe7458), url(no.png)}";

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(site.resolve("a.css"), SHEET);
    Files.writeString(site.resolve("b.png"), "two");
  }

  /**
   * Whenever a look at the image fails, or finds none for once, and nothing is remembered of it.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void respond_imageGoneForOneLook(boolean fails) throws IOException {
    int sent = 0;
    for (int gone = 1; gone <= 8; gone++) {
      CountingSource source = new CountingSource(site);
      Autoversion autoversion = time.builder().source("/s", source).maximumSize(1).build();
      String url = autoversion.url("/s/a.css");
      AtomicInteger left = new AtomicInteger(gone);
      source.beforeFind(path -> find(path, left, fails));
      Optional<AssetResponse> response = autoversion.respond(Asked.get(url));
      if (response.isPresent() && response.get().status() == 200) {
        assertEquals(SENT, Sent.of(autoversion, Asked.get(url)).text());
        sent++;
      }
    }
    assertTrue(sent > 0);
  }

  private void find(LogicalPath path, AtomicInteger left, boolean fails) throws IOException {
    if (!path.value().equals("b.png")) {
      return;
    }
    boolean gone = left.decrementAndGet() == 0;
    if (gone && fails) {
      throw new IOException("too many open files");
    }
    if (gone) {
      Files.delete(site.resolve("b.png"));
    } else {
      Files.writeString(site.resolve("b.png"), "two");
    }
  }

  /** What contradicts the cover is looked at anew, however long the rest is believed. */
  @Test
  void explain_imageHasAppeared() throws IOException {
    Autoversion autoversion =
        time.builder().directory("/s", site).recheckAfter(Duration.ofHours(1)).build();
    String before = autoversion.url("/s/a.css");
    Files.writeString(site.resolve("no.png"), "three");
    assertFalse(autoversion.respond(Asked.get(before)).isPresent());
    assertEquals(
        List.of("/s/a.css", "/s/b.png", "/s/no.png"), autoversion.explain("/s/a.css").covers());
    String now = autoversion.explain("/s/a.css").url();
    assertNotEquals(before, now);
    assertEquals(
        "i{background:url(b.png?v=3fc4ccfe7458), url(no.png?v=8b5b9db0c13d)}",
        Sent.of(autoversion, Asked.get(now)).text());
  }

  /** What looks like a version in a name is covered as the asset without it. */
  @Test
  void respond_nameThatLooksVersioned() throws IOException {
    Files.writeString(site.resolve("c.css"), "i{background:url(b-0123456789ab.png), url(b-x.png)}");
    Autoversion autoversion =
        time.builder().directory("/s", site).placement(Placement.fileName()).build();
    assertEquals(
        "i{background:url(b-0123456789ab.png), url(b-x.png)}",
        Sent.of(autoversion, Asked.get(autoversion.url("/s/c.css"))).text());
  }

  /** What can be no asset's name is covered by none, and contradicts no cover. */
  @Test
  void respond_namesOfNoAsset() throws IOException {
    Files.writeString(site.resolve("f.css"), "i{background:url(img/), url(%zz.png), url(b.png)}");
    Autoversion autoversion = time.builder().directory("/s", site).build();
    Sent sent = Sent.of(autoversion, Asked.get(autoversion.url("/s/f.css")));
    assertEquals("i{background:url(img/), url(%zz.png), url(b.png?v=3fc4ccfe7458)}", sent.text());
    assertEquals("public, max-age=31536000, immutable", sent.header("Cache-Control"));
  }

  /** The reference stays only while the copy is what the original is sent as. */
  @Test
  void respond_copyWhoseOriginalChanges() throws IOException {
    Autoversion autoversion =
        time.builder().directory("/s", site).placement(Placement.fileName()).build();
    Files.writeString(site.resolve("b-3fc4ccfe7458.png"), "two");
    String copied = "i{background:url(b-3fc4ccfe7458.png), url(no.png)}";
    String copy = autoversion.url("/s/a.css").substring(3);
    Files.writeString(site.resolve(copy), copied);
    String sheet = "@import '" + copy + "'; i{background:url(b-3fc4ccfe7458.png)}";
    Files.writeString(site.resolve("e.css"), sheet);
    String before = autoversion.url("/s/e.css");
    assertEquals(sheet, Sent.of(autoversion, Asked.get(before)).text());
    assertEquals(
        List.of("/s/e.css", "/s/" + copy, "/s/a.css", "/s/b-3fc4ccfe7458.png", "/s/b.png"),
        autoversion.explain("/s/e.css").covers());
    Files.writeString(site.resolve("b.png"), "three");
    time.advance(Duration.ofSeconds(2));
    String after = autoversion.url("/s/e.css");
    assertNotEquals(before, after);
    Sent sent = Sent.of(autoversion, Asked.get(after));
    assertEquals("public, max-age=31536000, immutable", sent.header("Cache-Control"));
    String other = autoversion.url("/s/" + copy).substring(3);
    assertEquals(
        "@import '" + other + "'; i{background:url(b-3fc4ccfe7458-3fc4ccfe7458.png)}", sent.text());
  }

  /** While a stylesheet that names the copy is sent, and nothing is remembered of either. */
  @Test
  void respond_originalOfACopyChanges() throws IOException {
    Files.writeString(site.resolve("b-3fc4ccfe7458.png"), "two");
    Files.writeString(site.resolve("e.css"), "i{background:url(b-3fc4ccfe7458.png)}");
    CountingSource source = new CountingSource(site);
    Autoversion autoversion =
        time.builder().source("/s", source).placement(Placement.fileName()).maximumSize(1).build();
    String before = autoversion.url("/s/e.css");
    source.beforeFind(
        path -> {
          if (path.value().equals("b.png")) {
            Files.writeString(site.resolve("b.png"), "three");
          }
        });
    assertEquals(302, Sent.of(autoversion, Asked.get(before)).status());
    time.advance(Duration.ofSeconds(2));
    String after = autoversion.url("/s/e.css");
    assertNotEquals(before, after);
    assertEquals(
        "i{background:url(b-3fc4ccfe7458-3fc4ccfe7458.png)}",
        Sent.of(autoversion, Asked.get(after)).text());
  }

  /** A file of another content, or any where a version tells nothing of contents. */
  @ParameterizedTest
  @CsvSource({"3fc4ccfe7458, 8b5b9db0c13d", "12345678, 12345678"})
  void respond_fileWithAnothersCurrentName(String version, String own) throws IOException {
    Files.writeString(site.resolve("b-" + version + ".png"), "three");
    Files.writeString(
        site.resolve("g.css"), "i{background:url(b-" + version + ".png), url(b.png)}");
    Autoversion.Builder builder =
        time.builder().directory("/s", site).placement(Placement.fileName());
    Autoversion autoversion =
        (version.equals(own) ? builder.version(VersionStrategy.fixed(own)) : builder).build();
    Sent sent = Sent.of(autoversion, Asked.get(autoversion.url("/s/g.css")));
    assertEquals("public, max-age=31536000, immutable", sent.header("Cache-Control"));
    assertEquals(
        "i{background:url(b-" + version + "-" + own + ".png), url(b-" + version + ".png)}",
        sent.text());
  }

  /** A manifest is as old as its own last look, which may be a later one than the cover's. */
  @Test
  void respond_publishedAnew() throws IOException {
    Files.writeString(site.resolve("d.css"), "i{background:url(/build/logo.png)}");
    OwnManifest own = new OwnManifest(Map.of("logo.png", "logo-1.png"));
    Autoversion autoversion = time.builder().directory("/s", site).manifest("/build", own).build();
    assertEquals("/build/logo-1.png", autoversion.url("/build/logo.png"));
    time.advance(Duration.ofMillis(600));
    String url = autoversion.url("/s/d.css");
    own.publish(Map.of("logo.png", "logo-2.png"));
    time.advance(Duration.ofMillis(600));
    assertFalse(autoversion.respond(Asked.get(url)).isPresent());
    time.advance(Duration.ofMillis(400));
    assertEquals(
        "i{background:url(/build/logo-2.png)}",
        Sent.of(autoversion, Asked.get(autoversion.url("/s/d.css"))).text());
  }

  /** Neither by the name that is asked for, nor by that of the asset whose copy it is. */
  @Test
  void respond_publishedAndExcluded() throws IOException {
    Files.writeString(site.resolve("d.css"), "i{background:url(/build/logo.png), url(b.png)}");
    Autoversion autoversion =
        time.builder()
            .directory("/s", site)
            .manifest(
                "/build",
                new LiteralManifest(Map.of("logo.png", "logo-1.png"), Map.of(), Map.of()),
                AssetSource.directory(site))
            .exclude("logo.png")
            .build();
    assertEquals(
        "i{background:url(/build/logo.png), url(b.png?v=3fc4ccfe7458)}",
        Sent.of(autoversion, Asked.get(autoversion.url("/s/d.css"))).text());
    assertEquals(List.of("/s/d.css", "/s/b.png"), autoversion.explain("/s/d.css").covers());
  }
}
