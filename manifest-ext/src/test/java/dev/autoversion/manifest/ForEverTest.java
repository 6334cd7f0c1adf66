package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Asked;
import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.Manifest;
import dev.autoversion.TextFile;
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

/** Which files are kept for ever, of manifests that list each file under its own name. */
class ForEverTest {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  @TempDir Path output;

  @ParameterizedTest
  @CsvSource({
    "webpack-5.112.2-stats/stats.json, js/main.fc965c1d.js",
    "webpack-5.112.2-stats/stats.json, js/runtime.a548fff3.js",
    "webpack-5.112.2-stats/stats.json, js/src_pages_cart_js.cf1d9a17.js",
    "webpack-5.112.2-stats/stats.json, css/main.0efe6f00.css",
    "webpack-5.112.2-stats/stats.json, files/leaf.3919f6db.png",
    "webpack-bundle-tracker-3.2.4/webpack-stats.json, js/main.fc965c1d.js",
    "webpack-bundle-tracker-3.2.4/webpack-stats.json, js/runtime.a548fff3.js",
    "webpack-bundle-tracker-3.2.4/webpack-stats.json, css/main.0efe6f00.css",
    "webpack-bundle-tracker-3.2.4/webpack-stats.json, files/leaf.3919f6db.png",
  })
  void hashedByWebpack(String manifest, String file) throws IOException {
    assertEquals(Optional.of(FOR_EVER), keeping(Samples.read(manifest), file));
    assertEquals(Optional.of("/dist/" + file), Samples.read(manifest).published(file));
  }

  /** As wro4j-maven-plugin lists its groups: the hash is all of the name. */
  @Test
  void hashedByWro4j() throws IOException {
    String file = "3c01bdbb26f358bab27f267924aa2c9a03fcfdb8.js";
    Path groups = Files.writeString(output.resolve("wro.properties"), "all.js=" + file + "\n");
    Manifest manifest = Manifests.read(groups);
    assertEquals(Optional.of(FOR_EVER), keeping(manifest, file));
    assertEquals(Optional.of(file), manifest.published("all.js"));
  }

  @ParameterizedTest
  @CsvSource({
    "webpack-5.112.2-stats/stats.json, index.html",
    "webpack-bundle-tracker-3.2.4/webpack-stats.json, index.html",
    "webpack-bundle-tracker-3.2.4/webpack-stats.json, assets-manifest.json",
  })
  void namedByTheUser(String manifest, String file) throws IOException {
    assertEquals(Optional.empty(), keeping(Samples.read(manifest), file));
  }

  /** As in development, and of what a plugin copies. */
  @Test
  void withoutHashes() throws IOException {
    Manifest stats =
        read(
            """
            {"publicPath": "/dist/", "entrypoints": {"main": {"assets": ["js/main.js"]}},
             "assets": [{"name": "js/main.js", "info": {}}, {"name": "js/lazy.js", "info": {}},
                {"name": "a.png", "info": {"sourceFilename": "src/a.png"}}]}
            """);
    Manifest tracked =
        read(
            """
            {"status": "done", "publicPath": "/dist/", "chunks": {"main": ["js/main.js"]},
             "assets": {"js/main.js": {}, "js/lazy.js": {}, "a.png": {"sourceFilename": "src/a.png"}}}
            """);
    for (String file : List.of("js/main.js", "js/lazy.js", "a.png")) {
      assertEquals(Optional.empty(), keeping(stats, file), file);
      assertEquals(Optional.empty(), keeping(tracked, file), file);
    }
  }

  /** As where a plugin's files are named otherwise than webpack's own. */
  @Test
  void withoutHashesBesideOthers() throws IOException {
    Manifest tracked =
        read(
            """
            {"status": "done", "publicPath": "/dist/",
             "chunks": {"main": ["vendors.css", "facade-deadbeef.js", "main.fc965c1d.js"]},
             "assets": {"vendors.css": {}, "facade-deadbeef.js": {}, "main.fc965c1d.js": {}}}
            """);
    assertEquals(Optional.empty(), keeping(tracked, "vendors.css"));
    assertEquals(Optional.empty(), keeping(tracked, "facade-deadbeef.js"));
    assertEquals(Optional.of(FOR_EVER), keeping(tracked, "main.fc965c1d.js"));
  }

