package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left alone, and what keeps the page's own origin. */
class PatternsTest {
  @TempDir Path site;

  @BeforeEach
  void writeSite() throws IOException {
    write("sw.js", "two");
    write("app.js", "two");
    write("private/a.js", "two");
    write("img/icons.svg", "two");
    write("css/site.css", "i{background:url(../img/icons.svg)} u{background:url(../app.js)}");
  }

  @Test
  void exclude_neverVersionedAndNeverMissed() {
    Autoversion autoversion = builder().exclude("sw.js", "private/**", "gone.js").build();
    for (String reference :
        List.of("/s/sw.js", "/s/sw.js?v=old", "/s/private/a.js#x", "/s/gone.js")) {
      assertEquals(reference, autoversion.url(reference));
      assertEquals(Optional.empty(), autoversion.version(reference));
      assertEquals(Optional.empty(), autoversion.respond(Asked.get(reference + "?v=3fc4ccfe7458")));
    }
    assertEquals("/s/app.js?v=3fc4ccfe7458", autoversion.url("/s/app.js"));
    assertEquals(
        Optional.of("exclude('private/**') leaves it alone"),
        autoversion.explain("/s/private/a.js").reason());
  }

  /** As in files that list what a tool ignores. */
  @Test
  void exclude_folderByItsName() {
    Autoversion autoversion = builder().exclude("private").build();
    assertEquals("/s/private/a.js", autoversion.url("/s/private/a.js"));
    assertEquals(
        Optional.empty(), autoversion.respond(Asked.get("/s/private/a.js?v=3fc4ccfe7458")));
    assertEquals(
        Optional.of("exclude('private') leaves it alone"),
        autoversion.explain("/s/private/a.js").reason());
    assertEquals(4, autoversion.warmUp().assets());
  }

  /** A version in the name leads to nothing either. */
  @Test
  void exclude_versionInTheName() {
    Autoversion autoversion = builder().exclude("sw.js").placement(Placement.fileName()).build();
    assertEquals("/s/sw-3fc4ccfe7458.js", autoversion.url("/s/sw-3fc4ccfe7458.js"));
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/s/sw-3fc4ccfe7458.js")));
  }

  @Test
  void exclude_againForMore() {
    Autoversion autoversion = builder().exclude("sw.js").exclude("app.js").build();
    assertEquals("/s/sw.js", autoversion.url("/s/sw.js"));
    assertEquals("/s/app.js", autoversion.url("/s/app.js"));
  }

  /** It counts for no stylesheet, and is not missed in one. */
  @Test
  void exclude_inStylesheets() {
    Autoversion autoversion = builder().exclude("img/**").build();
    assertEquals(
        List.of("/s/css/site.css", "/s/app.js"), autoversion.explain("/s/css/site.css").covers());
    assertEquals("/s/css/site.css", autoversion.url("/s/css/site.css").replaceAll("\\?v=.*", ""));
  }

  @Test
  void exclude_notWarmedUp() {
    assertEquals(5, builder().build().warmUp().assets());
    assertEquals(4, builder().exclude("private/**").build().warmUp().assets());
  }

  @Test
  void exclude_badPattern() {
    assertThrows(IllegalArgumentException.class, () -> builder().exclude("a.js", "/sw.js"));
    assertThrows(IllegalArgumentException.class, () -> builder().hostExcept("/sw.js"));
  }

  @Test
  void hostExcept_keepsThePagesOrigin() {
    Autoversion autoversion =
        builder().host("https://cdn.example").hostExcept("**/*.svg", "sw.js").build();
    assertEquals("/s/img/icons.svg?v=3fc4ccfe7458#pin", autoversion.url("/s/img/icons.svg#pin"));
    assertEquals("/s/sw.js?v=3fc4ccfe7458", autoversion.url("/s/sw.js"));
    assertEquals("https://cdn.example/s/app.js?v=3fc4ccfe7458", autoversion.url("/s/app.js"));
    assertEquals(
        "https://cdn.example/s/sw.js?v=3fc4ccfe7458",
        autoversion.url("https://cdn.example/s/sw.js"));
  }

  private Autoversion.Builder builder() {
    return Autoversion.builder().directory("/s", site).onMissing(OnMissing.FAIL);
  }

  private void write(String name, String content) throws IOException {
    TextFile.write(site.resolve(name), content);
  }
}
