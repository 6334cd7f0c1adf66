package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a user's own that throw what nobody asked for: the page stays whole. */
class OwnPartsFailuresTest extends DirectorySite {
  private final ManualTime time = ManualTime.later();

  /** A manifest over a database that comes and goes. */
  private static class Table implements Manifest {
    boolean down = true;
    boolean gone;

    @Override
    public Optional<String> published(String name) {
      if (down) {
        throw new IllegalStateException("no connection");
      }
      return name.equals("a.js") ? Optional.of("a-1.js") : Optional.empty();
    }

    @Override
    public Stream<String> names() {
      return Stream.of("a.js");
    }
  }

  @ParameterizedTest
  @EnumSource(OnMissing.class)
  void url_ownManifestThrows(OnMissing policy) {
    Table table = new Table();
    Autoversion autoversion = time.builder().manifest("/b", table).onMissing(policy).build();
    assertEquals("/b/a.js", autoversion.url("/b/a.js"));
    assertEquals("/b/a.js", autoversion.url("/b/a.js"));
    assertEquals(
        List.of(
            "WARNING a manifest of '/b/' failed: java.lang.IllegalStateException: no connection;"
                + " what it names stays as it is"),
        log.lines());
    table.down = false;
    time.advance(Duration.ofSeconds(1));
    assertEquals("/b/a-1.js", autoversion.url("/b/a.js"));
  }

  @Test
  void url_ownManifestThrowsAndComesBackUnderRecheckNever() {
    Table table = new Table();
    Autoversion autoversion = time.builder().manifest("/b", table).recheckNever().build();
    assertEquals("/b/a.js", autoversion.url("/b/a.js"));
    table.down = false;
    time.advance(Duration.ofSeconds(1));
    assertEquals("/b/a-1.js", autoversion.url("/b/a.js"));
  }

  /** Whatever else is asked: the assets are sent as they are, and pages are left to the server. */
  @Test
  void others_ownManifestThrows() throws Exception {
    write("static/a.js", "one");
    Table table = new Table();
    Autoversion autoversion = time.builder().directory("/", root).manifest("/", table).build();
    assertEquals(Optional.empty(), autoversion.version("/a.js"));
    assertEquals(
        Optional.of("a manifest of '/' failed: java.lang.IllegalStateException: no connection"),
        autoversion.explain("/a.js").reason());
    assertEquals(List.of("/a.js"), autoversion.entry("/a.js", "").modules());
    assertEquals(Map.of(), autoversion.imports(List.of("/a.js"), ""));
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/a.js")));
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/owners/12")));
    assertEquals(Optional.empty(), autoversion.integrity("/a.js"));
    assertEquals(1, log.lines().size());
    table.down = false;
    time.advance(Duration.ofSeconds(1));
    assertEquals(List.of("/a-1.js"), autoversion.entry("/a.js", "").scripts());
  }

  /** What it names can't be warmed up; the assets are. */
  @Test
  void warmUp_ownManifestThrows() throws Exception {
    write("static/a.js", "one");
    Manifest unlisted =
        new Manifest() {
          @Override
          public Optional<String> published(String name) {
            return Optional.empty();
          }

          @Override
          public Stream<String> names() {
            throw new IllegalStateException("no connection");
          }

          @Override
          public String toString() {
            return "a table";
          }
        };
    Autoversion autoversion = time.builder().manifest("/b", unlisted).directory("/s", root).build();
    assertEquals(1, autoversion.warmUp().assets());
    assertEquals("/b/b.js", autoversion.url("/b/b.js"));
    assertEquals(
        List.of(
            "WARNING a manifest of '/b/' failed: java.lang.IllegalStateException: no connection;"
                + " what it names stays as it is"),
        log.lines());
  }

  /** One that can't read a URL, or can't write one. */
  private record Broken(boolean reads) implements Placement {
    @Override
    public String insert(String url, Version version) {
      throw new IllegalStateException("insert");
    }

    @Override
    public Optional<AssetUrl> extract(String url) {
      if (reads) {
        return Optional.empty();
      }
      throw new IllegalStateException("extract");
    }
  }