  /** As svg sprites have it: the file is the sprite. */
  @Test
  void partsOfAFile() throws IOException {
    Manifest sprite =
        read(
            """
            {"cart.svg": "sprite-1a2b3c4d.svg#cart", "bag.svg": "sprite-1a2b3c4d.svg#bag",
             "m.js": "/dist/m.js?id=1a2b3c4d#x"}
            """);
    assertEquals(Optional.of(FOR_EVER), keeping(sprite, "sprite-1a2b3c4d.svg"));
    TextFile.write(output.resolve("m.js"), "two");
    Autoversion autoversion =
        Autoversion.builder().manifest("/dist", sprite, AssetSource.directory(output)).build();
    assertEquals("/dist/sprite-1a2b3c4d.svg", autoversion.url("/dist/sprite-1a2b3c4d.svg"));
    for (String reference : List.of("/dist/cart.svg", "/dist/bag.svg?x=1", "/dist/m.js#y")) {
      String url = autoversion.url(reference);
      assertEquals(url, autoversion.url(url));
    }
    assertEquals(
        Optional.of(FOR_EVER),
        autoversion
            .respond(Asked.get("/dist/m.js?id=1a2b3c4d"))
            .map(response -> response.headers().get("Cache-Control")));
  }

  /** Of the file itself, a manifest may know more. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'sprite.svg': {'src': 's-1a2b3c4d.svg', 'integrity': 'sha384-AAAA'},"
            + " 'cart.svg': 's-1a2b3c4d.svg#cart'}",
        "{'cart.svg': 's-1a2b3c4d.svg#cart',"
            + " 'sprite.svg': {'src': 's-1a2b3c4d.svg', 'integrity': 'sha384-AAAA'}}",
      })
  void aFileAndItsParts(String text) throws IOException {
    Autoversion autoversion =
        Autoversion.builder().manifest("/dist", read(text.replace('\'', '"'))).build();
    assertEquals(Optional.of("sha384-AAAA"), autoversion.integrity("/dist/s-1a2b3c4d.svg"));
  }

  private Manifest read(String text) throws IOException {
    return Manifests.read(Files.writeString(Files.createTempFile(output, "stats", ".json"), text));
  }

  /** Vite 8.4 lists the file of a worker under its own name, as that of a shared chunk. */
  @Test
  void workersOfVite() throws IOException {
    String workers =
        """
        "_worker_assets/w-BZ0ffai0.js": {"src": "src/w.js", "file": "assets/w-BZ0ffai0.js",
          "isWorkerEntry": true, "name": "w", "isWorker": true}}
        """;
    Manifest hashed =
        read(
            """
            {"src/c.js": {"file": "assets/c-BXg4WyPc.js", "isEntry": true,
              "assets": ["assets/w-BZ0ffai0.js"]},
            """
                + workers);
    Manifest plain =
        read("{\"src/c.js\": {\"file\": \"assets/c.js\", \"isEntry\": true}," + workers);
    assertEquals(Optional.of(FOR_EVER), keeping(hashed, "assets/w-BZ0ffai0.js"));
    assertEquals(Optional.empty(), keeping(plain, "assets/w-BZ0ffai0.js"));
  }

  private Optional<String> keeping(Manifest manifest, String file) throws IOException {
    TextFile.write(output.resolve(file), "two");
    return Autoversion.builder()
        .manifest("/dist", manifest, AssetSource.directory(output))
        .build()
        .respond(Asked.get("/dist/" + file))
        .map(response -> response.headers().get("Cache-Control"));
  }
}
