package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Disks from Windows that are mounted into Linux: they find a file by names that no folder lists,
 * and so what is hidden, excluded or never public.
 */
final class SecondNamesTest {
  @TempDir Path site;

  @ParameterizedTest
  @CsvSource({
    "GIT~1, GIT~1/config",
    "GIT~1, a/GIT~1/b/c.js",
    "DB~1.PRO, DB~1.PRO",
    "DB~1.PRO, a/DB~1.PRO",
    "a.jsp:, a.jsp:",
    "~1, ~1",
    "a.jsp::$DATA, a.jsp::$DATA",
    "1., 1."
  })
  @EnabledOnOs(OS.LINUX)
  void find_onlyWhatItsFolderLists(String hidden, String name) throws IOException {
    TextFile.write(site.resolve("a/b.js"), "two");
    TextFile.write(site.resolve("b.js"), "two");
    TextFile.write(site.resolve(name), "two");
    FaultyFiles disk = new FaultyFiles();
    Autoversion autoversion = ManualTime.later().builder().directory("/s", disk.path(site)).build();
    assertEquals("/s/a/b.js?v=3fc4ccfe7458", autoversion.url("/s/a/b.js"));
    assertEquals("/s/b.js?v=3fc4ccfe7458", autoversion.url("/s/b.js"));
    assertEquals("/s/" + name + "?v=3fc4ccfe7458", autoversion.url("/s/" + name));
    autoversion.invalidate();
    disk.hide(hidden);
    assertEquals("/s/b.js?v=3fc4ccfe7458", autoversion.url("/s/b.js"));
    assertEquals("/s/a/b.js?v=3fc4ccfe7458", autoversion.url("/s/a/b.js"));
    assertEquals("/s/" + name, autoversion.url("/s/" + name));
    assertEquals(
        Optional.of("its folder does not list that name, which is a second one of another file"),
        AssetSource.directory(disk.path(site)).whyAbsent(LogicalPath.of(name).orElseThrow()));
    assertEquals(
        Optional.empty(),
        AssetSource.linkedDirectory(disk.path(site)).find(LogicalPath.of(name).orElseThrow()));
  }

  /** Listing a folder is dear, and a bundler may have named all files in it so. */
  @ParameterizedTest
  @ValueSource(strings = {"vendors~main.js", "a~31ecd969.js", "a~b/c~.js", "~1x.js", "a.~b.1"})
  @EnabledOnOs(OS.LINUX)
  void find_noSecondName_withoutList(String name) throws IOException {
    TextFile.write(site.resolve(name), "two");
    FaultyFiles disk = new FaultyFiles();
    List<Path> listed = new ArrayList<>();
    disk.fail(
        (operation, path) -> {
          if (operation == FaultyFiles.Operation.LIST) {
            listed.add(path);
          }
        });
    Autoversion autoversion = ManualTime.later().builder().directory("/s", disk.path(site)).build();
    assertEquals("/s/" + name + "?v=3fc4ccfe7458", autoversion.url("/s/" + name));
    assertEquals(List.of(), listed);
  }
}
