package dev.autoversion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autoversion.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of attributes, on an entry that has every kind of tag. */
class AttributesTest extends Site {
  private static final Manifest.Entry ALL =
      new Manifest.Entry(
          List.of("a.css"), List.of("c.js"), List.of("m.js"), List.of("p.js"), NONE, NONE);

  private static String tags(Map<String, ?> attributes) {
    return page(ALL).entrypoint(List.of("/b/e.js"), attributes);
  }

  /** The attributes of each tag: stylesheet, preload, script and module. */
  private static String told(String name, Object value) {
    return tags(Map.of(name, value))
        .replace("<link rel=\"stylesheet\" href=\"/b/a.css\"", "css:")
        .replace("<link rel=\"modulepreload\" href=\"/b/p.js\"", "preload:")
        .replace("<script src=\"/b/c.js\"", "script:")
        .replace("<script type=\"module\" src=\"/b/m.js\"", "module:")
        .replace("></script>", "")
        .replace(">", "")
        .replace("\n", " | ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "nonce ~ css: nonce=\"x\" | preload: nonce=\"x\" | script: defer nonce=\"x\" | module: nonce=\"x\"",
        "data-x.y:z_1 ~ css: data-x.y:z_1=\"x\" | preload: data-x.y:z_1=\"x\" | script: defer data-x.y:z_1=\"x\" | module: data-x.y:z_1=\"x\"",
        "data-09 ~ css: data-09=\"x\" | preload: data-09=\"x\" | script: defer data-09=\"x\" | module: data-09=\"x\"",
        "crossorigin ~ css: crossorigin=\"x\" | preload: crossorigin=\"x\" | script: defer crossorigin=\"x\" | module: crossorigin=\"x\"",
        "fetchpriority ~ css: fetchpriority=\"x\" | preload: fetchpriority=\"x\" | script: defer fetchpriority=\"x\" | module: fetchpriority=\"x\"",
        "media ~ css: media=\"x\" | preload: | script: defer | module:",
        "title ~ css: title=\"x\" | preload: | script: defer | module:",
        "blocking ~ css: blocking=\"x\" | preload: | script: defer blocking=\"x\" | module: blocking=\"x\"",
        "imagesizes ~ css: | preload: | script: defer | module:",
        "onload ~ css: onload=\"x\" | preload: onload=\"x\" | script: defer onload=\"x\" | module: onload=\"x\"",
      })
  void attribute_whereItIsValid(String name, String expected) {
    assertEquals(expected, told(name, "x"));
  }

  @Test
  void defer_onClassicScriptsUnlessNotWanted() {
    assertEquals("css: | preload: | script: defer | module:", told("defer", true));
    assertEquals("css: | preload: | script: | module:", told("defer", false));
    assertEquals("css: | preload: | script: | module:", told("defer", "false"));
    assertEquals("css: | preload: | script: async | module: async", told("async", true));
    assertEquals("css: | preload: | script: defer | module:", told("async", false));
  }

  @Test
  void value_trueFalseNullAndText() {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("data-yes", true);
    attributes.put("data-no", false);
    attributes.put("data-null", null);
    attributes.put("data-number", 1234);
    attributes.put("data-empty", "");
    attributes.put("data-text", new StringBuilder("true"));
    assertEquals(
        "<link rel=\"stylesheet\" href=\"/s/a.css?v=3fc4ccfe7458\" data-yes data-number=\"1234\""
            + " data-empty data-text=\"true\">",
        page().entrypoint(List.of("/s/a.css"), attributes));
  }

  @Test
  void value_escapedOnce() {
    assertEquals(
        "<link rel=\"stylesheet\" href=\"/s/a.css?v=3fc4ccfe7458\""
            + " nonce=\"&quot;&gt;&lt;b&gt;&amp;amp;&#39;&#123;&#123;é\">",
        page().entrypoint(List.of("/s/a.css"), Map.of("nonce", "\"><b>&amp;'{{é")));
  }

  @Test
  void name_anyCase() {
    assertEquals(
        "<link rel=\"stylesheet\" href=\"/s/a.css?v=3fc4ccfe7458\" nonce=\"N\">",
        page().entrypoint(List.of("/s/a.css"), Map.of("NONCE", "N")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "x y", "x=y", "x>", "x\"", "x'", "x/", "1x", "-x", "é", "x\n", "@x"})
  void name_refused(String name) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> tags(Map.of(name, "v")));
    assertEquals(
        "entrypoint writes attributes whose names are a letter and then letters, digits, '-', '_',"
            + " ':' and '.', unlike '"
            + name.replace('\n', '?')
            + "'",
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"href", "src", "rel", "type", "as", "id", "SRC"})
  void name_ours(String name) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> tags(Map.of(name, "v")));
    String lower = name.equals("SRC") ? "src" : name;
    assertEquals("entrypoint writes '" + lower + "' itself; leave it out", e.getMessage());
  }

  @Test
  void name_twice() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> tags(Map.of("nonce", "a", "Nonce", "b")));
    assertEquals("entrypoint was given 'nonce' twice", e.getMessage());
  }

  /** A message goes into logs, so that it shows no more than a hundred characters. */
  @Test
  void quoted_theFirstHundred() {
    assertEquals("'" + "x".repeat(100) + "'", Attributes.quoted("x".repeat(100)));
    assertEquals("'" + "x".repeat(100) + "…'", Attributes.quoted("x".repeat(101)));
    assertEquals(
        "'" + "\ud83d\ude00".repeat(100) + "'", Attributes.quoted("\ud83d\ude00".repeat(100)));
    assertEquals(
        "'" + "\ud83d\ude00".repeat(100) + "…'", Attributes.quoted("\ud83d\ude00".repeat(101)));
  }

  @Test
  void integrity_isAWish() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> tags(Map.of("integrity", "sha384-x")));
    assertEquals(
        "entrypoint takes true or false for 'integrity', unlike 'sha384-x'", e.getMessage());
    assertFalse(tags(Map.of("integrity", false)).contains("integrity"));
  }
}
