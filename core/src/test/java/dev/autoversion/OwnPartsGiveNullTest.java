package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts of a user's own that give null. */
class OwnPartsGiveNullTest extends DirectorySite {
  private static final String NULL = " java.lang.NullPointerException: ";

  private final ManualTime time = ManualTime.later();

  /** The message names the method, as no trace leads to what has returned. */
  @Test
  void url_ownPartsGiveNull() throws Exception {
    write("static/a.js", "one");
    Autoversion.Builder builder = time.builder().directory("/s", root);
    assertEquals("/s/a.js", builder.version(asset -> nothing()).build().url("/s/a.js"));
    AssetSource source = path -> nothing();
    assertEquals("/t/b.js", time.builder().source("/t", source).build().url("/t/b.js"));
    assertEquals(
        List.of(
            "WARNING '/s/a.js' stays unversioned: directory "
                + root
                + " failed: java.lang.NullPointerException: versionOf() of the version strategy"
                + " gave null",
            "WARNING '/t/b.js' stays unversioned: a source or strategy without toString failed:"
                + " java.lang.NullPointerException: find() of the asset source gave null"),
        log.lines());
  }

  /** Joined to what precedes it, it would be a URL: {@code /xnull}. */
  @Test
  void others_ownPlacementWritesNull() throws Exception {
    write("static/a.js", "one");
    Placement placement =
        new Placement() {
          @Override
          public String insert(String url, Version version) {
            return nothing();
          }

          @Override
          public Optional<AssetUrl> extract(String url) {
            return Optional.empty();
          }
        };
    Autoversion autoversion = time.builder().directory("/x/s", root).placement(placement).build();
    assertEquals("/x/s/a.js", autoversion.url("/x/s/a.js"));
    String why = "its placement failed: java.lang.NullPointerException: insert() of the placement";
    assertEquals(Optional.of(why + " gave null"), autoversion.explain("/x/s/a.js").reason());
    assertEquals(List.of("/x/s/a.js"), autoversion.entry("/x/s/a.js", "").modules());
    assertEquals(Map.of(), autoversion.imports(List.of("/x/s/a.js"), ""));
    assertEquals(List.of("WARNING '/x/s/a.js' stays as it is: " + why + " gave null"), log.lines());
  }

  @Test
  void url_ownStrategyGivesNullForABundle() throws Exception {
    write("static/a.css", "a{background:url(a.png)}");
    write("static/a.png", "one");
    VersionStrategy strategy =
        new VersionStrategy() {
          @Override
          public Version versionOf(Asset asset) {
            return new Version("7");
          }

          @Override
          public Version versionOf(Bundle bundle) {
            return nothing();
          }

          @Override
          public String toString() {
            return "own";
          }
        };
    Autoversion autoversion = time.builder().directory("/s", root).version(strategy).build();
    assertEquals("/s/a.css", autoversion.url("/s/a.css"));
    assertEquals(
        List.of(
            "WARNING '/s/a.css' stays unversioned: own failed: java.lang.NullPointerException:"
                + " versionOf() of the version strategy gave null"),
        log.lines());
  }

  @ParameterizedTest
  @EnumSource(OnMissing.class)
  void url_ownSourceGivesNoReason(OnMissing policy) {
    AssetSource source =
        new AssetSource() {
          @Override
          public Optional<Asset> find(LogicalPath path) {
            return Optional.empty();
          }

          @Override
          public Optional<String> whyAbsent(LogicalPath path) {
            return nothing();
          }

          @Override
          public String toString() {
            return "own";
          }
        };
    Autoversion autoversion = time.builder().source("/s", source).onMissing(policy).build();
    String missing = "no asset for '/s/a.js'; searched own";
    String said = "";
    try {
      assertEquals("/s/a.js", autoversion.url("/s/a.js"));
    } catch (MissingAssetException e) {
      said = e.getMessage();
    }
    assertEquals(policy == OnMissing.FAIL ? missing : "", said);
    assertEquals(policy == OnMissing.WARN ? List.of("WARNING " + missing) : List.of(), log.lines());
    assertEquals(Optional.of(missing), autoversion.explain("/s/a.js").reason());
  }

