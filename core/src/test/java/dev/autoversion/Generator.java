package dev.autoversion;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random test data that can be had again: {@link #check} runs a property on many seeds, and a
 * failure names the seed to replay it with, {@code -Dautoversion.seed=17}. More cases than usual
 * are run with {@code -Dautoversion.cases=1000000}.
 */
final class Generator {
  private static final List<String> NAME_PARTS =
      List.of(
          "a",
          "b",
          "app",
          "min",
          "js",
          "1",
          "9f3c",
          "v",
          ".",
          ".",
          "..",
          ".js",
          ".css",
          ".map",
          ".gz",
          ".br",
          ".tar",
          "-",
          "-",
          "--",
          "_",
          "~",
          "@",
          "@1",
          "=",
          "+",
          "!",
          "$1",
          "%20",
          "%2e",
          "%2D",
          "%C3%A9",
          "\u00e9",
          "\ud83d\ude00",
          " ",
          "'",
          "\"");
  private static final List<String> PARAMETERS =
      List.of(";", ";a", ";a=b", ";a-b.c", ";jsessionid=1", ";;");
  private static final List<String> QUERY_PARTS =
      List.of(
          "",
          "",
          "a",
          "b=",
          "c=1",
          "=",
          "x=v",
          "vv=1",
          "V=1",
          "a=/@b/c-d.e",
          "versions=2",
          "?",
          "%zz",
          "a;v=1");
  private static final List<String> FRAGMENTS =
      List.of("#", "#top", "#?v=1", "#/@x/", "#a-b.c", "##");
  private static final List<String> TEXT_PARTS =
      List.of(
          "/",
          "/",
          "/s/",
          "/s/",
          "/s/",
          "/app",
          "//",
          ":",
          "https://cdn.example",
          "a.css",
          "js/app.js",
          "LICENSE",
          ".",
          "..",
          "../",
          "%2e",
          "%2E%2e/",
          "%2f",
          "%5c",
          "\\",
          "%",
          "%%",
          "%c0%ae",
          "%zz",
          "%00",
          "\0",
          "\n",
          "\u2028",
          "\ud800",
          "\ude00",
          "\u012e",
          "\uff0e",
          "?",
          "#",
          "&",
          "v=",
          "?v=9f3c",
          "&v=old",
          "-9f3c",
          "@9f3c/",
          "-",
          "@",
          ";",
          ";x=1",
          " ",
          "+",
          "<",
          "\"",
          ".env",
          "WEB-INF/",
          ".class");

  private final SplittableRandom random;

  private Generator(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A statement about all that a generator can make. */
  @FunctionalInterface
  interface Property {
    void hold(Generator any) throws Exception;
  }

  /** One by itself, for a thread of its own. */
  static Generator of(long seed) {
    return new Generator(seed);
  }

  static void check(int cases, Property property) {
    Long replayed = Long.getLong("autoversion.seed");
    if (replayed != null) {
      check(replayed.longValue(), property);
      return;
    }
    for (long seed = 1; seed <= Integer.getInteger("autoversion.cases", cases); seed++) {
      check(seed, property);
    }
  }

  private static void check(long seed, Property property) {
    try {
      property.hold(new Generator(seed));
    } catch (Exception | AssertionError e) {
      throw new AssertionError("replay with -Dautoversion.seed=" + seed + ": " + e, e);
    }
  }

  /** From 0 up to the bound, which is left out. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return below(times) == 0;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  byte[] bytes(int most) {
    byte[] bytes = new byte[below(most + 1)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Any version: often short, sometimes as long as it may be. */
  Version version() {
    String alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-.-.-";
    StringBuilder text = new StringBuilder();
    int length = 1 + below(oneIn(4) ? 64 : 6);
    while (text.length() < length) {
      text.append(alphabet.charAt(below(alphabet.length())));
    }
    return new Version(text.toString());
  }

  /** A URL as placements see it, without a parameter {@code v} or {@code version}. */
  String url() {
    StringBuilder url = new StringBuilder();
    for (int i = below(4); i > 0; i--) {
      url.append('/').append(join(NAME_PARTS, below(4)));
    }
    return url.append('/').append(join(NAME_PARTS, below(7))).append(tail()).toString();
  }

  /** What may follow a name: path parameters, a query, a fragment. */
  String tail() {
    String parameters = oneIn(4) ? join(PARAMETERS, 1 + below(2)) : "";
    String fragment = oneIn(3) ? pick(FRAGMENTS) : "";
    return parameters + query() + fragment;
  }

  /** Anything at all, though mostly what could matter. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = below(12); i > 0; i--) {
      text.append(oneIn(10) ? String.valueOf((char) below(0x10000)) : pick(TEXT_PARTS));
    }
    return text.toString();
  }

  /** A text with some of its characters percent-encoded, and all that must be. */
  String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              String one = Character.toString(c);
              encoded.append(c == '%' || oneIn(3) ? escapes(one) : one);
            });
    return encoded.toString();
  }

  private String escapes(String one) {
    StringBuilder escapes = new StringBuilder();
    for (byte octet : one.getBytes(StandardCharsets.UTF_8)) {
      escapes.append(String.format(oneIn(2) ? "%%%02x" : "%%%02X", octet));
    }
    return escapes.toString();
  }

  private String query() {
    if (oneIn(2)) {
      return "";
    }
    StringBuilder query = new StringBuilder("?").append(pick(QUERY_PARTS));
    for (int i = below(4); i > 0; i--) {
      query.append('&').append(pick(QUERY_PARTS));
    }
    return query.toString();
  }

  private String join(List<String> parts, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(pick(parts));
    }
    return text.toString();
  }
}
