package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stylesheet that is sent refers to. */
class RewriterTest {
  private static final LiteralManifest BUILT =
      new LiteralManifest(Map.of("logo.png", "logo-1.png"), Map.of(), Map.of());

  @TempDir Path site;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(site.resolve("a.png"), "two");
    Files.writeString(
        site.resolve("a.css"), "i{background:url(a.png), url(#x), url('data:,x'), url()}");
    Files.writeString(site.resolve("b.css"), "i{background:url(../build/logo.png)}");
  }

  @Test
  void rewrite_whatNamesNoAsset() throws IOException {
    assertEquals(
        "i{background:url(a.png?v=3fc4ccfe7458), url(#x), url('data:,x'), url()}",
        sent(BUILT, "a.css"));
  }

  @Test
  void rewrite_fileOfABuild() throws IOException {
    assertEquals("i{background:url(../build/logo-1.png)}", sent(BUILT, "b.css"));
  }

  /** Neither the application's path nor the way up to it belongs in front. */
  @Test
  void rewrite_fileOfABuildThatIsElsewhere() throws IOException {
    assertEquals(
        "i{background:url(https://cdn.example/x/logo-1.png)}",
        sent(BUILT.servedAt("https://cdn.example/x/"), "b.css"));
  }

  private String sent(Manifest built, String name) throws IOException {
    Autoversion autoversion =
        ManualTime.later()
            .builder()
            .directory("/s", site)
            .manifest("/build", built)
            .contextPath("/shop")
            .build();
    return Sent.of(autoversion, Asked.get(autoversion.url("/shop/s/" + name)).in("/shop")).text();
  }
}
