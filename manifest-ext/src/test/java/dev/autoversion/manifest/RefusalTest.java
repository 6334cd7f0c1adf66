package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.CapturedLog;
import dev.autoversion.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file that is there but wrong is refused with what is wrong in it, where, and who writes one.
 */
class RefusalTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          [1]                                   | the whole document is a list, not an object of names and files
          "text"                                | the whole document is text, not an object of names and files
          null                                  | the whole document is null, not an object of names and files
          <!doctype html><title>404</title>     | it is an HTML or XML page, not JSON
          {'a.js': 'b.js'}                      | it is not valid JSON at line 1, column 2
          {"a.js": "b.js",}                     | it is not valid JSON at line 1, column 17
          {"a.js": "b.js"} {}                   | there is more text after its end, at line 1, column 19
          {"a.js": "b.js"} // built             | there is more text after its end, at line 1, column 18
          {"a.js": "b.js"} built                | there is more text after its end, at line 1, column 18
          {"a.js": "b.js"}}                     | there is more text after its end, at line 1, column 17
          {"a.js": "b.js", "a.js": "c.js"}      | the key 'a.js' is there twice, at line 1, column 32
          {"a.js": 7}                           | 'a.js' is a number, which fits no known format
          {"a.js": "b.js", "c": {"d": {}}}      | 'c' is an object, which fits no known format
          {"name": "Shop", "icons": [{}]}       | it is a web app manifest, which is for browsers, not the manifest of a build
          {"a.js": {"file": 7}}                 | 'a.js' › 'file' is a number, not text
          {"a.js": {"file": "b.js"}, "c": "d"}  | 'c' is text, not a chunk
          {"a.js": {"file": "b.js", "css": "c"}} | 'a.js' › 'css' is text, not a list
          {"a.js": {"file": "b.js", "css": [[]]}} | 'a.js' › 'css' › '0' is a list, not text
          {"a.js": {"file": "b", "imports": [1]}} | 'a.js' › 'imports' › '0' is a number, not text
          {"a.js": {"file": "b", "integrity": {}}} | 'a.js' › 'integrity' is an object, not text
          {"time": 7, "errors": [], "errorsCount": 0} | it has the stats of a webpack or Rspack build without its `entrypoints`; set `stats`, or `fields` of webpack-stats-plugin, to `assets`, `entrypoints` and `publicPath`
          {"assetsByChunkName": {"main": ["m-1.css", "m-1.js"]}} | it has the stats of a webpack or Rspack build without its `entrypoints`; set `stats`, or `fields` of webpack-stats-plugin, to `assets`, `entrypoints` and `publicPath`
          {"assets": [{"name": "m-1.js"}], "publicPath": "/d/"} | it has the stats of a webpack or Rspack build without its `entrypoints`; set `stats`, or `fields` of webpack-stats-plugin, to `assets`, `entrypoints` and `publicPath`
          {"children": [{}], "hash": "1", "errorsCount": 0} | it has the stats of several webpack or Rspack builds; write a file for each of them
          {"errorsCount": 1, "entrypoints": {"m": {"assets": []}}, "assets": []} | the build has failed and written nothing
          {"errorsCount": 2, "entrypoints": {"m": {"assets": [{"name": "m-1.js"}]}}, "assets": [{"name": "m-1.js", "emitted": false}]} | the build has failed and written nothing
          {"inputs": {}, "outputs": {"a": []}}  | 'outputs' › 'a' is a list, not an object
          {"paths": {"a": 1}, "version": "1.1"} | 'paths' › 'a' is a number, not text
          {"latest": {"a": []}, "digests": {}}  | 'latest' › 'a' is a list, not text
          {"a": {"digested_path": 1}}           | 'a' › 'digested_path' is a number, not text
          {"a.js": {"src": 1}}                  | 'a.js' › 'src' is a number, not text
          {"status": "compile"}                 | 'status' is 'compile', so the build is still running or has failed
          {"status": "error", "message": "x"}   | 'status' is 'error', so the build is still running or has failed
          """)
  void read_wrong(String document, String what) throws IOException {
    String message = refusal("manifest.json", document.getBytes(StandardCharsets.UTF_8));
    String start = folder.resolve("manifest.json") + " is not a manifest that can be read: " + what;
    assertTrue(message.startsWith(start), message);
    String end =
        "; `vite build` with `build: { manifest: true }`,"
            + " or your bundler with its manifest plugin, writes one";
    assertTrue(message.endsWith(end), message);
  }

  @ParameterizedTest
  @CsvSource({
    "mix-manifest.json, `mix --production` with `mix.version()` writes one",
    "staticfiles.json, `manage.py collectstatic` with ManifestStaticFilesStorage writes one",
    "entrypoints.json, `encore production` writes one",
    "meta.json, `esbuild --metafile=meta.json` writes one",
    ".sprockets-manifest-0123.json, `rails assets:precompile` with Sprockets writes one",
  })
  void read_wrongNamesTheCommand(String name, String command) throws IOException {
    String message = refusal(name, "[]".getBytes(StandardCharsets.UTF_8));
    assertTrue(message.endsWith("; " + command), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vite-5.4.21-ssr-manifest", "vite-8.3.8-ssr-manifest"})
  void read_ssrManifest(String sample) throws IOException {
    byte[] bytes = Files.readAllBytes(Samples.path(sample + "/ssr-manifest.json"));
    String message = refusal("ssr-manifest.json", bytes);
    assertTrue(message.contains("like Vite's ssr-manifest.json"), message);
    assertTrue(message.contains("`build.manifest: true` writes manifest.json"), message);
  }

  @Test
  void read_cutAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(Samples.path("vite-8.3.8/manifest.json"));
    for (int length = 0; length < whole.length; length += 7) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      String message = refusal("manifest.json", cut);
      String what = length == 0 ? "it is empty" : "it is cut off, at line ";
      assertTrue(message.contains("read: " + what), () -> message);
    }
  }

  @Test
  void read_noText() throws IOException {
    byte[] bytes = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
    String message = refusal("manifest.json", bytes);
    assertTrue(
        message.contains("manifest.json is not a manifest that can be read: it is not UTF-8 text;"),
        message);
  }

  @Test
  void read_deeplyNested() throws IOException {
    String deep = "{\"a\":" + "{\"b\":".repeat(100_000) + "1" + "}".repeat(100_001);
    String message = refusal("manifest.json", deep.getBytes(StandardCharsets.UTF_8));
    assertTrue(
        message.contains("it is nested more than 100 levels deep, at line 1, column "), message);
  }

  @Test
  void read_deeplyNestedList() throws IOException {
    String deep = "{\"assets\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    String message = refusal("manifest.json", deep.getBytes(StandardCharsets.UTF_8));
    assertTrue(
        message.contains("it is nested more than 100 levels deep, at line 1, column "), message);
  }

  /** Jackson does not say where it found more than it reads. */
  @Test
  void read_beyondWhatJacksonReads() throws IOException {
    String name = "{\"" + "k".repeat(50_001) + "\": \"a.js\"}";
    String list = "{\"modules\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}";
    String number = "{\"a.js\": \"b.js\"}" + "7".repeat(1_001);
    assertRefused(
        name, "it exceeds a limit of the JSON parser: Name length (50001) exceeds the maximum");
    assertRefused(name.substring(0, 50_002), "it is cut off, ");
    assertRefused(
        list, "it exceeds a limit of the JSON parser: Document nesting depth (1001) exceeds");
    assertRefused(number, "there is more text after its end, at line 1, column ");
  }

  private void assertRefused(String document, String what) throws IOException {
    String message = refusal("manifest.json", document.getBytes(StandardCharsets.UTF_8));
    assertTrue(
        message.contains("manifest.json is not a manifest that can be read: " + what), message);
  }

  @Test
  void read_largerThan64MB() throws IOException {
    Path file = folder.resolve("manifest.json");
    try (var out =
        Files.newByteChannel(
            file,
            java.nio.file.StandardOpenOption.CREATE_NEW,
            java.nio.file.StandardOpenOption.WRITE,
            java.nio.file.StandardOpenOption.SPARSE)) {
      out.position(64L * 1024 * 1024).write(java.nio.ByteBuffer.wrap(new byte[1]));
    }
    String message =
        assertThrows(IllegalArgumentException.class, () -> Manifests.read(file)).getMessage();
    assertTrue(message.contains("it is larger than 64 MB, which no manifest is"), message);
  }

  @Test
  void read_noProperties() throws IOException {
    String message = refusal("manifest.properties", "<html>".getBytes(StandardCharsets.UTF_8));
    assertTrue(message.contains("it is not a properties file, since it begins with <"), message);
    message = refusal("manifest.properties", "a=\\u00zz".getBytes(StandardCharsets.UTF_8));
    assertTrue(message.contains("it is not a properties file: "), message);
    assertTrue(message.endsWith("`gradle assetCompile` writes one"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void read_byteOrderMark(String charset) throws IOException {
    byte[] bytes = "\ufeff{\"a é.js\": \"a é-1.js\"}".getBytes(charset);
    Manifest manifest = Manifests.read(Files.write(folder.resolve("manifest.json"), bytes));
    assertEquals(Optional.of("a é-1.js"), manifest.published("a é.js"));
  }

  @Test
  void read_propertiesInEitherEncoding() throws IOException {
    String text = "with\\ blank.css=with blank-1.css\ncafé.css=café-2.css\n";
    for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      Path file = Files.write(folder.resolve("manifest.properties"), text.getBytes(charset));
      Manifest manifest = Manifests.read(file);
      assertEquals(Optional.of("with blank-1.css"), manifest.published("with blank.css"));
      assertEquals(Optional.of("café-2.css"), manifest.published("café.css"));
    }
  }

  @Test
  void read_emptyIsSaid() throws IOException {
    try (CapturedLog log = CapturedLog.open()) {
      Path file = Files.writeString(folder.resolve("rev-manifest.json"), "{}");
      Manifest manifest = Manifests.read(file);
      assertEquals("manifest " + file + " (empty)", manifest.toString());
      assertEquals(0, manifest.names().count());
      assertEquals(Optional.empty(), manifest.entry("a.js"));
      assertEquals(
          List.of(
              "WARNING manifest "
                  + file
                  + ": it is empty; gulp with `rev()` and `rev.manifest()` published nothing"),
          log.lines());
    }
  }

  private String refusal(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return assertThrows(IllegalArgumentException.class, () -> Manifests.read(file)).getMessage();
  }
}
