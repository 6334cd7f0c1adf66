package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.AssetRequest;
import dev.autoversion.AssetResponse;
import dev.autoversion.Autoversion;
import dev.autoversion.LogicalPath;
import dev.autoversion.Placement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every name, byte and integrity is what the running library prints and sends. */
class SameAsLibraryTest {
  @TempDir Path target;

  @Test
  void oddNames() throws Exception {
    Tree site = new Tree(target);
    for (String name :
        List.of(
            "LICENSE", "app.js.map", "jquery.min.js", "my-file.js", "a b/c d.js", "é/ü.css",
            "100%.js", "a#b.js", "what?.js", "semi;colon.js", "plus+.js", "quote'\".js",
            "archive.tar.gz", "x.svgz", "app.", "-.js", "a-.js", "a--b.js", "%41.js",
            "日本/語.png", "😀.js", "deep/er/and/deep/er.txt", "a&b=c.js", "[x].js", "{y}.css",
            ".well-known/a.json", "a-3fc4ccfe7458.css", "no-9f3c2ab1d04e.js", "empty.js")) {
      site.write("static/" + name, name.startsWith("empty") ? "" : "text of " + name);
    }
    site.write(
        "static/css/all.css",
        "@import '../é/ü.css'; @import url(../%7By%7D.css);\n"
            + "a { b: url('../a%20b/c%20d.js'); c: url(../missing.png); d: url(/static/%F0%9F%98%80.js) }");
    site.write("static/css/one.css", "@import 'two.css'; i { b: url(../LICENSE) }");
    site.write("static/css/two.css", "@import 'one.css';");
    site.write("static/i.svg", "<svg><image href='a%20b/c%20d.js'/></svg>");
    site.write("static/m.webmanifest", "{\"icons\": [{\"src\": \"x.svgz\"}]}");
    site.write("static/large.txt", "0123456789abcdef".repeat(200_000));
    compare(target.resolve("static"), 35);
  }

  @Test
  void stylesheetsOfPackages() throws Exception {
    Path fixtures = Path.of("..", "core", "src", "test", "resources", "fixtures");
    Path folder = Files.createDirectories(target.resolve("static"));
    try (Stream<Path> files = Files.walk(fixtures)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(fixtures.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    compare(folder, new Tree(folder).names().size());
  }

  private void compare(Path folder, int assets) throws Exception {
    Autoversion before = library(folder);
    Fingerprint.of(folder).prefix("/static").codings(ContentCoding.GZIP).run();
    Path manifest = target.resolve("META-INF/autoversion/manifest.json");
    SortedMap<String, Entry> section = new ManifestStore(manifest).current().section("/static");
    assertEquals(assets, section.size());
    assertEquals(assets, new Wholeness(manifest, folder).check());
    for (Map.Entry<String, Entry> asset : section.entrySet()) {
      compare(before, folder, asset.getKey(), asset.getValue());
      compare(library(folder), folder, asset.getKey(), asset.getValue());
    }
  }

  private static Autoversion library(Path folder) {
    return Autoversion.builder()
        .directory("/static", folder)
        .placement(Placement.fileName())
        .build();
  }

  private static void compare(Autoversion library, Path folder, String path, Entry entry)
      throws IOException, URISyntaxException {
    String reference = "/static/" + new URI(null, null, "/" + path, null).getRawPath().substring(1);
    reference = reference.replace(";", "%3B");
    String url = library.url(reference);
    assertEquals(
        Optional.of(entry.file()),
        LogicalPath.ofUrlPath(url.substring("/static/".length())).map(LogicalPath::value),
        path);
    assertEquals(Optional.of(entry.integrity()), library.integrity(reference), path);
    assertEquals(
        Optional.of(entry.version()), library.version(reference).map(v -> v.value()), path);
    AssetResponse response = library.respond(new Get(url)).orElseThrow();
    String type = response.headers().get("Content-Type");
    assertTrue(type.startsWith(entry.type()), path + " is " + type);
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    response.body().writeTo(sent);
    byte[] copy = Files.readAllBytes(folder.resolve(entry.file()));
    assertEquals(-1, Arrays.mismatch(copy, sent.toByteArray()), path);
  }

  private record Get(String path) implements AssetRequest {
    @Override
    public String method() {
      return "GET";
    }

    @Override
    public Optional<String> query() {
      return Optional.empty();
    }

    @Override
    public String contextPath() {
      return "";
    }

    @Override
    public List<String> headers(String name) {
      return List.of();
    }
  }
}
