package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.CapturedLog;
import dev.autoversion.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A manifest is a file that somebody else's tool wrote. */
class SafetyTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "../../etc/passwd|has a '.' or '..' segment",
        "a/../b.js|has a '.' or '..' segment",
        "/../b.js|has a '.' or '..' segment",
        "a/%2E%2e/b.js|has a '.' or '..' segment",
        "a/.%2e/b.js|has a '.' or '..' segment",
        "https://cdn.example/../b.js|has a '.' or '..' segment",
        "javascript:alert(1)|has a scheme that is neither http nor https",
        "JavaScript:alert(1)|has a scheme that is neither http nor https",
        "data:text/javascript,1|has a scheme that is neither http nor https",
        "file:///etc/passwd|has a scheme that is neither http nor https",
        "https:|has a scheme that is neither http nor https",
        "https://|has a scheme that is neither http nor https",
        "https:///b.js|has a scheme that is neither http nor https",
        "..\\\\b.js|has a '.' or '..' segment",
        "a\\nb.js|has a control character",
        "a\\u0000b.js|has a control character",
        "a\\u007fb.js|has a control character",
        "a\\u2028b.js|has a control character",
        "a\\ud800b.js|has a control character",
      })
  void published_hostile(String value, String why) throws IOException {
    try (CapturedLog log = CapturedLog.open()) {
      Manifest manifest =
          read("{\"src/a.js\": {\"file\": \"" + value + "\"}, \"b.js\": {\"file\": \"c.js\"}}");
      assertEquals(Optional.empty(), manifest.published("src/a.js"));
      assertEquals(Optional.empty(), manifest.entry("src/a.js"));
      assertEquals(List.of("b.js"), manifest.names().toList());
      assertEquals(List.of("c.js"), manifest.files().toList());
      assertEquals(1, log.lines().size(), log.lines()::toString);
      String line = log.lines().get(0);
      String start =
          "WARNING manifest " + folder.resolve("manifest.json") + ": 'src/a.js' › 'file' is ";
      assertEquals(start, line.substring(0, start.length()));
      String end = ", which " + why + "; it is treated as missing";
      assertEquals(end, line.substring(line.length() - end.length()));
      assertEquals(-1, line.indexOf('\n'));
    }
  }

  @Test
  void published_tooLong() throws IOException {
    try (CapturedLog log = CapturedLog.open()) {
      Manifest manifest = read("{\"a.js\": \"" + "b".repeat(1_000_000) + "\"}");
      assertEquals(Optional.empty(), manifest.published("a.js"));
      assertEquals(
          "WARNING manifest "
              + folder.resolve("manifest.json")
              + ": 'a.js' is '"
              + "b".repeat(200)
              + "…', which is longer than 4096 characters; it is treated as missing",
          log.lines().get(0));
    }
  }

  @Test
  void published_hostileEverywhereElse() throws IOException {
    try (CapturedLog log = CapturedLog.open()) {
      Manifest manifest =
          read(
              """
              {"a.js": {"file": "a-1.js", "css": ["../x.css", "a-2.css"], "assets": ["data:,"],
                        "imports": ["b.js"], "dynamicImports": ["b.js"]},
               "b.js": {"file": "", "css": ["b-1.css"]}}
              """);
      assertEquals(List.of("a-1.js", "a-2.css", "b-1.css"), manifest.files().sorted().toList());
      assertEquals(
          new Manifest.Entry(
              List.of("b-1.css", "a-2.css"),
              List.of(),
              List.of("a-1.js"),
              List.of(),
              List.of(),
              List.of()),
          manifest.entry("a.js").orElseThrow());
      assertEquals(3, log.lines().size(), log.lines()::toString);
    }
  }

  /** As Vite 2 wrote it for a stylesheet that is empty. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\"file\": null, ", "\"file\": \"\", "})
  void published_chunkWithoutAFile(String file) throws IOException {
    try (CapturedLog log = CapturedLog.open()) {
      Manifest manifest =
          read(
              "{\"css/app.css\": {"
                  + file
                  + "\"src\": \"css/app.css\", \"isEntry\": true},"
                  + " \"js/app.js\": {\"file\": \"app-1.js\", \"isEntry\": true}}");
      assertEquals(Optional.empty(), manifest.published("css/app.css"));
      assertEquals(Optional.empty(), manifest.entry("css/app.css"));
      assertEquals(Optional.of("app-1.js"), manifest.published("js/app.js"));
      assertEquals(
          List.of(
              "WARNING manifest "
                  + folder.resolve("manifest.json")
                  + ": 'css/app.css' › 'file' is '', which is empty; it is treated as missing"),
          log.lines());
    }
  }

  @Test
  void remarks_areBounded() throws IOException {
    StringBuilder hostile = new StringBuilder("{");
    for (int i = 0; i < 1_000; i++) {
      hostile.append("\"").append(i).append("\": \"../x\", ");
    }
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(List.of("a"), read(hostile + "\"a\": \"b\"}").names().toList());
      assertEquals(50, log.lines().size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https:/cdn.example/a.js, https://cdn.example/a.js",
    "HTTP:/cdn.example/a.js, HTTP://cdn.example/a.js",
    "https://cdn.example/a.js, https://cdn.example/a.js",
    "//cdn.example/a.js, //cdn.example/a.js",
    "/build/a b é (1)+.js, /build/a b é (1)+.js",
    "./a.js, a.js",
    "a/b:c.js, a/b:c.js",
    "a..b/...c.js, a..b/...c.js",
  })
  void published_asItIs(String value, String file) throws IOException {
    assertEquals(Optional.of(file), read("{\"a\": \"" + value + "\"}").published("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"__proto__", "constructor", "hasOwnProperty", "a b é ü (1).js", "a.b.js?c#d", ""})
  void published_anyKey(String key) throws IOException {
    assertEquals(Optional.of("a.js"), read("{\"" + key + "\": \"a.js\"}").published(key));
  }

  @Test
  void published_longKey() throws IOException {
    String key = "k".repeat(1_000);
    assertEquals(Optional.of("a.js"), read("{\"" + key + "\": \"a.js\"}").published(key));
  }

  @Test
  void published_exactKeyBeforeTheOneWithASlash() throws IOException {
    Manifest manifest = read("{\"/a.js\": \"1.js\", \"a.js\": \"2.js\"}");
    assertEquals(Optional.of("1.js"), manifest.published("/a.js"));
    assertEquals(Optional.of("2.js"), manifest.published("a.js"));
    assertEquals(List.of("a.js"), manifest.names().toList());
  }

  private Manifest read(String document) throws IOException {
    return Manifests.read(Files.writeString(folder.resolve("manifest.json"), document));
  }
}
