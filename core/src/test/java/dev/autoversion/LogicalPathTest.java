package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogicalPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "app.js",
        "js/app.js",
        "a/b/c/d",
        "LICENSE",
        "a..b.js",
        "x..",
        "x...",
        "a.",
        "-",
        "~",
        " ",
        "a b.js",
        "100%.css",
        "%2e%2e",
        "%2F",
        "a+b",
        "a:b",
        "C:",
        "$1",
        "%s",
        "{v}",
        "*",
        "a?b",
        "a#b",
        "a;b=c",
        "@9f3c",
        "it's",
        "\"><script>",
        "caf\u00e9.css",
        "cafe\u0301.css",
        "\u65e5\u672c.js",
        "\ud83d\ude00.svg",
        "\uff0e\uff0e",
        "\u2025",
        "\u2215",
        "\u202e",
        "NUL",
        "con.js",
        ".well-known/security.txt",
        "class",
        "a.class.js",
        "jsp",
        "properties",
        "index.jsp.txt",
        "a.tags",
        "a.jspa",
        "app.javascript",
        "java/app.js",
        "a.jsp/app.js",
        "a.prop",
        "xproperties",
        "a.properties2",
        "web-inf.js",
        "WEB-INF2",
        "META-INF.txt"
      })
  void of_publicName(String name) {
    assertEquals(Optional.of(name), LogicalPath.of(name).map(LogicalPath::value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "./a",
        "../a",
        "a/.",
        "a/..",
        "a/./b",
        "a/../b",
        "...",
        "..foo.js",
        ".env",
        ".git/config",
        "a/.git/config",
        "a/.well-known/x",
        ".Well-Known/x",
        ".well-known/.x",
        ".well-known/../a",
        ".well-known/",
        "\\",
        "a\\b",
        "..\\a",
        "WEB-INF",
        "WEB-INF/web.xml",
        "web-inf/web.xml",
        "a/Web-Inf/x",
        "META-INF/MANIFEST.MF",
        "meta-inf",
        "a/META-INF",
        "A.class",
        "a/B.CLASS",
        "a/b.ClAsS",
        "x.y.class",
        "a/.class",
        "index.jsp",
        "a/INDEX.JSP",
        "a.jspx",
        "a.jspf",
        "a.tag",
        "a.tagx",
        "a.XHTML",
        "a.ftl",
        "a.ftlh",
        "a.peb",
        "A.java",
        "messages_de.properties",
        "a.min.Properties",
        ".well-known/a.jsp",
        "a\u0000",
        "a\nb",
        "a\rb",
        "\ta",
        "a\u001f",
        "a\u007f",
        "a\u0080",
        "a\u0085b",
        "a\u009f",
        "a\u2028b",
        "a\u2029b"
      })
  void of_otherName(String name) {
    assertEquals(Optional.empty(), LogicalPath.of(name));
  }

  /** Not as parameters, whose display names can't hold them. */
  @Test
  void of_unpairedSurrogate() {
    assertEquals(Optional.empty(), LogicalPath.of("a\ud83d"));
    assertEquals(Optional.empty(), LogicalPath.of("\ude00a"));
    assertEquals(Optional.empty(), LogicalPath.of("\ude00\ud83d"));
    assertEquals(Optional.empty(), LogicalPath.of("\ud800"));
    assertEquals(Optional.empty(), LogicalPath.of("\udfff"));
  }

  @Test
  void of_longName() {
    assertEquals(Optional.of(4096), LogicalPath.of("a".repeat(4096)).map(p -> p.value().length()));
    assertEquals(Optional.empty(), LogicalPath.of("a".repeat(4097)));
  }

  @ParameterizedTest
  @CsvSource({
    "js/app.js,         js/app.js",
    "js/a%20b.js,       js/a b.js",
    "j%73/%61pp.js,     js/app.js",
    "a%2ejs,            a.js",
    "a%2E%2Eb.js,       a..b.js",
    "x%2e%2e,           x..",
    "%252e%252e/a,      %2e%2e/a",
    "%252fa,            %2fa",
    "%25%32%66,         %2f",
    "caf%C3%A9.css,     caf\u00e9.css",
    "a%3Fb%23c,         a?b#c",
    "a%3ab,             a:b",
    "100%25,            100%",
    "a%3Bb,             a;b",
    "%2ewell-known/x,   .well-known/x",
    "a+b,               a+b",
    "%2b,               +",
    "%20a,              ' a'",
  })
  void ofUrlPath_decodedOnce(String urlPath, String value) {
    assertEquals(Optional.of(value), LogicalPath.ofUrlPath(urlPath).map(LogicalPath::value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "%2e",
        "%2e%2e",
        ".%2e",
        "%2E.",
        "%2e%2e/a",
        "a/%2e%2e/b",
        "a%2fb",
        "a%2Fb",
        "%2f",
        "%2F",
        "%2e%2e%2fa",
        "%61%2Fb",
        "..%2f",
        "a%5cb",
        "a%5Cb",
        "%5c",
        "%2eenv",
        "%2Egit/config",
        "WEB%2DINF/web.xml",
        "%57EB-INF/web.xml",
        "META-INF%2fx",
        "A%2eclass",
        "index%2Ejsp",
        "index.%6a%73%70",
        "A.%63lass",
        "a%00",
        "a%00.js",
        "a%0ab",
        "a%0D",
        "a%7f",
        "a%C2%85",
        "a%E2%80%A8b",
        "%C0%AE%C0%AE/a",
        "%c0%afa",
        "%ED%A0%80",
        "a%",
        "a%2",
        "%zz",
        "%u002e",
        "%%32%65",
        "a//b",
        "a/"
      })
  void ofUrlPath_refused(String urlPath) {
    assertEquals(Optional.empty(), LogicalPath.ofUrlPath(urlPath));
  }

  @Test
  void ofUrlPath_longText() {
    String most = "%61".repeat(4096);
    assertEquals(
        Optional.of("a".repeat(4096)), LogicalPath.ofUrlPath(most).map(LogicalPath::value));
    assertEquals(Optional.empty(), LogicalPath.ofUrlPath(most + "a"));
    assertEquals(Optional.empty(), LogicalPath.ofUrlPath("a".repeat(1 << 20)));
  }

  @Test
  void equals_sameText() {
    LogicalPath path = LogicalPath.of("js/a b.js").orElseThrow();
    assertEquals(path, LogicalPath.ofUrlPath("js/a%20b.js").orElseThrow());
    assertEquals(path.hashCode(), LogicalPath.ofUrlPath("js/a%20b.js").orElseThrow().hashCode());
    assertEquals("js/a b.js", path.toString());
  }

  @Test
  void equals_otherTextOrType() {
    LogicalPath path = LogicalPath.of("app.js").orElseThrow();
    assertNotEquals(path, LogicalPath.of("App.js").orElseThrow());
    assertNotEquals((Object) path, "app.js");
  }

  @Test
  void mediaType_byTheEndingOfTheName() {
    assertEquals("text/javascript", LogicalPath.of("js/app.MJS").orElseThrow().mediaType());
    assertEquals("text/css", LogicalPath.of("a;b.css").orElseThrow().mediaType());
    assertEquals("application/octet-stream", LogicalPath.of("js/css").orElseThrow().mediaType());
  }

  @Test
  void isCompressed_asTheMediaTypeIs() {
    assertTrue(LogicalPath.of("a.woff2").orElseThrow().isCompressed());
    assertTrue(LogicalPath.of("LICENSE").orElseThrow().isCompressed());
    assertFalse(LogicalPath.of("a.svg").orElseThrow().isCompressed());
    assertFalse(LogicalPath.of("a;b.svg").orElseThrow().isCompressed());
  }
}
