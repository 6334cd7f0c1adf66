package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the interface has for strategies of a user's own, and its ways to those of ours. */
class VersionStrategyTest {
  @TempDir Path site;

  @Test
  void versionOf_bundle_byDefault() throws IOException {
    Files.writeString(site.resolve("a.css"), "i{background:url(a.png)}");
    Files.writeString(site.resolve("a.png"), "two");
    VersionStrategy releases = asset -> new Version("r7");
    Autoversion autoversion =
        ManualTime.later().builder().directory("/s", site).version(releases).build();
    // printf 'r7 [1]\nr7 []\n' | sha256sum
    assertEquals("/s/a.css?v=c7b2bb3d54d8", autoversion.url("/s/a.css"));
  }

  @Test
  void git_commitOfTheTreeAndOfTheFile() throws IOException {
    GitWorkTree tree = GitWorkTree.init(site);
    String first = tree.commit("a.txt", "one");
    String second = tree.commit("b.txt", "two");
    Asset asset =
        AssetSource.directory(site).find(LogicalPath.of("a.txt").orElseThrow()).orElseThrow();
    assertEquals(second, VersionStrategy.gitCommit(site).versionOf(asset).value());
    assertEquals(first, VersionStrategy.gitFileCommit(site).versionOf(asset).value());
  }
}
