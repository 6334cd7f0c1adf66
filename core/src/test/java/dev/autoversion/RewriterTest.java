package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** A server that serves the copy looks for a file of that whole name. */
  @ParameterizedTest
  @CsvSource({
    "a;b.png,         a%3Bb-3fc4ccfe7458.png",
    ";c.png,          %3Bc-3fc4ccfe7458.png",
    "./a;b.png?x#y,   ./a%3Bb-3fc4ccfe7458.png?x#y",
    "/shop/s/a;b.png, /shop/s/a%3Bb-3fc4ccfe7458.png",
    "a%3bb.png,       a%3bb-3fc4ccfe7458.png",
    "x;y/a.png,       x;y/a-3fc4ccfe7458.png",
    "x;y/a;b;c,       x;y/a%3Bb%3Bc-3fc4ccfe7458",
    "a.png;x=y,       a-3fc4ccfe7458.png;x=y",
    "none;b.png,      none;b.png",
    "a;b-3fc4ccfe7458.png, a;b-3fc4ccfe7458.png",
  })
  void rewrite_semicolon(String written, String sent) throws IOException {
    Files.writeString(site.resolve("a;b.png"), "two");
    Files.writeString(site.resolve(";c.png"), "two");
    Files.createDirectory(site.resolve("x;y"));
    Files.writeString(site.resolve("x;y/a.png"), "two");
    Files.writeString(site.resolve("x;y/a;b;c"), "two");
    Files.writeString(site.resolve("c.css"), "i{background:url(" + written + ")}");
    assertEquals("i{background:url(" + sent + ")}", sent(fileNames(), "c.css"));
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

  /** A sprite has many pictures, and a bundler may have two files of one name. */
  @Test
  void rewrite_fileOfABuildInSeveralWays() throws IOException {
    Files.writeString(
        site.resolve("c.css"),
        "i{background:url(/shop/build/logo.png#a), url(/shop/build/logo.png#b),"
            + " url(/shop/build/logo.png?x), url(/shop/build/logo.png?inline)}");
    LiteralManifest built =
        new LiteralManifest(
            Map.of("logo.png", "logo-1.png", "logo.png?inline", "logo-2.png"), Map.of(), Map.of());
    assertEquals(
        "i{background:url(/shop/build/logo-1.png#a), url(/shop/build/logo-1.png#b),"
            + " url(/shop/build/logo-1.png?x), url(/shop/build/logo-2.png)}",
        sent(built, "c.css"));
  }

  /** An edited stylesheet, whose published file is the one before. */
  @Test
  void rewrite_fileOfABuildThatHasItsName() throws IOException {
    Files.writeString(site.resolve("d.css"), "i{background:url(d.css?x)}");
    Autoversion autoversion =
        ManualTime.later()
            .builder()
            .manifest(
                "/s",
                new LiteralManifest(Map.of("d.css?x", "d-1.css"), Map.of(), Map.of()),
                AssetSource.directory(site))
            .build();
    assertEquals(
        "i{background:url(d-1.css)}",
        Sent.of(autoversion, Asked.get(autoversion.url("/s/d.css"))).text());
  }

  /** With a strategy that is no hash, what a build has made is as new as what refers to it. */
  @ParameterizedTest
  @ValueSource(strings = {"/s/old.css", "/s/new.css"})
  void rewrite_fileOfABuild_timesAreThoseOfTheFiles(String first) throws IOException {
    write("old.css", 1, "i{background:url(/build/logo.png)}");
    write("new.css", 2, "@import 'old.css';i{background:url(/build/logo.png)}");
    Autoversion autoversion =
        ManualTime.later()
            .builder()
            .directory("/s", site)
            .manifest("/build", BUILT)
            .version(VersionStrategy.lastModified())
            .build();
    autoversion.url(first);
    assertEquals("/s/old.css?v=86400.0", autoversion.url("/s/old.css"));
    assertEquals("/s/new.css?v=172800.0", autoversion.url("/s/new.css"));
    assertEquals(
        "i{background:url(/build/logo-1.png)}",
        Sent.of(autoversion, Asked.get("/s/old.css?v=86400.0")).text());
  }

  private void write(String name, int day, String text) throws IOException {
    Path file = Files.writeString(site.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.from(day, TimeUnit.DAYS));
  }

  private String sent(Manifest built, String name) throws IOException {
    return sent(site().manifest("/build", built).build(), name);
  }

  private Autoversion fileNames() {
    return site().placement(Placement.fileName()).build();
  }

  private Autoversion.Builder site() {
    return ManualTime.later().builder().directory("/s", site).contextPath("/shop");
  }

  private static String sent(Autoversion autoversion, String name) throws IOException {
    return Sent.of(autoversion, Asked.get(autoversion.url("/shop/s/" + name)).in("/shop")).text();
  }
}
