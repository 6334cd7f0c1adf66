package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When an asset's bytes are read again: whenever they may have changed, and only then. */
final class AssetLookupTest {
  private static final String ONE = "/s/a.txt?v=7692c3ad3540";
  private static final String TWO = "/s/a.txt?v=3fc4ccfe7458";
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();
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

  private String urlAfterASecond(Autoversion autoversion) {
    time.advance(SECOND);
    return autoversion.url("/s/a.txt");
  }

  private static FileTime changed(Path file) throws IOException {
    return (FileTime) Files.getAttribute(file, "unix:ctime");
  }

  /** Writes again until the kernel's clock, which moves in steps, has noticed it. */
  private static void editKeepingTime(Path file, String text) throws IOException {
    FileTime modified = Files.getLastModifiedTime(file);
    FileTime before = changed(file);
    while (changed(file).equals(before)) {
      Files.writeString(file, text);
      Files.setLastModifiedTime(file, modified);
    }
  }

  @Test
  void look_untouchedFile() {
    Autoversion autoversion = autoversion();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(1, source.finds());
    for (int recheck = 2; recheck <= 10; recheck++) {
      assertEquals(ONE, urlAfterASecond(autoversion));
      assertEquals(recheck, source.finds());
    }
    assertEquals(1, source.opens());
  }

  @Test
  void look_touchedFile() throws IOException {
    Autoversion autoversion = autoversion();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
    assertEquals(ONE, urlAfterASecond(autoversion));
    assertEquals(2, source.opens());
    assertEquals(ONE, urlAfterASecond(autoversion));
    assertEquals(2, source.opens());
  }

