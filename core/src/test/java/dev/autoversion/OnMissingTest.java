package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnMissingTest {
  @TempDir Path site;
  private final ManualTime time = ManualTime.now();

  @BeforeEach
  void writeSite() throws IOException {
    Files.writeString(site.resolve("app.js"), "two");
    Files.createDirectory(site.resolve("js"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/static/ap.js", "/static/js", "/static/../a", "/static/%zz", "/static/"})
  void keep_unchangedAndSilent(String reference) {
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(reference, with(OnMissing.KEEP).url(reference));
      assertEquals(List.of(), log.lines());
    }
  }

  @Test
  void warn_unchangedAndOneLine() {
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals("/static/ap.js?x=1#top", with(OnMissing.WARN).url("/static/ap.js?x=1#top"));
      assertEquals(
          List.of(
              "WARNING no asset for '/static/ap.js'; searched directory "
                  + site
                  + "; did you mean '/static/app.js'?"),
          log.lines());
    }
  }

  @Test
  void warn_placeInATemplate() {
    Autoversion autoversion = with(OnMissing.WARN);
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals("/static/ap.js", autoversion.url("/static/ap.js", "", () -> "cart\n.html:12"));
      assertEquals(
          List.of(
              "WARNING cart\\u000a.html:12: no asset for '/static/ap.js'; searched directory "
                  + site
                  + "; did you mean '/static/app.js'?"),
          log.lines());
    }
  }

  @Test
  void warn_placeOfAStaleName() {
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/static", site)
            .placement(Placement.fileName())
            .onMissing(OnMissing.WARN)
            .build();
    try (CapturedLog log = CapturedLog.open()) {
      autoversion.url("/static/app-000000000000.js", "", () -> "cart.html:12");
      assertEquals(
          List.of(
              "WARNING cart.html:12: no asset for '/static/app-000000000000.js': '/static/app.js'"
                  + " is there in another version, 3fc4ccfe7458; write its name without a version"),
          log.lines());
    }
  }

  /** It may cost something. */
  @Test
  void place_askedForAWarningAlone() {
    Supplier<String> never =
        () -> {
          throw new AssertionError("asked");
        };
    assertEquals("/static/ap.js", with(OnMissing.KEEP).url("/static/ap.js", "", never));
    Autoversion autoversion = with(OnMissing.WARN);
    assertEquals("/static/app.js?v=3fc4ccfe7458", autoversion.url("/static/app.js", "", never));
    assertEquals("/owners/12", autoversion.url("/owners/12", "", never));
    try (CapturedLog log = CapturedLog.open()) {
      autoversion.url("/static/ap.js");
      time.advance(Duration.ofMinutes(1));
      assertEquals("/static/ap.js", autoversion.url("/static/ap.js", "", never));
      assertEquals(1, log.lines().size());
    }
  }

  @Test
  void warn_samePath_oneLine() {
    Autoversion autoversion = with(OnMissing.WARN);
    try (CapturedLog log = CapturedLog.open()) {
      for (int i = 0; i < 5; i++) {
        autoversion.url("/static/ap.js");
        autoversion.url("/static/ap.js?x=" + i);
        autoversion.url("/static/ap.js#" + i);
        time.advance(Duration.ofMinutes(2));
      }
      assertEquals(1, log.lines().size());
    }
  }

  /** A container writes the session's id into the first links of each visitor without cookies. */
  @Test
  void warn_otherSession_oneLineWithoutIt() {
    Autoversion autoversion = with(OnMissing.WARN);
    try (CapturedLog log = CapturedLog.open()) {
      autoversion.url("/static/ap.js;jsessionid=556CD586905C26CC");
      autoversion.url("/static/ap.js;jsessionid=84066734195351EC?x=1");
      autoversion.url("/static/ap.js");
      assertEquals(
          List.of(
              "WARNING no asset for '/static/ap.js'; searched directory "
                  + site
                  + "; did you mean '/static/app.js'?"),
          log.lines());
    }
  }

  /** Without a value it is part of a name. */
  @Test
  void warn_semicolonInAName_isShown() {
    Autoversion autoversion = with(OnMissing.WARN);
    try (CapturedLog log = CapturedLog.open()) {
      autoversion.url("/static/x=y;z.js");
      assertEquals(
          List.of("WARNING no asset for '/static/x=y;z.js'; searched directory " + site),
          log.lines());
    }
  }

  @Test
  void warn_anotherVersion_noSession() {
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/static", site)
            .placement(Placement.fileName())
            .onMissing(OnMissing.WARN)
            .build();
    try (CapturedLog log = CapturedLog.open()) {
      autoversion.url("/static/app-000000000000.js;jsessionid=556CD586905C26CC?x=1");
      assertEquals(
          List.of(
              "WARNING no asset for '/static/app-000000000000.js': '/static/app.js' is there in"
                  + " another version, 3fc4ccfe7458; write its name without a version"),
          log.lines());
    }
  }

  @Test
  void warn_otherPath_itsOwnLine() {
    Autoversion autoversion = with(OnMissing.WARN);
    try (CapturedLog log = CapturedLog.open()) {
      autoversion.url("/static/a");
      autoversion.url("/static/b");
      autoversion.url("/static/a");
      assertEquals(2, log.lines().size());
    }
  }

  @Test
  void warn_invalidate_saidAgain() {
    Autoversion autoversion = with(OnMissing.WARN);
    try (CapturedLog log = CapturedLog.open()) {
      autoversion.url("/static/a");
      autoversion.invalidate();
      autoversion.url("/static/a");
      assertEquals(2, log.lines().size());
    }
  }

  @Test
  void warn_moreThanIsRemembered_saidAgain() {
    Autoversion autoversion = builder().onMissing(OnMissing.WARN).maximumSize(2).build();
    try (CapturedLog log = CapturedLog.open()) {
      autoversion.url("/static/a");
      autoversion.url("/static/b");
      autoversion.url("/static/a?1");
      assertEquals(2, log.lines().size());
      autoversion.url("/static/c");
      autoversion.url("/static/a?2");
      assertEquals(4, log.lines().size());
    }
  }

  @Test
  void warn_presentOrForeign_silent() {
    Autoversion autoversion = with(OnMissing.WARN);
    try (CapturedLog log = CapturedLog.open()) {
      autoversion.url("/static/app.js");
      autoversion.url("/owners/12");
      autoversion.url("https://other.example/static/no.js");
      autoversion.url("no.js");
      assertEquals(List.of(), log.lines());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/static/../secret", "/static/%2e%2e/secret", "/static/.env"})
  void warn_impossibleName(String reference) {
    try (CapturedLog log = CapturedLog.open()) {
      with(OnMissing.WARN).url(reference);
      assertEquals(
          List.of(
              "WARNING no asset for '"
                  + reference
                  + "'; an asset can't have that name; searched directory "
                  + site),
          log.lines());
    }
  }

  @Test
  void warn_controlCharacters_neverRaw() {
    try (CapturedLog log = CapturedLog.open()) {
      Autoversion autoversion = with(OnMissing.WARN);
      for (char c = 0; c < 0x20; c++) {
        autoversion.url("/static/a" + c + "WARNING: fake");
      }
      for (String hostile :
          List.of("\u007f", "\u0085", "\u009b", "\u200e", "\u202e", "\u2028", "\u2029", "\ud800")) {
        autoversion.url("/static/a" + hostile + "WARNING: fake");
      }
      assertEquals(40, log.lines().size());
      for (String line : log.lines()) {
        assertFalse(
            line.chars()
                .anyMatch(
                    c ->
                        Character.isISOControl(c)
                            || Character.getType(c) == Character.FORMAT
                            || Character.getType(c) == Character.SURROGATE
                            || c == 0x2028
                            || c == 0x2029),
            () -> Printable.quote(line));
      }
    }
  }

  /** What looks like a pattern of the logging system stays text. */
  @Test
  void warn_formatCharacters_literal() {
    try (CapturedLog log = CapturedLog.open()) {
      with(OnMissing.WARN).url("/static/{0}%s${jndi:x}'{1}");
      assertEquals(
          List.of(
              "WARNING no asset for '/static/{0}%s${jndi:x}'{1}'; an asset can't have that name;"
                  + " searched directory "
                  + site),
          log.lines());
    }
  }

  @Test
  void warn_flood_bounded() {
    Autoversion autoversion = with(OnMissing.WARN);
    try (CapturedLog log = CapturedLog.open()) {
      for (int i = 0; i < 10_000; i++) {
        String reference = "/static/missing-" + i + ".js";
        assertEquals(reference, autoversion.url(reference));
      }
      assertEquals(100, log.lines().size());
      time.advance(Duration.ofMinutes(1));
      autoversion.url("/static/one-more.js");
      assertEquals(102, log.lines().size());
      assertEquals(
          "WARNING 9900 warnings were held back in the last minutes", log.lines().get(100));
    }
  }

  /** They look alike in the log, and each would be kept in memory. */
  @Test
  void warn_longReferencesThatBeginAlike_oneLine() {
    Autoversion autoversion = with(OnMissing.WARN);
    try (CapturedLog log = CapturedLog.open()) {
      String begin = "/static/" + "x".repeat(100_000);
      autoversion.url(begin + "1");
      autoversion.url(begin + "2");
      assertEquals(1, log.lines().size());
    }
  }

  @Test
  void fail_namesReferenceSourceAndNearName() {
    assertEquals(
        "no asset for '/static/ap.js?x=1'; searched directory "
            + site
            + "; did you mean '/static/app.js'?",
        failure("/static/ap.js?x=1"));
  }

  @Test
  void fail_encodedName_nearTheDecodedOne() {
    assertEquals(
        "no asset for '/static/%61p.js'; searched directory "
            + site
            + "; did you mean '/static/app.js'?",
        failure("/static/%61p.js"));
  }

  @Test
  void fail_impossibleName_nearTheOneWritten() {
    assertEquals(
        "no asset for '/static//app.js'; an asset can't have that name; searched directory "
            + site
            + "; did you mean '/static/app.js'?",
        failure("/static//app.js"));
  }

  @Test
  void fail_nothingNear() {
    assertEquals(
        "no asset for '/static/something/else.css'; searched directory " + site,
        failure("/static/something/else.css"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/js",
        "/static/",
        "/static/js/",
        "/static/%zz",
        "/static/a\\b",
        "/static/.env"
      })
  void fail_directoryMalformedOrHostile(String reference) {
    assertThrows(MissingAssetException.class, () -> with(OnMissing.FAIL).url(reference));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "#top", "?x", "app.js", "/owners/12", "//x/static/a", "data:,", "/static"})
  void fail_notUnderMount_unchanged(String reference) {
    assertEquals(reference, with(OnMissing.FAIL).url(reference));
  }

  @Test
  void fail_present_versioned() {
    assertEquals("/static/app.js?v=3fc4ccfe7458", with(OnMissing.FAIL).url("/static/app.js"));
  }

  /** The remembered answer fails as the first one did, with a stack trace of its own. */
  @Test
  void fail_again() {
    Autoversion autoversion = with(OnMissing.FAIL);
    Exception first =
        assertThrows(MissingAssetException.class, () -> autoversion.url("/static/ap.js"));
    Exception second =
        assertThrows(MissingAssetException.class, () -> autoversion.url("/static/ap.js"));
    assertEquals(first.getMessage(), second.getMessage());
    assertEquals(1, autoversion.stats().hits());
  }

  @Test
  void fail_staleVersionInName() {
    Autoversion autoversion =
        builder().onMissing(OnMissing.FAIL).placement(Placement.fileName()).build();
    assertEquals("/static/app-3fc4ccfe7458.js", autoversion.url("/static/app-3fc4ccfe7458.js"));
    assertThrows(MissingAssetException.class, () -> autoversion.url("/static/app-old.js"));
  }

  private String failure(String reference) {
    return assertThrows(MissingAssetException.class, () -> with(OnMissing.FAIL).url(reference))
        .getMessage();
  }

  private Autoversion with(OnMissing policy) {
    return builder().onMissing(policy).build();
  }

  private Autoversion.Builder builder() {
    return time.builder().directory("/static", site);
  }
}
