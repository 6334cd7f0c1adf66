package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which coding is made, and sent, after what was asked before. */
class CompressionTest {
  private static final String LINE = "function twice(x) { return x + x; }\n";

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  /** Both of these lines have the same place among those that are remembered. */
  @Test
  void acceptance_anotherLineInItsPlace() throws IOException {
    Autoversion autoversion = builder(LINE.repeat(200)).build();
    assertEquals("gzip", coding(autoversion, "gzip"));
    assertEquals("br", coding(autoversion, "br;q=1"));
    assertEquals("gzip", coding(autoversion, "gzip"));
  }

  @Test
  void acceptance_knownLineAndAnother() throws IOException {
    Autoversion autoversion = builder(LINE.repeat(200)).build();
    assertEquals("br", coding(autoversion, "br;q=0.1"));
    assertEquals("gzip", coding(autoversion, "br;q=0.1", "gzip"));
    assertEquals("zstd", coding(autoversion, "br;q=0.1", "zstd"));
  }

  /** Whoever sends headers of his own invention fills no memory with them. */
  @Test
  void acceptance_longLine_isNotKept() throws IOException {
    Autoversion autoversion = builder(LINE.repeat(200)).build();
    WeakReference<String> line = sentWithLongLine(autoversion);
    for (int i = 0; i < 100 && line.get() != null; i++) {
      System.gc();
    }
    assertNull(line.get());
  }

  private static WeakReference<String> sentWithLongLine(Autoversion autoversion)
      throws IOException {
    String line = "gzip" + " ".repeat(197);
    assertEquals("gzip", coding(autoversion, line));
    return new WeakReference<>(line);
  }

  @Test
  void wanted_beforeASmallerOneThatIsThere() throws IOException {
    Autoversion autoversion = builder(LINE.repeat(200)).build();
    assertEquals("br", coding(autoversion, "br"));
    assertEquals("gzip", coding(autoversion, "gzip, br;q=0.5"));
    assertEquals("gzip", coding(autoversion, "gzip, br;q=0.5"));
  }

  /** One that could not be kept would be made for each request; its place takes 1,066 bytes. */
  @ParameterizedTest
  @CsvSource({"126_066, ''", "126_067, gzip"})
  void maximumBytes_ofAHundredThousand(String most, String coding) throws IOException {
    Autoversion autoversion =
        builder("0123456789".repeat(10_000)).maximumBytes(number(most)).build();
    assertEquals(coding, coding(autoversion, "gzip"));
  }

  /** Ten thousand bytes that can't be made shorter, and three hundred that can. */
  @Test
  void savesLessThanFivePercent_isNotSent() throws IOException {
    byte[] bytes = new byte[10_000];
    new Random(1).nextBytes(bytes);
    Files.write(site.resolve("a.js"), Arrays.copyOf(bytes, 10_300));
    Autoversion autoversion = time.builder().directory("/s", site).build();
    assertEquals("", coding(autoversion, "gzip"));
  }

