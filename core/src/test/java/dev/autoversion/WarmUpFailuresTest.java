package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A warm-up that meets failures: the rest is warm, and one line tells what is not. */
final class WarmUpFailuresTest {
  @TempDir Path site;
  private final ManualTime time = ManualTime.later();
  @RegisterExtension private final CapturedLog log = new CapturedLog();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    Files.writeString(site.resolve("b.txt"), "two");
  }

  /** A source of a user's own, which lists its names in this way. */
  private AssetSource database(Names names) {
    AssetSource files = AssetSource.directory(site);
    return new AssetSource() {
      @Override
      public Optional<Asset> find(LogicalPath path) throws IOException {
        return files.find(path);
      }

      @Override
      public Stream<LogicalPath> paths() throws IOException {
        return names.list();
      }

      @Override
      public String toString() {
        return "database";
      }
    };
  }

  @FunctionalInterface
  private interface Names {
    Stream<LogicalPath> list() throws IOException;
  }

  private static LogicalPath path(String name) {
    return LogicalPath.of(name).orElseThrow();
  }

  private void assertOthersWarm(AssetSource source, WarmUp expected, String cause) {
    Autoversion autoversion = time.builder().source("/d", source).directory("/s", site).build();
    assertEquals(expected, autoversion.warmUp());
    assertEquals(expected, autoversion.warmUp());
    assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
    assertEquals(1, autoversion.stats().hits());
    assertEquals(
        List.of("WARNING database can't list all its assets; the others are warm: " + cause),
        log.lines());
  }

  @Test
  void list_failing() {
    AssetSource source =
        database(
            () -> {
              throw new IOException("the server is down");
            });
    assertOthersWarm(source, new WarmUp(2, 6), "java.io.IOException: the server is down");
  }

  @Test
  void list_failingUnchecked() {
    AssetSource source =
        database(
            () -> {
              throw new IllegalStateException("the pool is closed");
            });
    assertOthersWarm(
        source, new WarmUp(2, 6), "java.lang.IllegalStateException: the pool is closed");
  }

  /** A source that lists its assets in a way of its own, and can't even begin. */
  @Test
  void assets_failing() {
    AssetSource source =
        new AssetSource() {
          @Override
          public Optional<Asset> find(LogicalPath path) {
            return Optional.empty();
          }

          @Override
          public Stream<Asset> assets() throws IOException {
            throw new IOException("the server is down");
          }

          @Override
          public String toString() {
            return "database";
          }
        };
    assertOthersWarm(source, new WarmUp(2, 6), "java.io.IOException: the server is down");
  }

  @Test
  void list_failingHalfway() {
    AssetSource source =
        database(
            () ->
                Stream.of("a.txt", "b.txt")
                    .map(
                        name -> {
                          if (name.equals("b.txt")) {
                            throw new UncheckedIOException(new IOException("connection reset"));
                          }
                          return path(name);
                        }));
    assertOthersWarm(source, new WarmUp(3, 9), "java.io.IOException: connection reset");
  }

  @Test
  @SuppressWarnings("NullAway") // What a user's class may do all the same.
  void list_null() {
    Autoversion autoversion =
        time.builder().source("/d", database(() -> null)).directory("/s", site).build();
    assertEquals(new WarmUp(2, 6), autoversion.warmUp());
    assertEquals(1, log.lines().size());
  }

  @Test
  void list_closed() {
    int[] closed = new int[1];
    AssetSource source = database(() -> Stream.of(path("a.txt")).onClose(() -> closed[0]++));
    assertEquals(new WarmUp(1, 3), time.builder().source("/d", source).build().warmUp());
    assertEquals(1, closed[0]);
  }

  @Test
  void list_recoversAndFailsAgain() {
    boolean[] down = new boolean[1];
    AssetSource source =
        database(
            () -> {
              if (down[0]) {
                throw new IOException("the server is down");
              }
              return Stream.of(path("a.txt"));
            });
    Autoversion autoversion = time.builder().source("/d", source).build();
    for (int failures = 1; failures <= 2; failures++) {
      down[0] = true;
      assertEquals(new WarmUp(0, 0), autoversion.warmUp());
      assertEquals(failures, log.lines().size());
      down[0] = false;
      assertEquals(new WarmUp(1, 3), autoversion.warmUp());
    }
  }

  /** Sources under one prefix are listed each for itself. */
  @Test
  void list_oneOfTwoUnderOnePrefix() {
    AssetSource source =
        database(
            () -> {
              throw new IOException("the server is down");
            });
    Autoversion autoversion =
        time.builder()
            .source("/s", AssetSource.firstOf(source, path -> Optional.empty()))
            .directory("/s", site)
            .build();
    assertEquals(new WarmUp(2, 6), autoversion.warmUp());
    assertEquals(1, log.lines().size());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such disk there")
  void folder_unreadable() throws IOException {
    Files.createDirectories(site.resolve("private"));
    Files.writeString(site.resolve("private/c.txt"), "three");
    FaultyFiles disk = new FaultyFiles();
    disk.fail(
        (operation, path) -> {
          if (operation == FaultyFiles.Operation.LIST && path.endsWith("private")) {
            throw new AccessDeniedException(path.toString());
          }
        });
    Path root = disk.path(site.toRealPath());
    Autoversion autoversion = time.builder().directory("/s", root).build();
    assertEquals(new WarmUp(2, 6), autoversion.warmUp());
    assertEquals(
        List.of(
            "WARNING directory "
                + root
                + " can't list all its assets; the others are warm:"
                + " java.nio.file.AccessDeniedException: "
                + root
                + "/private"),
        log.lines());
    assertEquals("/s/private/c.txt?v=8b5b9db0c13d", autoversion.url("/s/private/c.txt"));
  }

  @Test
  void asset_unreadable() {
    CountingSource files = new CountingSource(site);
    files.beforeOpen(
        path -> {
          if (path.value().equals("a.txt")) {
            throw new AccessDeniedException("a.txt");
          }
        });
    Autoversion autoversion =
        time.builder().source("/s", WarmUpTest.listed(files, "a.txt", "b.txt")).build();
    assertEquals(new WarmUp(1, 3), autoversion.warmUp());
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals("/s/b.txt?v=3fc4ccfe7458", autoversion.url("/s/b.txt"));
    assertEquals(2, files.opens());
    assertEquals(1, log.lines().size());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asset_canNotBeFound(boolean checked) {
    CountingSource files = new CountingSource(site);
    files.beforeFind(
        path -> {
          if (path.value().equals("a.txt")) {
            if (checked) {
              throw new IOException("row locked");
            }
            throw new IllegalStateException("row locked");
          }
        });
    AssetSource source = WarmUpTest.listed(files, "a.txt", "b.txt");
    Autoversion autoversion = time.builder().source("/s", source).build();
    assertEquals(new WarmUp(1, 3), autoversion.warmUp());
    String type = checked ? "java.io.IOException" : "java.lang.IllegalStateException";
    assertEquals(1, log.lines().size());
    assertTrue(log.lines().get(0).endsWith("; the others are warm: " + type + ": row locked"));
  }

  /** Listed, and gone before it is looked at: nobody asked for it, so nobody is told. */
  @Test
  void asset_vanishes() {
    for (OnMissing policy : OnMissing.values()) {
      AssetSource source = database(() -> Stream.of(path("a.txt"), path("gone.txt")));
      Autoversion autoversion = time.builder().source("/d", source).onMissing(policy).build();
      assertEquals(new WarmUp(1, 3), autoversion.warmUp());
      assertEquals(1, autoversion.stats().size());
    }
    assertEquals(List.of(), log.lines());
  }

  @Test
  void asset_withoutVersion() {
    VersionStrategy strategy =
        asset -> {
          if (asset.path().value().equals("a.txt")) {
            throw new UnversionedAssetException("not released");
          }
          return new Version("1.0");
        };
    Autoversion autoversion = time.builder().directory("/s", site).version(strategy).build();
    assertEquals(new WarmUp(1, 3), autoversion.warmUp());
    assertEquals(List.of("WARNING '/s/a.txt' stays unversioned: not released"), log.lines());
  }

  @Test
  void placement_failing() {
    Placement placement =
        new Placement() {
          @Override
          public String insert(String url, Version version) {
            if (url.endsWith("a.txt")) {
              throw new IllegalStateException("no place");
            }
            return url + "!" + version.value();
          }

          @Override
          public Optional<AssetUrl> extract(String url) {
            return Optional.empty();
          }
        };
    Autoversion autoversion = time.builder().directory("/s", site).placement(placement).build();
    assertEquals(new WarmUp(1, 3), autoversion.warmUp());
    assertEquals("/s/b.txt!3fc4ccfe7458", autoversion.url("/s/b.txt"));
    assertEquals(
        List.of("WARNING '/s/a.txt' can't be warmed up: java.lang.IllegalStateException: no place"),
        log.lines());
  }
}
