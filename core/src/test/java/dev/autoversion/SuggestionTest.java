package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @TempDir Path site;

  @BeforeEach
  void writeSite() throws IOException {
    write("aaa.js");
    write("app.js");
    write("css/print.css");
    write("css/site.css");
    write("img/logo.svg");
    write(".env");
    write("WEB-INF/web.xml");
  }

  @ParameterizedTest
  @CsvSource({
    "ap.js,          app.js",
    "apq.js,         app.js",
    "APP.JS,         app.js",
    "css/sit.css,    css/site.css",
    "css/sight.css,  css/site.css",
    "site.css,       none",
    "img/logo.png,   img/logo.svg",
    "css/prints.css, css/print.css",
    "env,            none",
    "web-inf/web.xml, none",
    "something/else/entirely.woff2, none",
    "static/css/site.css, css/site.css",
    "src/main/resources/static/css/site.css, css/site.css",
    "STATIC/CSS/site.css, css/site.css",
    "static/aaa.js/app.js, app.js",
    "static/css/sit.css, none",
    "static/mysite.css, none",
    "a/b/c/d/e/app.js, none",
  })
  void near_nearestName(String wanted, String name) {
    assertEquals(name, near(wanted));
  }

  /** {@code aaa.js} comes first in the alphabet, but is two steps away. */
  @Test
  void near_fartherNameNeverWins() throws IOException {
    write("abp.js");
    assertEquals("abp.js", near("abpp.js"));
    assertEquals("app.js", near("appp.js"));
  }

  /** What is written in front may be the folder on the disk; a name that is misspelt wins. */
  @Test
  void near_foldersInFront_longestNameThatIsLeft() throws IOException {
    write("print.css");
    write("css/css/print.css");
    assertEquals("css/print.css", near("public/css/print.css"));
    write("public/css/paint.css");
    assertEquals("public/css/paint.css", near("public/css/print.css"));
  }

  @Test
  void near_equallyNear_firstOfAlphabet() throws IOException {
    write("x1.js");
    write("x2.js");
    write("x0.js");
    assertEquals("x0.js", near("x.js"));
  }

  @Test
  void near_longestName() throws IOException {
    String name = "b".repeat(200);
    write(name);
    assertEquals(name, near("b".repeat(199) + "c"));
    assertEquals("none", near("b".repeat(200) + "c"));
  }

  @Test
  void near_longName() {
    assertEquals("none", near("a".repeat(100_000)));
  }

  @Test
  void near_directoryGone() throws IOException {
    AssetSource gone = AssetSource.directory(Files.createDirectory(site.resolve("gone")));
    Files.delete(site.resolve("gone"));
    assertEquals("none", near(gone, "app.js"));
  }

  /** A source that can't list its names, as most of a user's own can't. */
  @Test
  void near_noList() {
    AssetSource source = path -> java.util.Optional.empty();
    assertEquals("none", near(source, "app.js"));
  }

  private String near(String wanted) {
    return near(AssetSource.directory(site), wanted);
  }

  private static String near(AssetSource source, String wanted) {
    Mount mount = new Mount(UrlPrefix.of("/s"), List.of(), null, source, List.of());
    return Suggestion.near(mount, wanted).orElse("none");
  }

  private void write(String name) throws IOException {
    TextFile.write(site.resolve(name), "two");
  }
}
