package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources and assets of a user's own get all that ours get. */
final class OwnSourceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();
  private final AtomicInteger opens = new AtomicInteger();
  private final Map<String, Row> rows = new ConcurrentHashMap<>();

  /** A row of a database that knows its revision, and neither size nor time. */
  private final class Row implements Asset {
    private final LogicalPath path;
    private final String text;
    private final int revision;

    Row(String name, String text, int revision) {
      this.path = LogicalPath.of(name).orElseThrow();
      this.text = text;
      this.revision = revision;
    }

    @Override
    public LogicalPath path() {
      return path;
    }

    @Override
    public long size() {
      throw new IllegalStateException("not asked");
    }

    @Override
    public FileTime lastModified() {
      throw new IllegalStateException("not asked");
    }

    @Override
    public Stamp stamp() {
      return Stamp.ofIdentity(path + " " + revision);
    }

    @Override
    public boolean hasReliableTime() {
      return false;
    }

    @Override
    public InputStream open() {
      opens.incrementAndGet();
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private AssetSource database() {
    return path -> Optional.ofNullable(rows.get(path.value()));
  }

  @Test
  void stamp_identity() {
    rows.put("a.txt", new Row("a.txt", "one", 1));
    Autoversion autoversion = time.builder().source("/d", database()).build();
    assertEquals("/d/a.txt?v=7692c3ad3540", autoversion.url("/d/a.txt"));
    time.advance(SECOND);
    assertEquals("/d/a.txt?v=7692c3ad3540", autoversion.url("/d/a.txt"));
    assertEquals(1, opens.get(), "an equal identity is not read again");
    rows.put("a.txt", new Row("a.txt", "two", 2));
    time.advance(SECOND);
    assertEquals("/d/a.txt?v=3fc4ccfe7458", autoversion.url("/d/a.txt"));
    assertEquals(2, opens.get());
  }

  /** As held bytes, too: a stylesheet's asset is wrapped. */
  @Test
  void stamp_identityOfStylesheet() {
    rows.put("a.css", new Row("a.css", "two", 1));
    Autoversion autoversion = time.builder().source("/d", database()).build();
    assertEquals("/d/a.css?v=3fc4ccfe7458", autoversion.url("/d/a.css"));
    time.advance(SECOND);
    assertEquals("/d/a.css?v=3fc4ccfe7458", autoversion.url("/d/a.css"));
    assertEquals(1, opens.get());
  }

  @Test
  void hasReliableTime_false() {
    rows.put("a.txt", new Row("a.txt", "one", 1));
    rows.put("a.css", new Row("a.css", "one", 1));
    try (CapturedLog log = CapturedLog.open()) {
      Autoversion autoversion =
          time.builder().source("/d", database()).version(VersionStrategy.lastModified()).build();
      assertEquals("/d/a.txt", autoversion.url("/d/a.txt"));
      assertEquals("/d/a.css", autoversion.url("/d/a.css"));
      assertEquals(
          List.of(
              "WARNING '/d/a.txt' stays unversioned: its source gives 'a.txt' no time that changes"
                  + " with it; use contentHash()",
              "WARNING '/d/a.css' stays unversioned: its source gives 'a.css' no time that changes"
                  + " with it; use contentHash()"),
          log.lines());
    }
  }

  @Test
  void ofFile_ownFolders() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    AssetSource source = path -> Asset.ofFile(path, site.resolve(path.value()));
    Autoversion autoversion = time.builder().source("/d", source).build();
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals("/d/a.txt?v=7692c3ad3540", autoversion.url("/d/a.txt"));
      assertEquals("/d/a.txt/b.txt", autoversion.url("/d/a.txt/b.txt"));
      assertEquals("/d/none.txt", autoversion.url("/d/none.txt"));
      Files.createDirectory(site.resolve("folder"));
      assertEquals("/d/folder", autoversion.url("/d/folder"));
      Files.writeString(site.resolve("empty.txt"), "");
      assertEquals("/d/empty.txt?v=e3b0c44298fc", autoversion.url("/d/empty.txt"));
      assertEquals(List.of(), log.lines());
    }
    Files.writeString(site.resolve("a.txt"), "two");
    time.advance(SECOND);
    assertEquals("/d/a.txt?v=3fc4ccfe7458", autoversion.url("/d/a.txt"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void ofFile_links() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    Files.createSymbolicLink(site.resolve("link.txt"), Path.of("a.txt"));
    Files.createSymbolicLink(site.resolve("loop.txt"), Path.of("loop.txt"));
    LogicalPath path = LogicalPath.of("x").orElseThrow();
    Asset asset = Asset.ofFile(path, site.resolve("link.txt")).orElseThrow();
    assertEquals("x", asset.path().value());
    assertEquals(Optional.of(site.resolve("a.txt").toRealPath()), asset.file());
    assertEquals(Optional.empty(), Asset.ofFile(path, site.resolve("loop.txt")));
  }

  /** A strategy of a user's own may vouch for the bytes, so that a build's copy is known. */
  @Test
  void identifiesContent_copyOfABuild() throws IOException {
    Files.writeString(site.resolve("a.js"), "two");
    Files.writeString(site.resolve("a-3fc4ccfe7458.js"), "two");
    assertEquals("/s/a-3fc4ccfe7458.js", url(new Hashing(true), "/s/a-3fc4ccfe7458.js"));
    assertEquals(
        "/s/a-3fc4ccfe7458-3fc4ccfe7458.js", url(new Hashing(false), "/s/a-3fc4ccfe7458.js"));
  }

  private String url(VersionStrategy strategy, String reference) {
    return time.builder()
        .directory("/s", site)
        .version(strategy)
        .placement(Placement.fileName())
        .build()
        .url(reference);
  }

  private record Hashing(boolean identifiesContent) implements VersionStrategy {
    @Override
    public Version versionOf(Asset asset) throws IOException {
      return VersionStrategy.contentHash().versionOf(asset);
    }
  }

  @Test
  void assets_foundByName() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    AssetSource files = AssetSource.directory(site);
    AssetSource source =
        new AssetSource() {
          @Override
          public Optional<Asset> find(LogicalPath path) throws IOException {
            if (path.value().equals("broken.txt")) {
              throw new IOException("connection reset");
            }
            return files.find(path);
          }

          @Override
          public Stream<LogicalPath> paths() {
            return Stream.of("broken.txt", "gone.txt", "a.txt")
                .map(name -> LogicalPath.of(name).orElseThrow());
          }
        };
    AssetsTest.assertAssets(
        List.of("a.txt", "java.io.IOException: connection reset"), source.assets());
  }

  @Test
  void arguments_null() {
    assertNames("root", () -> AssetSource.directory(nothing()));
    assertNames("root", () -> AssetSource.linkedDirectory(nothing()));
    assertNames("resourceRoot", () -> AssetSource.classpath(nothing()));
    assertNames("loader", () -> AssetSource.classpath("static", nothing()));
    assertNames("source", () -> AssetSource.firstOf((AssetSource) nothing()));
    assertNames("workTree", () -> VersionStrategy.gitCommit(nothing()));
    assertNames("workTree", () -> VersionStrategy.gitFileCommit(nothing()));
    assertNames("version", () -> VersionStrategy.fixed(nothing()));
    assertNames("root", () -> Autoversion.builder().directory("/s", nothing()));
  }

  private static void assertNames(String parameter, Runnable call) {
    assertEquals(parameter, assertThrows(NullPointerException.class, call::run).getMessage());
  }

  @SuppressWarnings("NullAway") // What a caller without it may hand in.
  private static <T> T nothing() {
    return null;
  }

  /**
   * Too large to be held.
   *
   * @param size what it says
   * @param file where it is kept, perhaps in another form
   */
  private record Film(LogicalPath path, long size, FileTime lastModified, Optional<Path> file)
      implements Asset {
    private static final byte[] BYTES = new byte[3 << 20];

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(BYTES);
    }
  }

  /** Its stamp is the file's, its bytes are others: no server may send the file in their place. */
  @ParameterizedTest
  @ValueSource(ints = {100, 2 << 20, 4 << 20})
  void file_ofOtherSize(int kept) throws IOException {
    Path file = Files.write(site.resolve("a.mp4.xz"), new byte[kept]);
    FileTime told = Files.getLastModifiedTime(file);
    AssetSource source = path -> Optional.of(new Film(path, 3 << 20, told, Optional.of(file)));
    Autoversion autoversion = time.builder().source("/d", source).build();
    AssetResponse response =
        autoversion.respond(Asked.get(autoversion.url("/d/a.mp4"))).orElseThrow();
    assertArrayEquals(Film.BYTES, Sent.of(response).bytes());
    assertEquals(Optional.empty(), response.body().file());
  }

  /** A row's size may be that of its compressed form: what was hashed is sent, or nothing whole. */
  @ParameterizedTest
  @ValueSource(strings = {"2024-01-02T03:04:05Z", "1970-01-01T00:00:00Z"})
  void size_small_whole(Instant modified) throws IOException {
    Autoversion autoversion = ofFilm(100, modified);
    Asked asked = Asked.get(autoversion.url("/d/a.mp4"));
    assertArrayEquals(Film.BYTES, Sent.of(autoversion, asked).bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "2097152, 2024-01-02T03:04:05Z, has more bytes than the 2097152 that its source reported",
    "4194304, 2024-01-02T03:04:05Z, has fewer bytes than the 4194304 that its source reported",
    "2097152, 1970-01-01T00:00:00Z, 'was changed while it was sent,"
        + " or has not the 2097152 bytes that its source reported'",
    "4194304, 1970-01-01T00:00:00Z, 'was changed while it was sent,"
        + " or has not the 4194304 bytes that its source reported'"
  })
  void size_large_brokenOff(long size, Instant modified, String how) {
    Autoversion autoversion = ofFilm(size, modified);
    Asked asked = Asked.get(autoversion.url("/d/a.mp4"));
    IOException e = assertThrows(IOException.class, () -> Sent.of(autoversion, asked));
    assertEquals("'a.mp4' " + how + "; broken off", e.getMessage());
  }

  private Autoversion ofFilm(long size, Instant modified) {
    FileTime told = FileTime.from(modified);
    AssetSource source = path -> Optional.of(new Film(path, size, told, Optional.empty()));
    return time.builder().source("/d", source).build();
  }

  @Test
  void lastModified_ofUnknownTimes() throws IOException {
    try (CapturedLog log = CapturedLog.open()) {
      Instant epoch = Instant.parse("1980-01-01T00:00:00Z");
      for (String name : List.of("a.txt", "b.txt", "c.txt", "d.txt")) {
        Path file = Files.writeString(site.resolve(name), name);
        Files.setLastModifiedTime(file, FileTime.from(epoch));
      }
      Autoversion autoversion =
          time.builder().directory("/s", site).version(VersionStrategy.lastModified()).build();
      assertEquals("/s/a.txt?v=315532800.0", autoversion.url("/s/a.txt"));
      autoversion.invalidate();
      assertEquals("/s/a.txt?v=315532800.0", autoversion.url("/s/a.txt"));
      assertEquals(List.of(), log.lines());
      autoversion.url("/s/b.txt");
      autoversion.url("/s/c.txt");
      autoversion.url("/s/d.txt");
      assertEquals(
          List.of(
              "WARNING 'a.txt' and 'b.txt' both have the time 1980-01-01T00:00:00Z, which image"
                  + " builders give to all files; lastModified() won't show an edit of them, so use"
                  + " contentHash()"),
          log.lines());
    }
  }

  @Test
  void lastModified_oldTimesThatDiffer() throws IOException {
    try (CapturedLog log = CapturedLog.open()) {
      Autoversion autoversion =
          time.builder().directory("/s", site).version(VersionStrategy.lastModified()).build();
      for (int i = 0; i < 3; i++) {
        Path file = Files.writeString(site.resolve(i + ".txt"), "one");
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(315532800 + i)));
        autoversion.url("/s/" + i + ".txt");
      }
      assertEquals(List.of(), log.lines());
    }
  }

  @Test
  void lastModified_equalTimesOfToday() throws IOException {
    try (CapturedLog log = CapturedLog.open()) {
      Autoversion autoversion =
          time.builder().directory("/s", site).version(VersionStrategy.lastModified()).build();
      for (int i = 0; i < 3; i++) {
        Path file = Files.writeString(site.resolve(i + ".txt"), "one");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("1990-01-01T00:00:00Z")));
        autoversion.url("/s/" + i + ".txt");
      }
      assertEquals(List.of(), log.lines());
    }
  }
}
