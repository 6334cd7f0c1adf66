package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** All assets of a source, as a warm-up reads them. */
final class AssetsTest {
  @TempDir Path site;

  /** The names in their order, and the failure at the end if there is one. */
  static void assertAssets(List<String> expected, Stream<Asset> assets) {
    List<String> told = new ArrayList<>();
    try (assets) {
      assets.forEachOrdered(asset -> told.add(asset.path().value()));
    } catch (UncheckedIOException e) {
      told.add(e.getMessage());
    }
    assertEquals(expected, told);
  }

  private static String text(Asset asset) {
    try (InputStream bytes = asset.open()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URL jar(String name, Archive archive) throws IOException {
    return archive.write(site.resolve(name)).toUri().toURL();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void classpath_archivesFromFrontToBack() throws IOException {
    URL[] urls = {
      jar("1.jar", new Archive().file("static/z.js", "one").file("static/js/a.js", "two")),
      jar("2.jar", new Archive().file("other/none.js", "one")),
      jar("3.jar", new Archive().file("static/b.js", "three").withoutDirectories()),
    };
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      AssetSource source = AssetSource.classpath("static", loader);
      source.find(LogicalPath.of("none.js").orElseThrow()); // The loader has opened its own.
      int before = OpenFiles.below(site).size();
      List<Asset> all;
      try (Stream<Asset> assets = source.assets()) {
        all = assets.toList();
        assertEquals(
            List.of("z.js", "js/a.js", "b.js"),
            all.stream().map(asset -> asset.path().value()).toList());
        assertEquals(List.of("one", "two", "three"), all.stream().map(AssetsTest::text).toList());
        for (Asset asset : all) {
          assertEquals(text(asset).length(), asset.size());
          Asset found = source.find(asset.path()).orElseThrow();
          assertEquals(found.stamp(), asset.stamp());
          assertEquals(found.lastModified(), asset.lastModified());
          assertEquals(found.hasReliableTime(), asset.hasReliableTime());
        }
      }
      assertEquals(before, OpenFiles.below(site).size());
      for (Asset asset : all) {
        assertThrows(IllegalStateException.class, asset::open, "closed with the stream");
      }
    }
  }

  /** Handles of one file are one to the system, so that only a closed loader shows ours. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void classpath_archiveWithoutAssetsIsClosedAtOnce() throws IOException {
    Path first = new Archive().file("static/a.js", "one").write(site.resolve("1.jar"));
    URL[] urls = {first.toUri().toURL(), jar("2.jar", new Archive().file("other/b.js", "two"))};
    URLClassLoader loader = new URLClassLoader(urls, null);
    try (Stream<Asset> assets = AssetSource.classpath("static", loader).assets()) {
      assertEquals(1, assets.toList().size());
      loader.close();
      assertEquals(List.of(first.toRealPath().toString()), OpenFiles.below(site));
    }
    assertEquals(List.of(), OpenFiles.below(site));
  }

  /** What the loader finds is read where its archive is open already, and with that no longer. */
  @Test
  void classpath_loaderOfAnotherKind() throws IOException {
    URL[] urls = {jar("1.jar", new Archive().file("static/a.js", "one"))};
    try (URLClassLoader loader = new URLClassLoader(urls, null) {}) {
      List<Asset> all;
      try (Stream<Asset> assets = AssetSource.classpath("static", loader).assets()) {
        all = assets.toList();
        assertEquals(List.of("one"), all.stream().map(AssetsTest::text).toList());
      }
      assertThrows(IllegalStateException.class, all.get(0)::open);
    }
  }

  @Test
  void classpath_addressThatIsNone() throws IOException {
    Path classes = Files.createDirectory(site.resolve("classes"));
    new Archive().file("static/a.js", "one").file("static/b.js", "two").explode(classes);
    URL malformed = new URL("file:/a b.js");
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, null) {
          @Override
          public URL getResource(String name) {
            return name.equals("static/a.js") ? malformed : super.getResource(name);
          }
        }) {
      assertAssets(
          List.of("b.js", "java.io.IOException: can't read the resource's address " + malformed),
          AssetSource.classpath("static", loader).assets());
    }
  }

