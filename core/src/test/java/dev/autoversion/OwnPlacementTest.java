package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Placements of a user's own, which put a version where none of ours does. */
class OwnPlacementTest {
  /** {@code app.js;v=9f3c}, {@code app.js~9f3c}: after everything that the path has. */
  private record Behind(String mark) implements Placement {
    @Override
    public String insert(String url, Version version) {
      UrlParts parts = UrlParts.of(url);
      return parts.withPath(parts.path() + mark + version);
    }

    @Override
    public Optional<AssetUrl> extract(String url) {
      UrlParts parts = UrlParts.of(url);
      int at = parts.path().lastIndexOf(mark);
      return at < 0
          ? Optional.empty()
          : Version.parse(parts.path().substring(at + mark.length()))
              .map(version -> new AssetUrl(parts.withPath(parts.path().substring(0, at)), version));
    }
  }

  /** {@code app.js?v=9f3c?v=1}: does not replace a version that is there, and reads the first. */
  private record Appended() implements Placement {
    @Override
    public String insert(String url, Version version) {
      return url + "?v=" + version;
    }

    @Override
    public Optional<AssetUrl> extract(String url) {
      String[] parts = url.split("\\?v=", 2);
      return parts.length < 2
          ? Optional.empty()
          : Version.parse(parts[1]).map(version -> new AssetUrl(parts[0], version));
    }
  }

  @TempDir Path site;

  @BeforeEach
  void writeSite() throws IOException {
    Files.writeString(site.resolve("app.js"), "two");
  }

  private Autoversion.Builder at(String prefix, Placement placement) {
    return ManualTime.later().builder().directory(prefix, site).placement(placement);
  }

  @Test
  void url_versionInParameters() throws IOException {
    Autoversion autoversion = at("/s", new Behind(";v=")).onMissing(OnMissing.FAIL).build();
    String url = autoversion.url("/s/app.js?x=1");
    assertEquals("/s/app.js;v=3fc4ccfe7458?x=1", url);
    assertEquals(url, autoversion.url(url));
    assertEquals(url, autoversion.explain(url).url());
    assertEquals(200, Sent.of(autoversion, Asked.get(url)).status());
    assertEquals(
        "no asset for '/s/app.js;v=99c4ccfe7458': '/s/app.js' is there in another version,"
            + " 3fc4ccfe7458; write its name without a version",
        assertThrows(MissingAssetException.class, () -> autoversion.url("/s/app.js;v=99c4ccfe7458"))
            .getMessage());
  }

  @Test
  void respond_otherVersionInParameters() throws IOException {
    Autoversion autoversion = at("/s", new Behind(";v=")).build();
    Asked stale = Asked.get("/s/app.js;v=99c4ccfe7458");
    Sent sent = Sent.of(autoversion, stale);
    assertEquals(302, sent.status());
    assertEquals("app.js", sent.header("Location"));
    assertEquals(Storing.NEVER, autoversion.storing(Asked.get("/s/gone.js;v=99c4ccfe7458")));
  }

  /** A file's name may have a semicolon, and then contains no version. */
  @Test
  void url_fileWithParametersInItsName() throws IOException {
    Files.writeString(site.resolve("app.js;v=3fc4ccfe7458"), "three");
    Autoversion autoversion = at("/s", new Behind(";v=")).build();
    assertEquals(
        "/s/app.js;v=3fc4ccfe7458;v=8b5b9db0c13d", autoversion.url("/s/app.js;v=3fc4ccfe7458"));
  }

  /** Where the whole site is mounted, the ending tells assets and pages apart. */
  @Test
  void storing_versionBehindTheEnding() throws IOException {
    Autoversion autoversion = at("/", new Behind("~")).onMissing(OnMissing.FAIL).build();
    String url = autoversion.url("/app.js");
    assertEquals("/app.js~3fc4ccfe7458", url);
    assertEquals(200, Sent.of(autoversion, Asked.get(url)).status());
    Asked vanished = Asked.get("/gone.js~3fc4ccfe7458");
    assertEquals(Optional.empty(), autoversion.respond(vanished));
    assertEquals(Storing.NEVER, autoversion.storing(vanished));
    assertThrows(MissingAssetException.class, () -> autoversion.url("/gone.js~3fc4ccfe7458"));
    assertEquals("/owners~3fc4ccfe7458", autoversion.url("/owners~3fc4ccfe7458"));
    assertEquals("/gone.js~old", autoversion.url("/gone.js~old"));
  }

  /** What a placement takes for a version may be the mount, so that no asset's name is left. */
  @Test
  void storing_versionInEverything() throws IOException {
    Placement first =
        new Placement() {
          @Override
          public String insert(String url, Version version) {
            return "/" + version + url;
          }

          @Override
          public Optional<AssetUrl> extract(String url) {
            int end = url.indexOf('/', 1);
            return end < 0
                ? Optional.empty()
                : Version.parse(url.substring(1, end))
                    .map(version -> new AssetUrl(url.substring(end), version));
          }
        };
    Autoversion autoversion = at("/s", first).version(asset -> new Version("r7")).build();
    assertEquals(Storing.NOT_IF_ABSENT, autoversion.storing(Asked.get("/s/gone.js")));
    assertEquals(Storing.NOT_IF_ABSENT, autoversion.storing(Asked.get("/s/app.js")));
  }

  @Test
  void url_placementReplacesNoVersion() {
    Autoversion autoversion = at("/s", new Appended()).build();
    assertEquals("/s/app.js?v=3fc4ccfe7458", autoversion.url("/s/app.js"));
    assertEquals("/s/app.js?v=3fc4ccfe7458", autoversion.url("/s/app.js?v=99c4ccfe7458"));
  }
}
