package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "sw.js,            sw.js,              true",
    "sw.js,            js/sw.js,           false",
    "sw.js,            sw-js,              false",
    "sw.js,            xsw.js,             false",
    "sw.js,            sw.jsx,             false",
    "SW.js,            sw.js,              false",
    "*.html,           a.html,             true",
    "*.html,           .html,              true",
    "*.html,           a/b.html,           false",
    "*.html,           a.htm,              false",
    "*.js*,            a.js,               true",
    "sitemap*.xml,     sitemap.xml,        true",
    "sitemap*.xml,     sitemap-1.xml,      true",
    "sitemap*.xml,     sitemap.xml.gz,     false",
    "a*b*c,            aXbYbZc,            true",
    "a*b*c,            aXbYc2,             false",
    "*,                a,                  true",
    "*,                a/b,                false",
    "?.js,             a.js,               true",
    "?.js,             .js,                false",
    "?.js,             ab.js,              false",
    "?.js,             a.js/b,             false",
    "**/*.html,        a.html,             true",
    "**/*.html,        a/b/c.html,         true",
    "**/*.html,        a.html/b.css,       false",
    "private/**,       private/a/b.js,     true",
    "private/**,       private,            true",
    "private/**,       a/private/b.js,     false",
    "private/**,       privates/b.js,      false",
    "private,          private/a/b.js,     true",
    "private,          a/private/b.js,     false",
    "private,          privates/b.js,      false",
    "**/private,       a/private/b/c.js,   true",
    "img*,             img/a.png,          false",
    "img/*,            img/a/b.png,        false",
    "**,               a/b/c,              true",
    "a/**/z.js,        a/z.js,             true",
    "a/**/z.js,        a/b/c/z.js,         true",
    "a/**/z.js,        a/b/c/z.css,        false",
    "a/**/b/**/c,      a/b/x/b/y/c,        true",
    "a/**/b/**/c,      a/x/y/c,            false",
    "**/b/*.js,        a/b/c/b/d.js,       true",
    ".well-known/**,   .well-known/x/y,    true",
    "a.b+(c)[d],       a.b+(c)[d],         true",
    "a.b+(c)[d],       axb+(c)[d],         false",
    "ü*.png,           über.png,           true",
  })
  void matches_segments(String pattern, String path, boolean expected) {
    assertEquals(expected, Glob.of("exclude", pattern).matches(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/sw.js", "a//b", "a/", "./a", "../a", "a/../b", "a\\b", "\\a", "a**", "**b"})
  void of_noPathBelowTheMount(String pattern) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Glob.of("exclude", pattern));
    assertEquals(
        "exclude takes patterns of paths below the mount, like 'sw.js', 'private/**' or"
            + " '**/*.html', unlike "
            + Printable.quote(pattern),
        e.getMessage());
  }

  /** Taken literally, they would leave public what was meant to be excluded. */
  @ParameterizedTest
  @ValueSource(strings = {"private/*.{pdf,docx}", "*.{map", "pdf}", "{map", "}map"})
  void of_braces(String pattern) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Glob.of("exclude", pattern));
    assertEquals(
        "exclude takes no braces: write a pattern for each of the names, unlike "
            + Printable.quote(pattern),
        e.getMessage());
  }

  @Test
  void matches_manyStars_inTimeThatGrowsWithBoth() {
    Glob stars = Glob.of("exclude", "*a".repeat(500) + "b");
    Glob segments = Glob.of("exclude", "**/a/".repeat(500) + "b");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertEquals(false, stars.matches("a".repeat(4000)));
          assertEquals(false, segments.matches("a/".repeat(2000) + "a"));
        });
  }
}