  @Test
  void url_ownPlacementThrows() throws Exception {
    write("static/a.js", "one");
    for (boolean reads : new boolean[] {true, false}) {
      Autoversion autoversion =
          time.builder().directory("/s", root).placement(new Broken(reads)).build();
      assertEquals("/s/a.js", autoversion.url("/s/a.js"));
    }
    assertEquals(
        List.of(
            "WARNING '/s/a.js' stays as it is: its placement failed: "
                + "java.lang.IllegalStateException: insert",
            "WARNING '/s/a.js' stays as it is: its placement failed: "
                + "java.lang.IllegalStateException: extract"),
        log.lines());
  }

  /** Requests and all other words: with the whole site mounted, each page has such a URL. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void others_ownPlacementCantRead(boolean plain) throws Exception {
    write("static/a.js", "one");
    Autoversion.Builder builder = time.builder().directory("/", root).placement(new Broken(false));
    Autoversion autoversion = (plain ? builder.answerPlainUrls() : builder).build();
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/a.js")));
    assertEquals(Storing.NOT_IF_ABSENT, autoversion.storing(Asked.get("/a.js")));
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/owners/12")));
    assertEquals(Storing.AS_IT_SAYS, autoversion.storing(Asked.get("/owners/12")));
    assertEquals(plain, autoversion.mayRespond(Asked.get("/owners/12")));
    assertEquals(Optional.empty(), autoversion.version("/a.js"));
    assertEquals(
        Optional.of("its placement failed: java.lang.IllegalStateException: extract"),
        autoversion.explain("/a.js").reason());
    assertEquals(Optional.empty(), autoversion.integrity("/a.js"));
    assertEquals(List.of("/a.js"), autoversion.entry("/a.js", "").modules());
    assertEquals(Map.of(), autoversion.imports(List.of("/a.js"), ""));
  }

  @Test
  void others_ownPlacementCantWrite() throws Exception {
    write("static/a.js", "one");
    write("static/a.css", "a{background:url(none.png)}");
    Autoversion autoversion =
        time.builder().directory("/s", root).placement(new Broken(true)).build();
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/s/a.js")));
    assertEquals(Optional.of(new Version("7692c3ad3540")), autoversion.version("/s/a.js"));
    assertEquals(
        Optional.of("its placement failed: java.lang.IllegalStateException: insert"),
        autoversion.explain("/s/a.js").reason());
    assertEquals(Optional.empty(), autoversion.integrity("/s/a.css"));
    assertEquals(List.of("/s/a.js"), autoversion.entry("/s/a.js", "").modules());
    assertEquals(Map.of(), autoversion.imports(List.of("/s/a.js"), ""));
  }

  @Test
  void respond_ownStrategyCantTellItsVersions() throws Exception {
    write("static/a.js", "one");
    VersionStrategy strategy =
        new VersionStrategy() {
          @Override
          public Version versionOf(Asset asset) {
            return new Version("7");
          }

          @Override
          public boolean couldGive(Version version) {
            throw new IllegalStateException("couldGive");
          }
        };
    Autoversion autoversion = time.builder().directory("/s", root).version(strategy).build();
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/s/a.js?v=7")));
    assertEquals(
        List.of(
            "WARNING '/s/a.js?v=7' stays as it is: its strategy failed: "
                + "java.lang.IllegalStateException: couldGive"),
        log.lines());
  }

  /** The last one that was good is kept. */
  @Test
  void url_ownManifestBecomesNull() {
    Table table =
        new Table() {
          @Override
          public Manifest current() {
            return gone ? OwnPartsGiveNullTest.nothing() : this;
          }
        };
    table.down = false;
    Autoversion autoversion =
        time.builder().manifest("/b", table.servedAt("/x/")).manifest("/c", table).build();
    assertEquals("/x/a-1.js", autoversion.url("/b/a.js"));
    assertEquals("/c/a-1.js", autoversion.url("/c/a.js"));
    table.gone = true;
    time.advance(Duration.ofSeconds(1));
    assertEquals("/x/a-1.js", autoversion.url("/b/a.js"));
    assertEquals("/c/a-1.js", autoversion.url("/c/a.js"));
  }
}