  @Test
  void look_timeGoesBackwards() throws IOException {
    Autoversion autoversion = autoversion();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-09-09T01:46:40Z")));
    assertEquals(TWO, urlAfterASecond(autoversion));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no time of change")
  void look_sameSizeAndTime() throws IOException {
    Autoversion autoversion = autoversion();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    editKeepingTime(file, "two");
    assertEquals(TWO, urlAfterASecond(autoversion));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no inodes")
  void look_sameSizeAndTimeRenamedIntoPlace() throws IOException {
    Autoversion autoversion = autoversion();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    Path other = Files.writeString(site.resolve("b.txt"), "two");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    assertEquals(TWO, urlAfterASecond(autoversion));
  }

  /** A disk that tells files apart, but no time of change. */
  @Test
  void look_sameSizeAndTimeOfAnotherFile() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
      Path root = Files.createDirectory(disk.getPath("/site"));
      Path known = Files.writeString(root.resolve("a.txt"), "one");
      Autoversion autoversion = time.builder().directory("/s", root).build();
      assertEquals(ONE, autoversion.url("/s/a.txt"));
      Path other = Files.writeString(root.resolve("b.txt"), "two");
      Files.setLastModifiedTime(other, Files.getLastModifiedTime(known));
      Files.move(other, known, StandardCopyOption.REPLACE_EXISTING);
      assertEquals(TWO, urlAfterASecond(autoversion));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no time of change")
  void look_epochTime() throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    Autoversion autoversion = autoversion();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(ONE, urlAfterASecond(autoversion));
    assertEquals(1, source.opens());
    editKeepingTime(file, "two");
    assertEquals(TWO, urlAfterASecond(autoversion));
  }

  @Test
  void look_emptied() throws IOException {
    Autoversion autoversion = autoversion();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    Files.writeString(file, "");
    assertEquals("/s/a.txt?v=e3b0c44298fc", urlAfterASecond(autoversion));
    Files.writeString(file, "two");
    assertEquals(TWO, urlAfterASecond(autoversion));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no time of change")
  void recent_readAgainUntilTwoSecondsOld() throws IOException {
    time.set(changed(file).toInstant().plusMillis(500));
    Autoversion autoversion = autoversion();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(1, source.opens());
    assertEquals(ONE, urlAfterASecond(autoversion)); // 1.5 seconds old
    assertEquals(2, source.opens());
    assertEquals(ONE, urlAfterASecond(autoversion)); // 2.5 seconds old
    assertEquals(3, source.opens());
    assertEquals(ONE, urlAfterASecond(autoversion));
    assertEquals(ONE, urlAfterASecond(autoversion));
    assertEquals(3, source.opens());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no time of change")
  void recent_onlyTouched() throws IOException {
    time.set(changed(file).toInstant().plusSeconds(60));
    Autoversion autoversion = autoversion();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    editKeepingTime(file, "one");
    time.set(changed(file).toInstant());
    assertEquals(ONE, urlAfterASecond(autoversion));
    assertEquals(2, source.opens());
    assertEquals(ONE, urlAfterASecond(autoversion));
    assertEquals(3, source.opens());
    assertEquals(ONE, urlAfterASecond(autoversion));
    assertEquals(3, source.opens());
  }

  /** A file server's clock may be ahead for good; its files are not read for ever. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no time of change")
  void recent_timesInTheFuture() throws IOException {
    time.set(changed(file).toInstant().minusSeconds(60));
    Autoversion autoversion = autoversion();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(ONE, urlAfterASecond(autoversion));
    assertEquals(1, source.opens());
  }

  /** It may be one that is just being written anew. */
  @Test
  void empty_readAgain() throws IOException {
    Files.writeString(file, "");
    Autoversion autoversion = autoversion();
    assertEquals("/s/a.txt?v=e3b0c44298fc", autoversion.url("/s/a.txt"));
    assertEquals("/s/a.txt?v=e3b0c44298fc", urlAfterASecond(autoversion));
    assertEquals(2, source.opens());
  }

  /** Two edits in one tick of the clock leave the same size and time on a disk without ctime. */
  @Test
  void recent_editBehindTheSameTick() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
      Path root = Files.createDirectory(disk.getPath("/site"));
      Path edited = Files.writeString(root.resolve("a.txt"), "one");
      FileTime tick = Files.getLastModifiedTime(edited);
      time.set(tick.toInstant());
      Autoversion autoversion = time.builder().directory("/s", root).build();
      assertEquals(ONE, autoversion.url("/s/a.txt"));
      Files.writeString(edited, "two");
      Files.setLastModifiedTime(edited, tick);
      assertEquals(TWO, urlAfterASecond(autoversion));
    }
  }

  @Test
  void changing_onceWhileItIsRead() throws IOException {
    AtomicInteger reads = new AtomicInteger();
    source.stream(
        bytes ->
            afterwards(
                bytes,
                () -> {
                  if (reads.incrementAndGet() == 1) {
                    Files.writeString(file, "three");
                  }
                }));
    Autoversion autoversion = autoversion();
    assertEquals("/s/a.txt?v=8b5b9db0c13d", autoversion.url("/s/a.txt"));
    assertEquals("/s/a.txt?v=8b5b9db0c13d", autoversion.url("/s/a.txt"));
    assertEquals(2, source.opens());
    assertEquals(1, autoversion.stats().size());
  }

  @Test
  void changing_whileItsTimeIsTheVersion() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    VersionStrategy touching =
        asset -> {
          Version version = VersionStrategy.lastModified().versionOf(asset);
          if (asked.incrementAndGet() == 1) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000_000)));
          }
          return version;
        };
    Autoversion autoversion =
        time.builder().directory("/s", site).version(touching).recheckNever().build();
    assertEquals("/s/a.txt?v=1000000000.0", autoversion.url("/s/a.txt"));
  }

  @Test
  void changing_withoutEnd() throws IOException {
    AtomicInteger edits = new AtomicInteger();
    source.stream(
        bytes ->
            afterwards(bytes, () -> Files.writeString(file, "x".repeat(edits.incrementAndGet()))));
    Autoversion autoversion = time.builder().source("/s", source).recheckNever().build();
    autoversion.url("/s/a.txt");
    int opens = source.opens();
    assertEquals(0, autoversion.stats().size());
    autoversion.url("/s/a.txt");
    assertEquals(2 * opens, source.opens());
    source.stream(bytes -> bytes);
    Files.writeString(file, "two");
    assertEquals(TWO, autoversion.url("/s/a.txt"));
    assertEquals(2 * opens + 1, source.opens());
    assertEquals(TWO, autoversion.url("/s/a.txt"));
    assertEquals(2 * opens + 1, source.opens());
  }

  @Test
  void changing_goneBeforeItIsOpened() throws IOException {
    source.beforeOpen(path -> Files.deleteIfExists(file));
    Autoversion autoversion = autoversion();
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
      assertEquals(List.of(), log.lines());
    }
    source.beforeOpen(path -> {});
    Files.writeString(file, "two");
    assertEquals(TWO, urlAfterASecond(autoversion));
  }

  @Test
  void changing_deployedAgainBeforeItIsOpened() throws IOException {
    Path release = Files.createDirectory(site.resolve("1"));
    Files.move(file, release.resolve("a.txt"));
    Path current = Files.createSymbolicLink(site.resolve("current"), Path.of("1"));
    source = new CountingSource(current);
    source.beforeOpen(
        path -> {
          if (Files.exists(release)) {
            Files.move(release, site.resolve("2"));
            Files.writeString(site.resolve("2/a.txt"), "two");
            Files.delete(current);
            Files.createSymbolicLink(current, Path.of("2"));
          }
        });
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(TWO, autoversion().url("/s/a.txt"));
      assertEquals(List.of(), log.lines());
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void changing_linkInItsPlaceBeforeItIsOpened(@TempDir Path outside) throws IOException {
    Path secret = Files.writeString(outside.resolve("secret.txt"), "two");
    source.beforeOpen(
        path -> {
          Files.delete(file);
          Files.createSymbolicLink(file, secret);
        });
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals("/s/a.txt", autoversion().url("/s/a.txt"));
      assertEquals(1, log.lines().size());
    }
  }

  /** Neither size nor time are known, so nothing but the bytes tells of a change. */
  @Test
  void row_sizeAndTimeUnknown() {
    List<String> texts = List.of("one", "one", "two");
    AtomicInteger reads = new AtomicInteger();
    AssetSource rows =
        path ->
            Optional.of(
                new Row(
                    path, -1, FileTime.fromMillis(0), () -> texts.get(reads.getAndIncrement())));
    Autoversion autoversion = time.builder().source("/s", rows).build();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(ONE, urlAfterASecond(autoversion));
    assertEquals(TWO, urlAfterASecond(autoversion));
  }

  @Test
  void row_timeKnown() {
    AtomicInteger reads = new AtomicInteger();
    FileTime written = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    AssetSource rows =
        path ->
            Optional.of(
                new Row(
                    path,
                    3,
                    written,
                    () -> {
                      reads.incrementAndGet();
                      return "one";
                    }));
    Autoversion autoversion = time.builder().source("/s", rows).build();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    assertEquals(ONE, urlAfterASecond(autoversion));
    assertEquals(1, reads.get());
  }

  private static InputStream afterwards(InputStream bytes, Edit edit) {
    return new FilterInputStream(bytes) {
      @Override
      public void close() throws IOException {
        super.close();
        edit.make();
      }
    };
  }

  @FunctionalInterface
  private interface Edit {
    void make() throws IOException;
  }

  @FunctionalInterface
  private interface Text {
    String read();
  }

  /** An asset that is no file, say a row of a database. */
  private record Row(LogicalPath path, long size, FileTime lastModified, Text text)
      implements Asset {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(text.read().getBytes(StandardCharsets.UTF_8));
    }
  }
}
