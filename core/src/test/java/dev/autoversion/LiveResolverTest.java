package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveResolverTest {
  /** A strategy that knows assets, but can't tell what covers several. */
  private static final class Releases implements VersionStrategy {
    @Override
    public Version versionOf(Asset asset) {
      return new Version("r7");
    }

    @Override
    public Version versionOf(Bundle bundle) throws IOException {
      throw new IOException("the server is down");
    }

    @Override
    public String toString() {
      return "releases";
    }
  }

  @Test
  void resolve_noVersionForAllOfAStylesheet(@TempDir Path site) throws IOException {
    Files.writeString(site.resolve("a.css"), "i{background:url(a.png)}");
    Files.writeString(site.resolve("a.png"), "two");
    Autoversion autoversion =
        ManualTime.later().builder().directory("/s", site).version(new Releases()).build();
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals("/s/a.png?v=r7", autoversion.url("/s/a.png"));
      assertEquals("/s/a.css", autoversion.url("/s/a.css"));
      String why =
          "'/s/a.css' stays unversioned: releases failed: java.io.IOException: the server is down";
      assertEquals(Optional.of(why), autoversion.explain("/s/a.css").reason());
      assertEquals(List.of("WARNING " + why), log.lines());
    }
  }

  /** A bundle's version may look unlike those of assets: the default is a hash. */
  @ParameterizedTest
  @ValueSource(strings = {"7", "rev", "1.2", "R7", "12345678"})
  void resolve_bundlesInAnotherForm(String version, @TempDir Path site) throws IOException {
    Files.writeString(site.resolve("a.css"), "i{background:url(a.png)}");
    Files.writeString(site.resolve("b.css"), "@import 'a.css';");
    Files.writeString(site.resolve("a.png"), "two");
    Autoversion autoversion =
        ManualTime.later()
            .builder()
            .directory("/s", site)
            .version(asset -> new Version(version))
            .placement(Placement.fileName())
            .onMissing(OnMissing.FAIL)
            .build();
    String url = autoversion.url("/s/b.css");
    assertEquals(url, autoversion.url(url));
    assertEquals(200, Sent.of(autoversion, Asked.get(url)).status());
    String missing =
        assertThrows(MissingAssetException.class, () -> autoversion.url("/s/b-dark.css"))
            .getMessage();
    assertEquals("no asset for '/s/b-dark.css'; searched directory " + site, missing);
  }
}
