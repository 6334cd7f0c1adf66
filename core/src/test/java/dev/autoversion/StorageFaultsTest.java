package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that fail and files that move while requests are answered. */
class StorageFaultsTest {
  private static final int LARGE = (3 << 20) + 1;
  private static final int HUGE = 60_000_000;

  @TempDir Path site;
  private final FaultyFiles files = new FaultyFiles();
  private final ManualTime time = ManualTime.later();
  @RegisterExtension private final CapturedLog log = new CapturedLog();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(site.resolve("a.js"), "two"); // printf two | sha256sum
    Files.write(site.resolve("big.mp4"), new byte[LARGE]);
  }

  @Test
  void failingDisk_isTold() {
    Autoversion autoversion = time.builder().directory("/s", files.path(site)).build();
    String url = autoversion.url("/s/a.js");
    files.fail(
        (operation, path) -> {
          if (operation == FaultyFiles.Operation.OPEN) {
            throw new FileSystemException(path.toString(), null, "Too many open files");
          }
        });
    autoversion.respond(Asked.get(url));
    String failure =
        "java.nio.file.FileSystemException: " + site.resolve("a.js") + ": Too many open files";
    assertEquals(
        List.of(
            "WARNING '/s/a.js' can't be read: directory " + site + ": " + failure,
            "WARNING '/s/a.js' keeps its last version: directory " + site + " failed: " + failure),
        log.lines());
  }

  /** A file that can't be looked at is no missing one. */
  @Test
  void ofFile_failingDisk() {
    files.fail(
        (operation, path) -> {
          if (operation == FaultyFiles.Operation.REAL_PATH) {
            throw new FileSystemException(path.toString(), null, "Stale file handle");
          }
        });
    LogicalPath path = LogicalPath.of("a.js").orElseThrow();
    Path file = files.path(site.resolve("a.js"));
    FileSystemException failure =
        assertThrows(FileSystemException.class, () -> Asset.ofFile(path, file));
    assertEquals("Stale file handle", failure.getReason());
  }

  @ParameterizedTest
  @EnumSource(FaultyFiles.Operation.class)
  void failingDisk_keepsWhatWasKnown(FaultyFiles.Operation failing) throws IOException {
    Autoversion autoversion =
        time.builder().directory("/s", files.path(site)).placement(Placement.fileName()).build();
    Asked asked = Asked.get("/s/a-3fc4ccfe7458.js");
    assertEquals("two", Sent.of(autoversion, asked).text());
    files.fail(
        (operation, path) -> {
          if (operation == failing) {
            throw new FileSystemException(path.toString(), null, "Input/output error");
          }
        });
    for (int i = 0; i < 3; i++) {
      time.advance(Duration.ofSeconds(2));
      assertEquals("two", Sent.of(autoversion, asked).text());
    }
    files.recover();
    time.advance(Duration.ofSeconds(2));
    Files.writeString(site.resolve("a.js"), "three");
    assertEquals(302, autoversion.respond(asked).orElseThrow().status());
  }

  @Test
  void unreadable_isNeverKept() throws IOException {
    Autoversion autoversion = time.builder().directory("/s", files.path(site)).build();
    assertEquals("/s/a.js?v=3fc4ccfe7458", autoversion.url("/s/a.js"));
    files.fail(
        (operation, path) -> {
          if (operation == FaultyFiles.Operation.OPEN) {
            throw new FileSystemException(path.toString(), null, "Too many open files");
          }
        });
    Asked asked = Asked.get("/s/a.js?v=3fc4ccfe7458");
    assertTrue(autoversion.respond(asked).isEmpty());
    assertEquals(Storing.NEVER, autoversion.storing(asked));
    assertFalse(log.lines().isEmpty());
    files.recover();
    assertEquals("two", Sent.of(autoversion, asked).text());
  }

  @Test
  void unreadable_leadsToThePlainUrl() throws IOException {
    Autoversion autoversion = failing(Integer.MAX_VALUE);
    Sent led = Sent.of(autoversion, Asked.get("/s/a-3fc4ccfe7458.js"));
    assertEquals(302, led.status());
    assertEquals("a.js", led.header("Location"));
  }

  /** Bytes that can't be had are asked for three times before that: once, and twice with a look. */
  @ParameterizedTest
  @CsvSource({"3, 200", "4, 200", "5, 302"})
  void unreadable_forAMoment(int failures, int status) throws IOException {
    Autoversion autoversion = failing(failures);
    assertEquals(status, Sent.of(autoversion, Asked.get("/s/a-3fc4ccfe7458.js")).status());
  }

  /** Knows the version of a.js, whose file can't be opened so many times. */
  private Autoversion failing(int failures) {
    Autoversion autoversion =
        time.builder().directory("/s", files.path(site)).placement(Placement.fileName()).build();
    assertEquals("/s/a-3fc4ccfe7458.js", autoversion.url("/s/a.js"));
    AtomicInteger left = new AtomicInteger(failures);
    files.fail(
        (operation, path) -> {
          if (operation == FaultyFiles.Operation.OPEN && left.getAndDecrement() > 0) {
            throw new FileSystemException(path.toString(), null, "Too many open files");
          }
        });
    return autoversion;
  }

  @Test
  void large_rewrittenWhileItIsSent_isBrokenOff() throws IOException {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    AssetResponse.Body body = body(autoversion, "/s/big.mp4");
    Writing out = new Writing(() -> Files.write(site.resolve("big.mp4"), ones()));
    assertThrows(IOException.class, () -> body.writeTo(out));
    assertTrue(out.size() < LARGE);
    assertThrows(IOException.class, body::verify);
  }

  /** One byte of sixty million, of a file that keeps its time and its size. */
  @Test
  void huge_rewrittenUnderASlowClient_isBrokenOff() throws IOException {
    Path file = site.resolve("huge.mp4");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(HUGE);
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));
      Autoversion autoversion = time.builder().directory("/s", site).build();
      AssetResponse.Body body = body(autoversion, "/s/huge.mp4");
      Writing out =
          new Writing(
              () -> {
                huge.seek(HUGE - 1);
                huge.write(1);
                Files.setLastModifiedTime(file, FileTime.fromMillis(0));
              });
      assertThrows(IOException.class, () -> body.writeTo(out));
      assertTrue(out.size() > 0 && out.size() < HUGE, () -> out.size() + " bytes");
    }
  }

  @Test
  void large_replacedWhileItIsSent_isBrokenOff() throws IOException {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    AssetResponse.Body body = body(autoversion, "/s/big.mp4");
    Writing out = new Writing(this::replace);
    assertThrows(IOException.class, () -> body.writeTo(out));
    assertTrue(out.size() < LARGE);
  }

  /** What has been sent is the beginning of an answer that its client knows to be broken off. */
  @Test
  void large_changedBeforeItIsSent_sendsNothing() throws IOException {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    AssetResponse.Body body = body(autoversion, "/s/big.mp4");
    replace();
    Writing out = new Writing(() -> {});
    IOException e = assertThrows(IOException.class, () -> body.writeTo(out));
    assertEquals("'big.mp4' was changed while it was sent; broken off", e.getMessage());
    assertEquals(0, out.size());
  }

  /** The last byte of its 3,145,729 is kept back, and it is looked at before that alone. */
  @Test
  void large_changedWhileItIsSent_keepsTheLastPieceBack() throws IOException {
    Files.setLastModifiedTime(site.resolve("big.mp4"), FileTime.fromMillis(1));
    Autoversion autoversion = time.builder().directory("/s", site).build();
    AssetResponse.Body body = body(autoversion, "/s/big.mp4");
    Writing out = new Writing(() -> Files.write(site.resolve("big.mp4"), ones()));
    assertThrows(IOException.class, () -> body.writeTo(out));
    assertEquals(3_145_728, out.size());
  }

  @Test
  void large_cutOffWhileItIsSent_saysWhy() throws IOException {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    AssetResponse.Body body = body(autoversion, "/s/big.mp4");
    Writing out = new Writing(() -> Files.write(site.resolve("big.mp4"), new byte[0]));
    IOException e = assertThrows(IOException.class, () -> body.writeTo(out));
    assertEquals("'big.mp4' was changed while it was sent; broken off", e.getMessage());
    assertEquals(65_536, out.size());
  }

  @Test
  void large_askedForAgainLater_isNotReadAgain() throws IOException {
    Files.writeString(site.resolve("big.js"), "let x = 1;\n".repeat(100_000));
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = time.builder().source("/s", source).build();
    Asked asked = Asked.get(autoversion.url("/s/big.js"));
    autoversion.respond(asked);
    int opens = source.opens();
    time.advance(Duration.ofSeconds(2));
    assertEquals(200, autoversion.respond(asked).orElseThrow().status());
    assertEquals(opens, source.opens());
  }

  @Test
  void large_replacedSinceTheLastLook_isLookedAtAnew() throws IOException {
    Autoversion autoversion =
        time.builder().directory("/s", site).placement(Placement.fileName()).build();
    String url = autoversion.url("/s/big.mp4");
    assertEquals(LARGE, Sent.of(autoversion, Asked.get(url)).bytes().length);
    replace();
    assertEquals(302, autoversion.respond(Asked.get(url)).orElseThrow().status());
  }

  /** A deploy writes what has not changed anew; its version stays, and it is still to be had. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void large_sameBytesWrittenAnew_isSent(boolean looksAtOnce) throws IOException {
    Autoversion autoversion =
        time.builder()
            .directory("/s", site)
            .recheckAfter(looksAtOnce ? Duration.ZERO : Duration.ofSeconds(1))
            .build();
    String url = autoversion.url("/s/big.mp4");
    for (int deploy = 1; deploy <= 3; deploy++) {
      assertEquals(LARGE, Sent.of(autoversion, Asked.get(url)).bytes().length);
      Path other = Files.write(site.resolve("other"), new byte[LARGE]);
      FileTime written = FileTime.from(Instant.parse("2024-01-0" + deploy + "T00:00:00Z"));
      Files.setLastModifiedTime(other, written);
      Files.move(other, site.resolve("big.mp4"), StandardCopyOption.REPLACE_EXISTING);
      assertEquals(LARGE, Sent.of(autoversion, Asked.get(url)).bytes().length);
      time.advance(Duration.ofSeconds(5));
      assertEquals(url, autoversion.url("/s/big.mp4"));
      assertEquals(LARGE, Sent.of(autoversion, Asked.get(url)).bytes().length);
      assertEquals(206, Sent.of(autoversion, Asked.get(url).with("Range", "bytes=0-1")).status());
    }
  }

  @Test
  void large_young_isHashedWhileItIsSent() throws IOException {
    // Without memory to share it in.
    Autoversion autoversion =
        ManualTime.now().builder().directory("/s", site).maximumBytes(0).build();
    AssetResponse.Body body = body(autoversion, "/s/big.mp4");
    assertTrue(body.file().isEmpty());
    assertTrue(body.bytes().isEmpty());
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    body.writeTo(whole);
    assertEquals(LARGE, whole.size());
    Writing out = new Writing(() -> Files.write(site.resolve("big.mp4"), ones()));
    assertThrows(IOException.class, () -> body.writeTo(out));
    assertTrue(out.size() < LARGE);
  }

  @Test
  void large_young_isLookedForOnceWhileItIsFresh() throws IOException {
    CountingSource source = new CountingSource(site);
    Autoversion autoversion =
        ManualTime.now().builder().source("/s", source).maximumBytes(LARGE - 1).build();
    Asked asked = Asked.get(autoversion.url("/s/big.mp4"));
    assertEquals(LARGE, Sent.of(autoversion, asked).bytes().length);
    int finds = source.finds();
    assertEquals(LARGE, Sent.of(autoversion, asked).bytes().length);
    assertEquals(finds, source.finds());
    replace();
    assertEquals(Optional.empty(), autoversion.respond(asked));
  }

  /** A source of a user's own may tell a size that its asset has not. */
  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void large_young_ofAnotherSizeThanItTells_isBrokenOff(int more) {
    ManualTime now = ManualTime.now();
    FileTime modified = FileTime.from(now.instant());
    AssetSource rows = path -> Optional.of(new Row(path, LARGE, LARGE + more, modified));
    Autoversion autoversion =
        now.builder().source("/s", rows).version(VersionStrategy.lastModified()).build();
    AssetResponse.Body body = body(autoversion, "/s/big.mp4");
    Writing out = new Writing(() -> {});
    assertThrows(IOException.class, () -> body.writeTo(out));
    assertTrue(out.size() < LARGE, () -> out.size() + " bytes");
  }

  private record Row(LogicalPath path, long size, int length, FileTime lastModified)
      implements Asset {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(new byte[length]);
    }
  }

  /** What had to be watched need not be once the file has settled: then it has parts, too. */
  @Test
  void large_young_thenSettled_hasParts() throws IOException {
    Files.write(site.resolve("big.bin"), new byte[3 << 20]);
    ManualTime clock = ManualTime.now();
    Autoversion autoversion =
        clock.builder().directory("/s", site).maximumBytes((3 << 20) - 1).build();
    Asked part = Asked.get(autoversion.url("/s/big.bin")).with("Range", "bytes=0-1");
    assertEquals(200, Sent.of(autoversion, part).status());
    clock.advance(Duration.ofSeconds(3));
    assertEquals(206, Sent.of(autoversion, part).status());
  }

  @Test
  void small_young_isReadOnceForAll() throws Exception {
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = ManualTime.now().builder().source("/s", source).build();
    Asked asked = Asked.get("/s/a.js?v=3fc4ccfe7458");
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> all = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        all.add(clients.submit(() -> Sent.of(autoversion, asked).text()));
      }
      for (Future<String> one : all) {
        assertEquals("two", one.get());
      }
    } finally {
      clients.shutdownNow();
    }
    // Whoever looks first reads; another one may be the first to want the bytes.
    assertTrue(source.opens() <= 2, () -> source.opens() + " opens");
  }

  @Test
  void noFileStaysOpen() throws IOException {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    body(autoversion, "/s/big.mp4").writeTo(OutputStream.nullOutputStream());
    AssetResponse.Body body = body(autoversion, "/s/big.mp4");
    assertThrows(
        IOException.class,
        () ->
            body.writeTo(
                new Writing(
                    () -> {
                      throw new IOException("the client has gone");
                    })));
    assertEquals(List.of(), OpenFiles.below(site));
  }

  private void replace() throws IOException {
    Path other = Files.write(site.resolve("other"), ones());
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(site.resolve("big.mp4")));
    Files.move(other, site.resolve("big.mp4"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] ones() {
    byte[] ones = new byte[LARGE];
    Arrays.fill(ones, (byte) 1);
    return ones;
  }

  private static AssetResponse.Body body(Autoversion autoversion, String reference) {
    Asked asked = Asked.get(autoversion.url(reference));
    return autoversion.respond(asked).orElseThrow().body();
  }

  /** Does something when the first bytes arrive. */
  private static final class Writing extends OutputStream {
    private final Step step;
    private long size;

    private interface Step {
      void run() throws IOException;
    }

    Writing(Step step) {
      this.step = step;
    }

    long size() {
      return size;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (size == 0 && length > 0) {
        step.run();
      }
      size += length;
    }
  }
}
