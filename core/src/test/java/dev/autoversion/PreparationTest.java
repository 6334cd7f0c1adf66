package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes are read once, and sent only where they are those that the URL names. */
class PreparationTest {
  private static final int MEBIBYTE = 1_048_576;
  // printf two | openssl dgst -sha384 -binary | base64
  private static final Optional<String> INTEGRITY =
      Optional.of("sha384-C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp");

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  /** Up to a mebibyte a file is held from the one reading, and has a tag of its bytes. */
  @ParameterizedTest
  @CsvSource({
    "1048576, false, 1, 30e14955ebf1352266dc2ff8067e6810", // head -c 1048576 /dev/zero | sha256sum
    "1048576, true,  1, 30e14955ebf1352266dc2ff8067e6810",
    "1048577, false, 2, 2cb74edba754",
    "1048577, true,  1, 2cb74edba754",
  })
  void respond_mebibyte(int size, boolean young, int opens, String tag) throws IOException {
    Files.write(site.resolve("a.mp4"), new byte[size]);
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = at(young).builder().source("/s", source).build();
    Sent sent = Sent.of(autoversion, Asked.get("/s/a.mp4?v=" + tag.substring(0, 12)));
    assertEquals(size, sent.bytes().length);
    assertEquals("\"" + tag + "\"", sent.etag());
    assertEquals(opens, source.opens());
  }

  /** No stamp vouches for it, but its bytes are here. */
  @Test
  void respond_partOfAYoungFile() throws IOException {
    byte[] bytes = new byte[MEBIBYTE + 1];
    bytes[1] = 'x';
    Files.write(site.resolve("a.mp4"), bytes);
    Autoversion autoversion = at(true).builder().directory("/s", site).build();
    Asked asked = Asked.get(autoversion.url("/s/a.mp4")).with("Range", "bytes=1-1");
    Sent sent = Sent.of(autoversion, asked);
    assertEquals(206, sent.status());
    assertEquals("bytes 1-1/1048577", sent.header("Content-Range"));
    assertEquals("x", sent.text());
  }

  @ParameterizedTest
  @CsvSource({
    "a.js,  120, false, text/javascript;charset=utf-8",
    "a.js,  120, true,  text/javascript;charset=utf-8",
    "a.js,  252, false, text/javascript",
    "a.js,  252, true,  text/javascript",
    "a.mp4, 120, false, video/mp4",
    "a.mp4, 120, true,  video/mp4",
  })
  void respond_typeOfALargeFile(String name, int octet, boolean young, String type)
      throws IOException {
    byte[] bytes = new byte[MEBIBYTE + 1];
    Arrays.fill(bytes, (byte) octet);
    Files.write(site.resolve(name), bytes);
    Autoversion autoversion = at(young).builder().directory("/s", site).build();
    Sent sent = Sent.of(autoversion, Asked.get(autoversion.url("/s/" + name)));
    assertEquals(type, sent.header("Content-Type"));
  }

  /** Nothing can be coded, so no cache has to tell requests apart. */
  @Test
  void respond_emptyFile_doesNotVary() throws IOException {
    Files.writeString(site.resolve("none.js"), "");
    Files.writeString(site.resolve("one.js"), "x");
    Autoversion autoversion = time.builder().directory("/s", site).build();
    assertEquals("", Sent.of(autoversion, Asked.get(autoversion.url("/s/none.js"))).header("Vary"));
    assertEquals(
        "Accept-Encoding",
        Sent.of(autoversion, Asked.get(autoversion.url("/s/one.js"))).header("Vary"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.js", "a.css"})
  void respond_editedSinceTheLook_isNotSent(String name) throws IOException {
    // Of a stylesheet whose references lead nowhere, the version is its own bytes' alone.
    Path file = Files.writeString(site.resolve(name), "i{background:url(no.png)}");
    Autoversion autoversion = time.builder().directory("/s", site).build();
    Asked asked = Asked.get(autoversion.url("/s/" + name));
    Files.writeString(file, "b{background:url(no.png)}");
    assertEquals(Optional.empty(), autoversion.respond(asked));
    assertEquals(Storing.NEVER, autoversion.storing(asked));
  }

  /** One asset and one version, but references of one application and of another. */
  @Test
  void respond_twoContextPaths() throws IOException {
    Files.writeString(site.resolve("a.js"), "two");
    Files.writeString(site.resolve("a.css"), "i{background:url(/shop/s/a.js)}");
    Autoversion autoversion =
        time.builder().directory("/s", site).version(VersionStrategy.fixed("1.0")).build();
    assertEquals(
        "i{background:url(/shop/s/a.js?v=1.0)}",
        Sent.of(autoversion, Asked.get("/shop/s/a.css?v=1.0").in("/shop")).text());
    assertEquals(
        "i{background:url(/shop/s/a.js)}",
        Sent.of(autoversion, Asked.get("/blog/s/a.css?v=1.0").in("/blog")).text());
  }

  /** Who asks meanwhile gets what another reads, or reads for himself where that one failed. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void integrity_whileAnotherReads(boolean fails) throws Exception {
    Files.writeString(site.resolve("a.txt"), "two");
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CountingSource source = new CountingSource(site);
    Autoversion autoversion =
        time.builder().source("/s", source).recheckNever().maximumBytes(0).build();
    autoversion.url("/s/a.txt");
    source.beforeOpen(
        path -> {
          if (source.opens() == 2) {
            reading.countDown();
            await(end);
            if (fails) {
              throw new IOException("Too many open files");
            }
          }
        });
    try (CapturedLog log = CapturedLog.open()) {
      FutureTask<Optional<String>> first =
          new FutureTask<>(() -> autoversion.integrity("/s/a.txt"));
      new Thread(first).start();
      reading.await();
      // Longer than those wait who have something to fall back on.
      time.advance(Duration.ofSeconds(2));
      FutureTask<Optional<String>> second =
          new FutureTask<>(() -> autoversion.integrity("/s/a.txt"));
      Thread waiting = new Thread(second);
      waiting.start();
      while (waiting.getState() != Thread.State.WAITING && !second.isDone()) {
        Thread.onSpinWait();
      }
      end.countDown();
      assertEquals(fails ? Optional.empty() : INTEGRITY, first.get());
      assertEquals(INTEGRITY, second.get());
      assertEquals(fails ? 3 : 2, source.opens());
      assertEquals(fails ? 1 : 0, log.lines().size());
    }
  }

  /** Between a look into the memory and the work another thread may have done it. */
  @Test
  void integrity_readMeanwhile() throws IOException {
    Files.writeString(site.resolve("a.txt"), "two");
    CountingSource source = new CountingSource(site);
    AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    Autoversion autoversion =
        Autoversion.builder()
            .time(
                () -> {
                  meanwhile.get().run();
                  return 0;
                },
                time)
            .source("/s", source)
            .build();
    autoversion.url("/s/a.txt");
    AtomicInteger asked = new AtomicInteger();
    meanwhile.set(
        () -> {
          // The look asks for the time first, then who is about to work.
          if (asked.incrementAndGet() == 2) {
            autoversion.integrity("/s/a.txt");
          }
        });
    assertEquals(INTEGRITY, autoversion.integrity("/s/a.txt"));
    assertEquals(2, source.opens());
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static ManualTime at(boolean young) {
    return young ? ManualTime.now() : ManualTime.later();
  }
}