  /** What a warm-up has made as small as can be is not made again, and faster. */
  @Test
  void large_sameBytesWrittenAnew_keepsItsCodings() throws IOException {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 300_000; i++) {
      script.append("f(").append(i * 31 % 977).append(");");
    }
    Autoversion autoversion = builder(script.toString()).build();
    autoversion.warmUp();
    Asked asked = Asked.get(autoversion.url("/s/a.js")).accepting("gzip");
    int smallest = Sent.of(autoversion, asked).bytes().length;
    Files.setLastModifiedTime(site.resolve("a.js"), FileTime.fromMillis(0));
    time.advance(Duration.ofSeconds(5));
    assertEquals(smallest, Sent.of(autoversion, asked).bytes().length);
  }

  /** Each takes most of the room that there is, and gives it back. */
  @Test
  void large_oneAfterTheOther() throws IOException {
    for (String name : new String[] {"b.js", "c.js"}) {
      Files.writeString(site.resolve(name), LINE.repeat(45_000));
    }
    Autoversion autoversion = builder(LINE.repeat(45_000)).maximumBytes(4 << 20).build();
    for (String name : new String[] {"/s/a.js", "/s/b.js", "/s/c.js"}) {
      Asked asked = Asked.get(autoversion.url(name)).accepting("gzip");
      assertEquals("gzip", Sent.of(autoversion, asked).coding(), name);
    }
  }

  /**
   * A script of 2 MiB takes 4 MiB of the room while its coding is made, one of a byte more than 1
   * MiB takes 2 MiB, and one of 1 MiB none.
   */
  @ParameterizedTest
  @CsvSource({
    "4_194_304, 1_048_576, zstd",
    "4_194_304, 1_048_577, ''",
    "6_291_455, 1_048_577, ''",
    "6_291_456, 1_048_577, zstd",
  })
  void room_whileAnotherIsMade(String most, String size, String coding) throws Exception {
    Files.writeString(site.resolve("big.js"), script(2 << 20));
    Files.writeString(site.resolve("a.js"), script(number(size)));
    Hanging source = new Hanging(site);
    Autoversion autoversion =
        time.builder().source("/s", source.files).maximumBytes(number(most)).build();
    assertEquals(coding, source.whileCodingIsMade(autoversion, () -> coding(autoversion, "zstd")));
    assertEquals("zstd", coding(autoversion, "zstd"));
  }

  @Test
  void room_afterAWarmUp_isTheSame() throws Exception {
    Files.writeString(site.resolve("big.js"), script(2 << 20));
    Files.writeString(site.resolve("a.js"), script((1 << 20) + 1));
    Hanging source = new Hanging(site);
    AssetSource listed = WarmUpTest.listed(source.files, "big.js");
    Autoversion autoversion = time.builder().source("/s", listed).maximumBytes(4 << 20).build();
    autoversion.warmUp();
    assertEquals("", source.whileCodingIsMade(autoversion, () -> coding(autoversion, "zstd")));
  }

  /** A coding that can't be made gives its room back, and leaves what was made before. */
  @Test
  void source_failsWhileItIsCoded() throws IOException {
    Files.writeString(site.resolve("big.js"), script(2 << 20));
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = time.builder().source("/s", source).maximumBytes(4 << 20).build();
    Asked asked = Asked.get(autoversion.url("/s/big.js"));
    assertEquals("gzip", Sent.of(autoversion, asked.accepting("gzip")).coding());
    source.beforeOpen(
        path -> {
          throw new IOException("bad sector");
        });
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals("gzip", Sent.of(autoversion, asked.accepting("br, gzip")).coding());
      assertEquals("gzip", Sent.of(autoversion, asked.accepting("br, gzip")).coding());
      assertEquals(
          List.of(
              "WARNING '/s/big.js' can't be compressed (br), so it is sent without: "
                  + "java.io.IOException: bad sector"),
          log.lines());
    }
    source.beforeOpen(path -> {});
    assertEquals("br", Sent.of(autoversion, asked.accepting("br, gzip")).coding());
  }

  @Test
  void source_breaksWhileItIsCoded() throws IOException {
    Files.writeString(site.resolve("big.js"), script(2 << 20));
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = time.builder().source("/s", source).maximumBytes(4 << 20).build();
    Asked asked = Asked.get(autoversion.url("/s/big.js"));
    assertEquals("", Sent.of(autoversion, asked).coding());
    source.beforeOpen(
        path -> {
          throw new AssertionError("of the source");
        });
    assertThrows(AssertionError.class, () -> autoversion.respond(asked.accepting("gzip")));
    source.beforeOpen(path -> {});
    assertEquals("gzip", Sent.of(autoversion, asked.accepting("gzip")).coding());
  }

  /** It went between its version and its coding: nobody gets the coding of nothing. */
  @Test
  void large_deletedBeforeItIsCoded() throws IOException {
    Path big = Files.writeString(site.resolve("big.js"), script(2 << 20));
    Autoversion autoversion = time.builder().directory("/s", site).build();
    Asked asked = Asked.get(autoversion.url("/s/big.js"));
    assertEquals(2 << 20, Sent.of(autoversion, asked).bytes().length);
    Files.delete(big);
    assertEquals(Optional.empty(), autoversion.respond(asked.accepting("gzip")));
  }

  /** Half of what may be held is the longest that a coding may be. */
  @ParameterizedTest
  @CsvSource({"1_048_576, true", "1_048_577, false"})
  void large_fileBeside_noLongerThanTheRoom(String length, boolean sent) throws IOException {
    byte[] noise = new byte[1_040_000];
    new SplittableRandom(1).nextBytes(noise);
    byte[] script = Arrays.copyOf(noise, 2 << 20);
    Files.write(site.resolve("a.js"), script);
    byte[] gzip = CodedFilesTest.gzipOf(script, number(length));
    Files.write(site.resolve("a.js.gz"), gzip);
    Autoversion autoversion = time.builder().directory("/s", site).maximumBytes(2 << 20).build();
    Asked asked = Asked.get(autoversion.url("/s/a.js")).accepting("gzip");
    assertEquals(sent, Arrays.equals(gzip, Sent.of(autoversion, asked).bytes()));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits.replace("_", ""));
  }

  private static String script(int length) {
    return LINE.repeat(length / LINE.length() + 1).substring(0, length);
  }

  /** A source whose big.js can be made to hang while its coding is made. */
  private static final class Hanging {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicBoolean hangs = new AtomicBoolean();
    private final CountingSource files;

    Hanging(Path site) {
      files =
          new CountingSource(site)
              .beforeOpen(
                  path -> {
                    if (path.value().equals("big.js") && hangs.getAndSet(false)) {
                      begun.countDown();
                      assertDoesNotThrow(() -> goOn.await());
                    }
                  });
    }

    /** What one is answered while another one's coding is being made. */
    String whileCodingIsMade(Autoversion autoversion, Callable<String> question) throws Exception {
      Asked big = Asked.get(autoversion.url("/s/big.js"));
      assertEquals(200, Sent.of(autoversion, big).status());
      autoversion.url("/s/a.js");
      hangs.set(true);
      FutureTask<String> other =
          new FutureTask<>(() -> Sent.of(autoversion, big.accepting("zstd")).coding());
      Thread thread = new Thread(other);
      thread.setDaemon(true);
      thread.start();
      begun.await();
      try {
        return question.call();
      } finally {
        goOn.countDown();
        assertEquals("zstd", other.get());
      }
    }
  }

  private static String coding(Autoversion autoversion, String... lines) throws IOException {
    Asked asked = Asked.get(autoversion.url("/s/a.js"));
    for (String line : lines) {
      asked = asked.accepting(line);
    }
    return Sent.of(autoversion, asked).coding();
  }

  private Autoversion.Builder builder(String text) throws IOException {
    Files.write(site.resolve("a.js"), text.getBytes(StandardCharsets.UTF_8));
    return time.builder().directory("/s", site);
  }
}
