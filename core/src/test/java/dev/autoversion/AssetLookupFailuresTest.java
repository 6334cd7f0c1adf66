package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sources and strategies of a user's own that fail: no page breaks, and one line tells why. */
final class AssetLookupFailuresTest {
  private static final String ONE = "/s/a.txt?v=7692c3ad3540";
  private static final String TWO = "/s/a.txt?v=3fc4ccfe7458";
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();
  @RegisterExtension private final CapturedLog log = new CapturedLog();
  private Path file;
  private CountingSource source;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(site.resolve("a.txt"), "one");
    source = new CountingSource(site);
  }

  private Autoversion autoversion() {
    return time.builder().source("/s", source).build();
  }

  private Autoversion with(VersionStrategy strategy) {
    return time.builder().source("/s", source).version(strategy).build();
  }

  private static void down(LogicalPath path) throws IOException {
    throw new IOException("the server is down");
  }

  private static void up(LogicalPath path) {}

  @Test
  void source_failsFromTheStart() {
    Autoversion autoversion = autoversion();
    source.beforeFind(AssetLookupFailuresTest::down);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals(1, source.finds());
    time.advance(Duration.ofNanos(999_999_999));
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals(1, source.finds());
    time.advance(Duration.ofNanos(1));
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals(2, source.finds());
    assertEquals(
        List.of(
            "WARNING '/s/a.txt' stays unversioned: counted directory "
                + site
                + " failed: java.io.IOException: the server is down"),
        log.lines());
    source.beforeFind(AssetLookupFailuresTest::up);
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  @Test
  void source_failsLater() throws IOException {
    Autoversion autoversion = autoversion();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    Files.writeString(file, "two");
    source.beforeFind(AssetLookupFailuresTest::down);
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals("7692c3ad3540", autoversion.version("/s/a.txt").orElseThrow().value());
    assertEquals(ONE, autoversion.explain("/s/a.txt").url());
    assertEquals(2, source.finds());
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(3, source.finds());
    assertEquals(
        List.of(
            "WARNING '/s/a.txt' keeps its last version: counted directory "
                + site
                + " failed: java.io.IOException: the server is down"),
        log.lines());
    source.beforeFind(AssetLookupFailuresTest::up);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    time.advance(SECOND);
    assertEquals(TWO, autoversion.url("/s/a.txt"));
  }

  /** What has vanished has no last version. */
  @Test
  void source_failsAfterTheAssetVanished() throws IOException {
    Autoversion autoversion = autoversion();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    Files.delete(file);
    time.advance(SECOND);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    source.beforeFind(AssetLookupFailuresTest::down);
    time.advance(SECOND);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
  }

  /** The version that lacks an image is for now alone, even where no file changes. */
  @Test
  void source_failsForAnImageOfAStylesheet() throws IOException {
    Files.writeString(site.resolve("a.css"), "i{background:url(a.png)}");
    Files.writeString(site.resolve("a.png"), "two");
    Autoversion autoversion = time.builder().source("/s", source).recheckNever().build();
    source.beforeFind(
        path -> {
          if (path.value().equals("a.png")) {
            down(path);
          }
        });
    // printf 'i{background:url(a.png)}' | sha256sum
    assertEquals("/s/a.css?v=62972be8146d", autoversion.url("/s/a.css"));
    source.beforeFind(AssetLookupFailuresTest::up);
    time.advance(SECOND);
    // printf '62972be8146d [1]\n3fc4ccfe7458 []\n' | sha256sum
    assertEquals("/s/a.css?v=147a73388da1", autoversion.url("/s/a.css"));
  }

  @Test
  void source_failsAgainAfterItRecovered() {
    Autoversion autoversion = autoversion();
    for (int failures = 1; failures <= 3; failures++) {
      source.beforeFind(AssetLookupFailuresTest::down);
      time.advance(SECOND);
      autoversion.url("/s/a.txt");
      time.advance(SECOND);
      autoversion.url("/s/a.txt");
      assertEquals(failures, log.lines().size());
      source.beforeFind(AssetLookupFailuresTest::up);
      time.advance(SECOND);
      assertEquals(ONE, autoversion.url("/s/a.txt"));
    }
  }

  @Test
  void source_failsUnderRecheckNever() throws IOException {
    Autoversion autoversion = time.builder().source("/s", source).recheckNever().build();
    source.beforeFind(AssetLookupFailuresTest::down);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    time.advance(SECOND);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals(2, source.finds());
    source.beforeFind(AssetLookupFailuresTest::up);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(3, source.finds());
    Files.writeString(file, "two");
    time.advance(Duration.ofDays(1));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(3, source.finds());
  }

  @Test
  void source_failsUnderFail() {
    Autoversion autoversion = time.builder().source("/s", source).onMissing(OnMissing.FAIL).build();
    source.beforeFind(AssetLookupFailuresTest::down);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    source.beforeFind(AssetLookupFailuresTest::up);
    assertThrows(MissingAssetException.class, () -> autoversion.url("/s/b.txt"));
  }

  @Test
  void source_failsForOneAssetOnly() throws IOException {
    Files.writeString(site.resolve("b.txt"), "two");
    source.beforeFind(
        path -> {
          if (path.value().equals("a.txt")) {
            throw new IOException("bad sector");
          }
        });
    Autoversion autoversion = autoversion();
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals("/s/b.txt?v=3fc4ccfe7458", autoversion.url("/s/b.txt"));
  }

  @Test
  void source_firstOfSeveralFails() throws IOException {
    Path other = Files.createDirectory(site.resolve("other"));
    Files.writeString(other.resolve("a.txt"), "two");
    Autoversion autoversion = time.builder().source("/s", source).directory("/s", other).build();
    source.beforeFind(AssetLookupFailuresTest::down);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    source.beforeFind(AssetLookupFailuresTest::up);
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    source.beforeFind(AssetLookupFailuresTest::down);
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  @Test
  void source_failsHalfwayThroughTheBytes() throws IOException {
    Autoversion autoversion = autoversion();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    Files.writeString(file, "two");
    source.stream(AssetLookupFailuresTest::brokenOff);
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(1, log.lines().size());
    source.stream(bytes -> bytes);
    time.advance(SECOND);
    assertEquals(TWO, autoversion.url("/s/a.txt"));
  }

  @Test
  void source_givesItsBytesOneByOne() {
    source.stream(
        bytes ->
            new FilterInputStream(bytes) {
              @Override
              public int read(byte[] buffer, int from, int length) throws IOException {
                return super.read(buffer, from, 1);
              }
            });
    assertEquals(ONE, autoversion().url("/s/a.txt"));
  }

  @Test
  void source_throwsUnchecked() {
    source.beforeFind(
        path -> {
          throw new IllegalStateException("the pool is closed");
        });
    Autoversion autoversion = autoversion();
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals(Optional.empty(), autoversion.version("/s/a.txt"));
    assertEquals(
        "'/s/a.txt' stays unversioned: counted directory "
            + site
            + " failed: java.lang.IllegalStateException: the pool is closed",
        autoversion.explain("/s/a.txt").reason().orElseThrow());
    source.beforeFind(AssetLookupFailuresTest::up);
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(1, log.lines().size());
  }

  @Test
  @SuppressWarnings("NullAway") // What a user's class may do all the same.
  void source_givesNull() {
    Autoversion autoversion = time.builder().source("/s", path -> null).build();
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals(1, log.lines().size());
  }

  @Test
  void source_cannotBeListed() {
    AssetSource unlisted =
        new AssetSource() {
          @Override
          public Optional<Asset> find(LogicalPath path) {
            return Optional.empty();
          }

          @Override
          public Stream<LogicalPath> paths() {
            throw new IllegalStateException("the pool is closed");
          }

          @Override
          public String toString() {
            return "database";
          }
        };
    Autoversion autoversion =
        time.builder().source("/s", unlisted).onMissing(OnMissing.WARN).build();
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals(List.of("WARNING no asset for '/s/a.txt'; searched database"), log.lines());
  }

  @Test
  void strategy_throwsUnchecked() throws IOException {
    AtomicBoolean broken = new AtomicBoolean();
    VersionStrategy strategy =
        asset -> {
          if (broken.get()) {
            throw new IllegalStateException("no release number");
          }
          return VersionStrategy.contentHash().versionOf(asset);
        };
    Autoversion autoversion = with(strategy);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    broken.set(true);
    Files.writeString(file, "two");
    time.advance(SECOND);
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    autoversion.invalidate();
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    broken.set(false);
    time.advance(SECOND);
    assertEquals(TWO, autoversion.url("/s/a.txt"));
    assertEquals(2, log.lines().size());
  }

  @Test
  @SuppressWarnings("NullAway") // What a user's class may do all the same.
  void strategy_givesNull() {
    Autoversion autoversion = with(asset -> null);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    assertEquals(Optional.empty(), autoversion.version("/s/a.txt"));
    assertEquals(1, log.lines().size());
  }

  @Test
  void strategy_hasNoVersion() {
    Autoversion autoversion =
        with(
            asset -> {
              throw new UnversionedAssetException("'" + asset.path() + "' has no release");
            });
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    time.advance(SECOND);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    Explanation explanation = autoversion.explain("/s/a.txt");
    assertEquals("'a.txt' has no release", explanation.reason().orElseThrow());
    assertEquals("/s/a.txt", explanation.url());
    assertEquals(Optional.empty(), explanation.version());
    assertEquals(
        List.of("WARNING '/s/a.txt' stays unversioned: 'a.txt' has no release"), log.lines());
  }

  @Test
  void strategy_losesTheVersion() throws IOException {
    AtomicBoolean lost = new AtomicBoolean();
    Autoversion autoversion =
        with(
            asset -> {
              if (lost.get()) {
                throw new UnversionedAssetException("no longer released");
              }
              return new Version("1.0");
            });
    assertEquals("/s/a.txt?v=1.0", autoversion.url("/s/a.txt"));
    lost.set(true);
    Files.writeString(file, "two");
    time.advance(SECOND);
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    lost.set(false);
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=1.0", autoversion.url("/s/a.txt"));
  }

  /** What a source reads its assets from, say a row with all its bytes, is not kept with them. */
  @Test
  void asset_notHeldOnceItIsVersioned() {
    AtomicReference<WeakReference<Asset>> found = new AtomicReference<>();
    AssetSource rows =
        path -> {
          Asset row = new Row(path, "one");
          found.set(new WeakReference<>(row));
          return Optional.of(row);
        };
    Autoversion autoversion = time.builder().source("/s", rows).build();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    for (int i = 0; i < 100 && found.get().get() != null; i++) {
      System.gc();
    }
    assertNull(found.get().get());
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  private static InputStream brokenOff(InputStream bytes) {
    return new FilterInputStream(bytes) {
      private boolean begun;

      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        if (begun) {
          throw new IOException("connection reset");
        }
        begun = true;
        return super.read(buffer, from, 1);
      }
    };
  }

  private record Row(LogicalPath path, String text) implements Asset {
    @Override
    public long size() {
      return text.length();
    }

    @Override
    public FileTime lastModified() {
      return FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
