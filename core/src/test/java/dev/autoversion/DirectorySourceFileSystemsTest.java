package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories on other file systems than the default one: macOS, Windows and zip. */
final class DirectorySourceFileSystemsTest {
  @TempDir Path temporary;
  @RegisterExtension private final CapturedLog log = new CapturedLog();

  private static String url(Path root, String reference) {
    return Autoversion.builder().directory("/s", root).build().url(reference);
  }

  private void assertMissing(Path root, String reference) {
    assertEquals(reference, url(root, reference));
    assertEquals(List.of(), log.lines());
  }

  private static Path write(Path root, String name, String text) throws IOException {
    return TextFile.write(root.resolve(name), text);
  }

  @Test
  void unix_file() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
      Path root = disk.getPath("/site");
      write(root, "js/two.txt", "two");
      assertEquals("/s/js/two.txt?v=3fc4ccfe7458", url(root, "/s/js/two.txt"));
      assertMissing(root, "/s/JS/two.txt");
      assertMissing(root, "/s/js");
      assertMissing(root, "/s/js/two.txt/a");
    }
  }

  @Test
  void unix_attributesOfUnix() throws IOException {
    Configuration unix =
        Configuration.unix().toBuilder()
            .setAttributeViews("basic", "owner", "posix", "unix")
            .build();
    try (FileSystem disk = Jimfs.newFileSystem(unix)) {
      Path root = disk.getPath("/site");
      write(root, "two.txt", "two");
      assertEquals("/s/two.txt?v=3fc4ccfe7458", url(root, "/s/two.txt"));
    }
  }

  /** No server can send a file by a path that means another one to it, or none. */
  @Test
  void unix_largeFile_isSentByItsBytes() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
      Path root = disk.getPath("/site");
      write(root, "big.mp4", "two".repeat(400_000));
      Autoversion autoversion = ManualTime.later().builder().directory("/s", root).build();
      Asked asked = Asked.get(autoversion.url("/s/big.mp4"));
      AssetResponse.Body body = autoversion.respond(asked).orElseThrow().body();
      assertEquals(Optional.empty(), body.file());
      assertEquals("two".repeat(400_000), Sent.of(autoversion, asked).text());
    }
  }

  @Test
  void unix_links() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
      Path root = disk.getPath("/site");
      write(root, "two.txt", "two");
      write(disk.getPath("/site_secret"), "two.txt", "two");
      Files.createSymbolicLink(root.resolve("in.txt"), disk.getPath("two.txt"));
      Files.createSymbolicLink(root.resolve("out.txt"), disk.getPath("/site_secret/two.txt"));
      Files.createSymbolicLink(root.resolve("no.txt"), disk.getPath("none"));
      Files.createSymbolicLink(root.resolve("loop.txt"), disk.getPath("loop.txt"));
      assertEquals("/s/in.txt?v=3fc4ccfe7458", url(root, "/s/in.txt"));
      assertMissing(root, "/s/out.txt");
      assertMissing(root, "/s/no.txt");
      assertMissing(root, "/s/loop.txt");
    }
  }

  @Test
  void mac_letterCase() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.osX())) {
      Path root = disk.getPath("/site");
      Path file = write(root, "js/App.js", "two");
      assertTrue(Files.exists(root.resolve("JS/app.JS")), "the disk ignores case");
      assertEquals("/s/js/App.js?v=3fc4ccfe7458", url(root, "/s/js/App.js"));
      assertMissing(root, "/s/js/app.js");
      assertMissing(root, "/s/JS/App.js");
      assertMissing(root, "/s/JS/APP.JS");
      assertMissing(root.getFileSystem().getPath("/site"), "/s/js/App.JS");
      Files.delete(file);
      assertMissing(root, "/s/js/App.js");
    }
  }

  @Test
  void mac_rootInOtherCase() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.osX())) {
      write(disk.getPath("/Site"), "App.js", "two");
      assertEquals("/s/App.js?v=3fc4ccfe7458", url(disk.getPath("/SITE"), "/s/App.js"));
    }
  }

  @Test
  void mac_unicodeForms() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.osX())) {
      Path root = disk.getPath("/site");
      write(root, "h\u00e9.js", "two");
      assertTrue(Files.exists(root.resolve("he\u0301.js")), "the disk knows one form");
      assertEquals("/s/h\u00e9.js?v=3fc4ccfe7458", url(root, "/s/h\u00e9.js"));
      assertMissing(root, "/s/he\u0301.js");
    }
  }

  @Test
  void mac_linkInOtherCase() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.osX())) {
      Path root = disk.getPath("/site");
      write(root, "real/App.js", "two");
      Files.createSymbolicLink(root.resolve("Lib"), disk.getPath("real"));
      assertEquals("/s/Lib/App.js?v=3fc4ccfe7458", url(root, "/s/Lib/App.js"));
      assertMissing(root, "/s/lib/App.js");
      assertMissing(root, "/s/Lib/app.js");
    }
  }

  @Test
  void windows_file() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.windows())) {
      Path root = disk.getPath("C:\\site");
      write(root, "js\\app.js", "two");
      assertEquals("/s/js/app.js?v=3fc4ccfe7458", url(root, "/s/js/app.js"));
      assertMissing(root, "/s/js\\app.js");
      assertMissing(root, "/s/js%5Capp.js");
      assertMissing(root, "/s/js/App.js");
      assertMissing(root, "/s/C:/site/js/app.js");
      assertMissing(root, "/s/js");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "con.js",
        "CON",
        "nul",
        "NUL.css",
        "aux.min.js",
        "prn",
        "COM1.js",
        "com9",
        "com\u00b9.js",
        "LPT0",
        "conin$.js",
        "CLOCK$",
        "a.js.",
        "dir./a.js",
        "LONGNA~1.JS",
        "DIRECT~1/a.js"
      })
  void windows_nameThatMeansSomethingElse(String name) throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.windows())) {
      Path root = disk.getPath("C:\\site");
      write(root, name, "two");
      assertMissing(root, "/s/" + name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.js:stream",
        "a.js::$DATA",
        "a.js%20",
        "a%3f.js",
        "a*.js",
        "%3Ca%3E.js",
        "a%22.js",
        "a|b.js",
        "h\u00e9*.js",
        "%c3%a9%3f.js",
        "a.js%20/b.js"
      })
  void windows_nameThatCanNotBe(String name) throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.windows())) {
      Path root = disk.getPath("C:\\site");
      write(root, "a.js", "two");
      assertMissing(root, "/s/" + name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"console.js", "null.js", "com.js", "com10.js", "a~b.js", "~1", "nul-1.js"})
  void windows_nameThatOnlyLooksOdd(String name) throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.windows())) {
      Path root = disk.getPath("C:\\site");
      write(root, name, "two");
      assertEquals("/s/" + name + "?v=3fc4ccfe7458", url(root, "/s/" + name));
    }
  }

  @Test
  void windows_nameThatMeansSomethingElse_isExplained() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.windows())) {
      Path root = disk.getPath("C:\\site");
      write(root, "nul.css", "two");
      assertEquals(
          "no asset for '/s/nul.css'; it is a name that Windows takes for something else; searched"
              + " directory C:\\site",
          Autoversion.builder()
              .directory("/s", root)
              .build()
              .explain("/s/nul.css")
              .reason()
              .orElseThrow());
    }
  }

  @Test
  void windows_paths() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.windows())) {
      Path root = disk.getPath("C:\\site");
      write(root, "js\\lib\\app.js", "two");
      write(root, "nul.css", "two");
      write(root, "DIRECT~1\\a.js", "two");
      try (var paths = AssetSource.directory(root).paths()) {
        assertEquals(List.of("js/lib/app.js"), paths.map(LogicalPath::value).toList());
      }
    }
  }

  @Test
  void zip_file() throws IOException {
    try (FileSystem zip = zip()) {
      Path root = write(zip.getPath("/"), "static/js/two.txt", "two").getParent().getParent();
      assertEquals("/s/js/two.txt?v=3fc4ccfe7458", url(root, "/s/js/two.txt"));
      assertEquals(
          "/s/static/js/two.txt?v=3fc4ccfe7458", url(zip.getPath("/"), "/s/static/js/two.txt"));
      assertMissing(root, "/s/js");
      assertMissing(root, "/s/js/no.txt");
      assertMissing(root, "/s/js/two.txt/a");
      assertMissing(root, "/s/JS/two.txt");
    }
  }

  @Test
  void zip_editSeen() throws IOException {
    try (FileSystem zip = zip()) {
      ManualTime time = ManualTime.later();
      Path file = write(zip.getPath("/static"), "a.txt", "one");
      Autoversion autoversion = time.builder().directory("/s", zip.getPath("/static")).build();
      assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
      Files.writeString(file, "three");
      time.advance(Duration.ofSeconds(1));
      assertEquals("/s/a.txt?v=8b5b9db0c13d", autoversion.url("/s/a.txt"));
    }
  }

  @Test
  void zip_closed() throws IOException {
    ManualTime time = ManualTime.later();
    Autoversion autoversion;
    try (FileSystem zip = zip()) {
      write(zip.getPath("/static"), "two.txt", "two");
      autoversion = time.builder().directory("/s", zip.getPath("/static")).build();
      assertEquals("/s/two.txt?v=3fc4ccfe7458", autoversion.url("/s/two.txt"));
    }
    time.advance(Duration.ofSeconds(1));
    assertEquals("/s/two.txt?v=3fc4ccfe7458", autoversion.url("/s/two.txt"));
    assertEquals("/s/no.txt", autoversion.url("/s/no.txt"));
    assertEquals(
        List.of(
            "WARNING '/s/two.txt' keeps its last version: directory /static failed: "
                + "java.nio.file.ClosedFileSystemException",
            "WARNING '/s/no.txt' stays unversioned: directory /static failed: "
                + "java.nio.file.ClosedFileSystemException"),
        log.lines());
  }

  private FileSystem zip() throws IOException {
    URI address = URI.create("jar:" + temporary.resolve("assets.zip").toUri());
    return FileSystems.newFileSystem(address, Map.of("create", "true"));
  }
}
