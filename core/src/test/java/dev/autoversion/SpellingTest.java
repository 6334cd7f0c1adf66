package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import com.google.common.jimfs.PathNormalization;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Disks that take several spellings for one file, as those of macOS and Windows do, also where they
 * are mounted into Linux.
 */
@ParameterizedClass
@ValueSource(strings = {"posix", "unix"})
final class SpellingTest {
  @Parameter private String attributes = "";

  /** A disk that keeps a name as it was written, and finds it by any case and Unicode form. */
  private FileSystem disk() {
    return Jimfs.newFileSystem(
        Configuration.unix().toBuilder()
            .setAttributeViews("basic", "owner", attributes)
            .setNameCanonicalNormalization(PathNormalization.NFC, PathNormalization.CASE_FOLD_ASCII)
            .setNameDisplayNormalization(PathNormalization.NONE)
            .build());
  }

  @ParameterizedTest
  @CsvSource({
    "App.js,            app.js",
    "App.js,            APP.JS",
    "app.js,            App.js",
    "js/App.js,         JS/App.js",
    "js/App.js,         Js/aPP.jS",
    "a/b/c/D.js,        a/b/C/D.js",
    "1a.js,             1A.js",
    "\u00e9.js,         e\u0301.js",
    "e\u0301.js,        \u00e9.js",
    "e\u0301/a.js,      \u00e9/a.js",
    "\u00e9/a.js,       e\u0301/A.js",
    "\u00c5.js,         A\u030a.js",
    "\u1e69.js,         s\u0323\u0307.js",
    "\uac00.js,         \u1100\u1161.js",
  })
  void name_spelledOtherwise(String spelled, String asked) throws IOException {
    try (FileSystem disk = disk()) {
      Path root = write(disk, spelled);
      assertTrue(Files.exists(root.resolve(asked)), "the disk takes both for one");
      AssetSource source = AssetSource.directory(root);
      LogicalPath path = LogicalPath.of(asked).orElseThrow();
      assertEquals(Optional.empty(), source.find(path));
      assertEquals(Optional.of("the disk spells it '" + spelled + "'"), source.whyAbsent(path));
      assertEquals(Optional.empty(), AssetSource.linkedDirectory(root).find(path));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "App.js",
    "js/App.js",
    "\u00e9.js",
    "e\u0301.js",
    "s\u0323\u0307/\u1e69.js",
    "\u1100\u1161.js",
    "1.js"
  })
  void name_asSpelled(String spelled) throws IOException {
    try (FileSystem disk = disk()) {
      Path root = write(disk, spelled);
      AssetSource source = AssetSource.directory(root);
      LogicalPath path = LogicalPath.of(spelled).orElseThrow();
      assertEquals("two", new String(source.find(path).orElseThrow().open().readAllBytes()));
      assertEquals(Optional.empty(), source.whyAbsent(path));
    }
  }

  /** What was found out about one name must not count for another. */
  @Test
  void names_inOneFolder() throws IOException {
    try (FileSystem disk = disk()) {
      Path root = write(disk, "js/App.js");
      write(disk, "js/1.2");
      write(disk, "App.js");
      write(disk, "1.2");
      Autoversion autoversion = ManualTime.later().builder().directory("/s", root).build();
      assertEquals("/s/js/1.2?v=3fc4ccfe7458", autoversion.url("/s/js/1.2"));
      assertEquals("/s/js/App.js?v=3fc4ccfe7458", autoversion.url("/s/js/App.js"));
      assertEquals("/s/js/app.js", autoversion.url("/s/js/app.js"));
      assertEquals("/s/JS/1.2", autoversion.url("/s/JS/1.2"));
      assertEquals("/s/1.2?v=3fc4ccfe7458", autoversion.url("/s/1.2"));
      assertEquals("/s/app.js", autoversion.url("/s/app.js"));
    }
  }

  /** A link gives a name that the real path does not show. */
  @ParameterizedTest
  @CsvSource({"Lib/App.js, true", "lib/App.js, false", "Lib/app.js, false", "LIB/APP.JS, false"})
  void name_throughALink(String asked, boolean found) throws IOException {
    try (FileSystem disk = disk()) {
      Path root = write(disk, "real/App.js");
      Files.createSymbolicLink(root.resolve("Lib"), disk.getPath("real"));
      LogicalPath path = LogicalPath.of(asked).orElseThrow();
      assertEquals(found, AssetSource.directory(root).find(path).isPresent());
      assertEquals(
          found ? Optional.empty() : Optional.of("the disk spells it 'Lib/App.js'"),
          AssetSource.directory(root).whyAbsent(path));
    }
  }

  /** A folder that may be walked through, but not listed, need not be. */
  @Test
  @EnabledOnOs(OS.LINUX) // Its disk has one spelling for a file.
  void name_inAFolderThatCanNotBeListed(@TempDir Path site) throws IOException {
    DirectorySite.needLetterCase(site);
    Files.createDirectories(site.resolve("real"));
    Files.writeString(site.resolve("real/App.js"), "two");
    Files.createSymbolicLink(site.resolve("Lib"), Path.of("real"));
    FaultyFiles disk = new FaultyFiles();
    disk.fail(
        (operation, path) -> {
          if (operation == FaultyFiles.Operation.LIST) {
            throw new AccessDeniedException(path.toString());
          }
        });
    LogicalPath path = LogicalPath.of("Lib/App.js").orElseThrow();
    assertTrue(AssetSource.directory(disk.path(site)).find(path).isPresent());
  }

  private static Path write(FileSystem disk, String name) throws IOException {
    Path root = disk.getPath("/site");
    TextFile.write(root.resolve(name), "two");
    return root;
  }
}