  @Test
  void classpath_inParallel() throws IOException {
    Archive archive = new Archive();
    for (int i = 0; i < 3_000; i++) {
      archive.file("static/" + i + ".js", "text " + i);
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar("app.jar", archive)}, null)) {
      Map<String, String> seen = new ConcurrentHashMap<>();
      try (Stream<Asset> assets = AssetSource.classpath("static", loader).assets()) {
        assets.parallel().forEach(asset -> seen.put(asset.path().value(), text(asset)));
      }
      assertEquals(3_000, seen.size());
      for (int i = 0; i < 3_000; i++) {
        assertEquals("text " + i, seen.get(i + ".js"));
      }
    }
  }

  @Test
  void classpath_firstWins() throws IOException {
    Path folder =
        new Archive()
            .file("static/in-folder.js", "folder")
            .file("static/all.js", "folder")
            .explode(Files.createDirectory(site.resolve("classes")));
    URL[] urls = {
      jar("1.jar", new Archive().file("static/both.js", "one").withoutDirectories()),
      folder.toUri().toURL(),
      jar(
          "2.jar",
          new Archive()
              .file("static/both.js", "two")
              .file("static/all.js", "two")
              .file("static/two.js", "two")),
    };
    // One of a kind that may answer to more than its archives have, too.
    try (URLClassLoader known = new URLClassLoader(urls, null);
        URLClassLoader unknown = new URLClassLoader(urls, null) {}) {
      for (ClassLoader loader : List.of(known, unknown)) {
        Map<String, String> seen = new ConcurrentHashMap<>();
        try (Stream<Asset> assets = AssetSource.classpath("static", loader).assets()) {
          assets.forEach(asset -> seen.put(asset.path().value(), text(asset)));
        }
        assertEquals(
            Map.of("both.js", "one", "all.js", "folder", "in-folder.js", "folder", "two.js", "two"),
            seen);
      }
    }
  }

  @Test
  void firstOf_earlierWins() throws IOException {
    Path theme = Files.createDirectory(site.resolve("theme"));
    Path base = Files.createDirectory(site.resolve("base"));
    Files.writeString(theme.resolve("hidden.js"), "theme");
    Files.writeString(base.resolve("hidden.js"), "base");
    Files.writeString(base.resolve("base.js"), "base");
    AssetSource listed = AssetSource.directory(theme);
    AssetSource unlisted = listed::find;
    for (AssetSource first : List.of(listed, unlisted)) {
      AssetSource both = AssetSource.firstOf(first, AssetSource.directory(base));
      Map<String, String> seen = new ConcurrentHashMap<>();
      try (Stream<Asset> assets = both.assets()) {
        assets.forEach(asset -> seen.put(asset.path().value(), text(asset)));
      }
      assertEquals(Map.of("hidden.js", "theme", "base.js", "base"), seen);
    }
  }

  @Test
  void firstOf_oneFails() throws IOException {
    Files.writeString(site.resolve("a.js"), "one");
    AssetSource files = AssetSource.directory(site);
    AssetSource failing =
        new AssetSource() {
          @Override
          public Optional<Asset> find(LogicalPath path) {
            return Optional.empty();
          }

          @Override
          public Stream<LogicalPath> paths() {
            throw new IllegalStateException("the pool is closed");
          }

          @Override
          public String toString() {
            return "database";
          }
        };
    String failure = "database: java.lang.IllegalStateException: the pool is closed";
    AssetSource source = AssetSource.firstOf(failing, files, failing);
    // The default list of a source fails at its own end already, with its own words.
    assertAssets(List.of("a.js", failure + ", and 1 more"), source.assets());
  }

  /** What lists nothing may have the asset all the same; where it can't tell, nobody can. */
  @Test
  void firstOf_earlierCanNotTell() throws IOException {
    Files.writeString(site.resolve("a.js"), "one");
    AssetSource failing =
        path -> {
          throw new IOException("connection reset");
        };
    AssetSource source = AssetSource.firstOf(failing, AssetSource.directory(site));
    assertAssets(List.of("java.io.IOException: connection reset"), source.assets());
  }

  @Test
  void firstOf_earlierBreaks() throws IOException {
    Files.writeString(site.resolve("a.js"), "one");
    AssetSource failing =
        path -> {
          throw new IllegalStateException("the pool is closed");
        };
    AssetSource source = AssetSource.firstOf(failing, AssetSource.directory(site));
    assertAssets(List.of("java.lang.IllegalStateException: the pool is closed"), source.assets());
  }

  /** What is hidden is none of the assets, wherever a link leads. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void directory_hiddenLoop() throws IOException {
    Files.writeString(site.resolve("a.js"), "one");
    Files.createSymbolicLink(site.resolve(".loop"), Path.of(".loop"));
    assertAssets(List.of("a.js"), AssetSource.directory(site).assets());
  }

  @Test
  void stream_closedEarly() throws IOException {
    int[] closed = new int[1];
    AssetSource listing =
        new AssetSource() {
          @Override
          public Optional<Asset> find(LogicalPath path) {
            return Optional.empty();
          }

          @Override
          public Stream<LogicalPath> paths() {
            return Stream.of("a.js", "b.js")
                .map(name -> LogicalPath.of(name).orElseThrow())
                .onClose(() -> closed[0]++);
          }
        };
    AssetSource both = AssetSource.firstOf(listing, path -> Optional.empty());
    try (Stream<LogicalPath> paths = both.paths()) {
      assertEquals("a.js", paths.findFirst().orElseThrow().value());
    }
    assertEquals(1, closed[0]);
    try (Stream<Asset> assets = both.assets()) {
      assertTrue(assets.findFirst().isEmpty());
    }
    assertEquals(2, closed[0]);
    assertFalse(both.toString().isEmpty());
  }
}