  @Test
  void others_ownAssetGivesNoStamp() throws Exception {
    write("static/a.js", "import './b.js'");
    write("static/b.js", "one");
    AssetSource files = AssetSource.directory(root);
    AssetSource source = path -> files.find(path).map(Stampless::new);
    Autoversion autoversion = time.builder().source("/s", source).build();
    assertEquals("/s/a.js", autoversion.url("/s/a.js"));
    assertEquals(List.of("/s/a.js"), autoversion.entry("/s/a.js", "").modules());
    assertEquals(
        List.of(
            "WARNING '/s/a.js' stays unversioned: a source or strategy without toString failed:"
                + " java.lang.NullPointerException: stampNow() of the asset gave null"),
        log.lines());
  }

  /** An asset as it is, but for the second look at it. */
  private record Stampless(Asset asset) implements WrappedAsset {
    @Override
    public InputStream open() throws IOException {
      return asset.open();
    }

    @Override
    public Stamp stampNow() {
      return nothing();
    }
  }

  /** As a class loader gives null for a resource that is not there. */
  @Test
  void url_ownAssetGivesNoStampOrBytes() throws Exception {
    for (String name : List.of("a.js", "a.css", "b.js")) {
      write("static/" + name, "one");
    }
    AssetSource files = AssetSource.directory(root);
    AssetSource source =
        path -> files.find(path).map(asset -> new Empty(asset, path.value().equals("b.js")));
    Autoversion autoversion = time.builder().source("/s", source).build();
    String own = " stays unversioned: a source or strategy without toString failed:";
    for (String name : List.of("/s/a.js", "/s/a.css", "/s/b.js")) {
      assertEquals(name, autoversion.url(name));
    }
    assertEquals(
        List.of(
            "WARNING '/s/a.js'" + own + NULL + "open() of the asset gave null",
            "WARNING '/s/a.css'" + own + NULL + "open() of the asset gave null",
            "WARNING '/s/b.js'" + own + NULL + "stamp() of the asset gave null"),
        log.lines());
  }

  /** Of a file that is not held in memory, whose version does not depend on its bytes. */
  @Test
  void respond_ownAssetGivesNoBytes() throws Exception {
    write("static/a.png", "x".repeat(2_000_000));
    write("static/a.js", "x".repeat(2_000_000));
    AssetSource files = AssetSource.directory(root);
    AssetSource source = path -> files.find(path).map(asset -> new Empty(asset, false));
    VersionStrategy fixed = VersionStrategy.fixed("7");
    Autoversion autoversion = time.builder().source("/s", source).version(fixed).build();
    AssetResponse response = autoversion.respond(Asked.get("/s/a.png?v=7")).orElseThrow();
    Exception e =
        assertThrows(
            NullPointerException.class,
            () -> response.body().writeTo(OutputStream.nullOutputStream()));
    assertEquals("open() of the asset gave null", e.getMessage());
    assertEquals(Optional.empty(), autoversion.integrity("/s/a.js"));
    String unreadable =
        "WARNING '/s/a.js' can't be read: a source without toString, mounted at /s/:";
    assertEquals(List.of(unreadable + NULL + "open() of the asset gave null"), log.lines());
  }

  private record Empty(Asset asset, boolean stampless) implements WrappedAsset {
    @Override
    public InputStream open() {
      return nothing();
    }

    @Override
    public Stamp stamp() throws IOException {
      return stampless ? nothing() : asset.stamp();
    }
  }

  @Test
  void manifest_ownHasNoPart() {
    Manifest manifest =
        new Manifest() {
          @Override
          public Optional<String> published(String name) {
            return Optional.empty();
          }

          @Override
          public Stream<String> names() {
            return Stream.empty();
          }

          @Override
          public Manifest mountedAt(String prefix) {
            return nothing();
          }
        };
    Autoversion.Builder builder = Autoversion.builder();
    for (Manifest each : List.of(manifest, manifest.servedAt("/x/"))) {
      Exception e = assertThrows(NullPointerException.class, () -> builder.manifest("/b", each));
      assertEquals("mountedAt() of the manifest gave null", e.getMessage());
    }
  }

  @SuppressWarnings("NullAway") // What a class without it may give.
  static <T> T nothing() {
    return null;
  }
}
