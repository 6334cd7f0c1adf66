package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Asked;
import dev.autoversion.AssetResponse;
import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.LogicalPath;
import dev.autoversion.Placement;
import dev.autoversion.manifest.Manifests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
            "LICENSE",
            "app.js.map",
            "jquery.min.js",
            "my-file.js",
            "a b/c d.js",
            "é/ü.css",
            "100%.js",
            "a#b.js",
            "what?.js",
            "semi;colon.js",
            "plus+.js",
            "quote'\".js",
            "archive.tar.gz",
            "x.svgz",
            "app.",
            "-.js",
            "a-.js",
            "a--b.js",
            "%41.js",
            "日本/語.png",
            "😀.js",
            "deep/er/and/deep/er.txt",
            "a&b=c.js",
            "img (1)!.png",
            "[x].js",
            "{y}.css",
            ".well-known/a.json",
            "a-3fc4ccfe7458.css",
            "no-9f3c2ab1d04e.js",
            "A.js",
            "empty.js")) {
      site.write("static/" + name, name.startsWith("empty") ? "" : "text of " + name);
    }
    site.write(
        "static/css/all.css",
        "@import '../é/ü.css'; @import url(../%7By%7D.css);\n"
            + "a { b: url('../a%20b/c%20d.js'); c: url(../missing.png); d: url(/static/%F0%9F%98%80.js) }");
    site.write(
        "static/css/percent.css",
        "i{b:url(../100%25.js)} u{b:url(../%2541.js)} s{b:url(../semi;colon.js)}");
    site.write("static/css/semi;colon.css", "i { b: url(../LICENSE) }");
    site.write("static/css/one.css", "@import 'two.css'; i { b: url(../LICENSE) }");
    site.write("static/css/two.css", "@import 'one.css';");
    site.write("static/i.svg", "<svg><image href='a%20b/c%20d.js'/></svg>");
    site.write("static/m.webmanifest", "{\"icons\": [{\"src\": \"x.svgz\"}]}");
    site.write("static/large.txt", "0123456789abcdef".repeat(200_000));
    compare(target.resolve("static"), 39);
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

  /** What the library says of an asset before there are copies. */
  private record Told(String url, String integrity, String version, String type, byte[] sent) {}

  private void compare(Path folder, int assets) throws Exception {
    Map<String, Told> told = new TreeMap<>();
    Autoversion library = library(folder);
    for (String path : new Tree(folder).names()) {
      told.put(path, told(library, reference(path)));
    }
    Fingerprint.of(folder).prefix("/static").codings(ContentCoding.GZIP).run();
    Path manifest = target.resolve("META-INF/autoversion/manifest.json");
    SortedMap<String, Entry> section = new ManifestStore(manifest).current().section("/static");
    assertEquals(told.keySet(), section.keySet());
    assertEquals(assets, new Wholeness(manifest, folder).check());
    Autoversion after = library(folder);
    compareUrls(after, manifest, section.keySet());
    for (Map.Entry<String, Entry> asset : section.entrySet()) {
      Told before = told.get(asset.getKey());
      compare(before, asset.getValue(), folder);
      assertEquals(before.url(), after.url(reference(asset.getKey())), "copies change nothing");
      compare(before, told(after, before.url()));
      assertEquals(covers(after, asset.getKey()), asset.getValue().covers(), asset.getKey());
      Files.setLastModifiedTime(
          folder.resolve(asset.getKey()), FileTime.from(Instant.now().plusSeconds(60)));
    }
    Autoversion touched =
        Autoversion.builder()
            .manifest("/static", Manifests.read(manifest), AssetSource.directory(folder))
            .placement(Placement.fileName())
            .build();
    for (Map.Entry<String, Entry> asset : section.entrySet()) {
      assertEquals(
          asset.getValue().file(), copy(touched.url(reference(asset.getKey()))).orElseThrow());
    }
  }

  private static Autoversion library(Path folder) {
    return Autoversion.builder()
        .directory("/static", folder)
        .placement(Placement.fileName())
        .build();
  }

  private static String reference(String path) throws URISyntaxException {
    String encoded = new URI(null, null, "/" + path, null).getRawPath();
    return "/static" + encoded.replace(";", "%3B");
  }

  /** With the manifest a page says what it says without. */
  private static void compareUrls(Autoversion library, Path manifest, Set<String> paths)
      throws Exception {
    Autoversion built = Autoversion.builder().manifest("/static", Manifests.read(manifest)).build();
    for (String path : paths) {
      for (String reference : spellings(path)) {
        String url = library.url(reference);
        assertEquals(url, built.url(reference));
        assertEquals(url, built.url(url));
      }
    }
  }

  /** As tools escape it, as a person writes it, and with more escapes than needed. */
  private static List<String> spellings(String path) throws URISyntaxException {
    StringBuilder all = new StringBuilder();
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = octet >= 'a' && octet <= 'z' || octet == '/' || octet == '.';
      all.append(plain ? (char) octet + "" : "%%%02x".formatted(octet));
    }
    String written =
        path.replace("%", "%25").replace("?", "%3F").replace("#", "%23").replace(";", "%3B");
    return List.of(reference(path), "/static/" + written + "?x#y", "/static/" + all);
  }

  private static Told told(Autoversion library, String reference) throws IOException {
    String url = library.url(reference);
    AssetResponse response = library.respond(Asked.get(url)).orElseThrow();
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    response.body().writeTo(sent);
    return new Told(
        url,
        library.integrity(reference).orElseThrow(),
        library.version(reference).orElseThrow().value(),
        response.headers().get("Content-Type"),
        sent.toByteArray());
  }

  /** Asked for by the name of its copy, which no manifest names, an asset is what it was. */
  private static void compare(Told before, Told after) {
    assertEquals(before.url(), after.url());
    assertEquals(before.integrity(), after.integrity(), before.url());
    assertEquals(before.version(), after.version(), before.url());
    assertEquals(-1, Arrays.mismatch(before.sent(), after.sent()), before.url());
  }

  private static void compare(Told told, Entry entry, Path folder) throws IOException {
    assertEquals(Optional.of(entry.file()), copy(told.url()));
    assertEquals(told.integrity(), entry.integrity(), entry.file());
    assertEquals(told.version(), entry.version(), entry.file());
    assertTrue(told.type().startsWith(entry.type()), entry.file() + " is " + told.type());
    byte[] copy = Files.readAllBytes(folder.resolve(entry.file()));
    assertEquals(-1, Arrays.mismatch(told.sent(), copy), entry.file());
  }

  private static Optional<String> copy(String url) {
    return LogicalPath.ofUrlPath(url.substring("/static/".length())).map(LogicalPath::value);
  }

  /** The other assets that the version covers. */
  private static List<String> covers(Autoversion library, String path) throws Exception {
    return library.explain(reference(path)).covers().stream()
        .map(name -> name.substring("/static/".length()))
        .filter(name -> !name.equals(path))
        .sorted()
        .toList();
  }
}
