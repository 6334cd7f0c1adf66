package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
