package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Several sources under one mount. */
final class FirstOfTest {
  @TempDir Path site;
  private Path theme;
  private Path base;

  @BeforeEach
  void write() throws IOException {
    theme = Files.createDirectory(site.resolve("theme"));
    base = Files.createDirectory(site.resolve("base"));
    Files.writeString(theme.resolve("both.txt"), "one");
    Files.writeString(theme.resolve("theme.txt"), "one");
    Files.writeString(base.resolve("both.txt"), "two");
    Files.writeString(base.resolve("base.txt"), "two");
  }

  private AssetSource both() {
    return AssetSource.firstOf(AssetSource.directory(theme), AssetSource.directory(base));
  }

  @Test
  void find_firstWins() {
    Autoversion autoversion = Autoversion.builder().source("/s", both()).build();
    assertEquals("/s/both.txt?v=7692c3ad3540", autoversion.url("/s/both.txt"));
    assertEquals("/s/theme.txt?v=7692c3ad3540", autoversion.url("/s/theme.txt"));
    assertEquals("/s/base.txt?v=3fc4ccfe7458", autoversion.url("/s/base.txt"));
    assertEquals("/s/none.txt", autoversion.url("/s/none.txt"));
    assertEquals(
        "directory " + theme + ", directory " + base,
        autoversion.explain("/s/both.txt").source().orElseThrow());
  }

  @Test
  void find_mountedInTurn() {
    Autoversion autoversion =
        Autoversion.builder().directory("/s", theme).directory("/s/", base).build();
    assertEquals("/s/both.txt?v=7692c3ad3540", autoversion.url("/s/both.txt"));
    assertEquals("/s/base.txt?v=3fc4ccfe7458", autoversion.url("/s/base.txt"));
  }

  /** Several sources are one in messages, so the one that is wrong has to be named. */
  @Test
  void find_null() {
    AssetSource nothing =
        new AssetSource() {
          @Override
          @SuppressWarnings("NullAway")
          public Optional<Asset> find(LogicalPath path) {
            return null;
          }

          @Override
          public String toString() {
            return "database";
          }
        };
    AssetSource source = AssetSource.firstOf(AssetSource.directory(theme), nothing);
    LogicalPath path = LogicalPath.of("base.txt").orElseThrow();
    assertEquals(
        "find() of database gave null",
        assertThrows(NullPointerException.class, () -> source.find(path)).getMessage());
  }

  @Test
  void paths_ofAll() throws IOException {
    try (Stream<LogicalPath> paths = both().paths()) {
      assertEquals(
          List.of("base.txt", "both.txt", "theme.txt"),
          paths.map(LogicalPath::value).sorted().toList());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void paths_oneFails() throws IOException {
    AssetSource failing =
        new AssetSource() {
          @Override
          public Optional<Asset> find(LogicalPath path) {
            return Optional.empty();
          }

          @Override
          public Stream<LogicalPath> paths() throws IOException {
            throw new IOException("can't be listed");
          }
        };
    AssetSource source = AssetSource.firstOf(AssetSource.directory(theme), failing);
    try (Stream<LogicalPath> paths = source.paths()) {
      assertThrows(UncheckedIOException.class, paths::toList);
    }
    assertEquals(List.of(), OpenFiles.below(site));
  }

  /** An asset in an archive is read while the archive is open, and all are read after the list. */
  @Test
  void assets_openUntilTheWholeIsClosed() throws IOException {
    List<String> closed = new ArrayList<>();
    AssetSource source = AssetSource.firstOf(open("a.css", closed), open("b.css", closed));
    try (Stream<Asset> assets = source.assets()) {
      assertEquals(2, assets.toList().size());
      assertEquals(List.of(), closed);
    }
    assertEquals(List.of("a.css", "b.css"), closed);
  }

  private AssetSource open(String name, List<String> closed) {
    AssetSource directory = AssetSource.directory(theme);
    return new AssetSource() {
      @Override
      public Optional<Asset> find(LogicalPath path) {
        return Optional.empty();
      }

      @Override
      public Stream<Asset> assets() throws IOException {
        LogicalPath path = LogicalPath.of(name).orElseThrow();
        Files.writeString(theme.resolve(name), name);
        return directory.find(path).stream().onClose(() -> closed.add(name));
      }
    };
  }

  @Test
  void firstOf_none() {
    String message =
        assertThrows(IllegalArgumentException.class, AssetSource::firstOf).getMessage();
    assertEquals("firstOf() needs a source", message);
  }
}
