package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {
  private static final String TEXT = "function twice(x) { return x + x; }\n".repeat(200);

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  @BeforeEach
  void writeSite() throws IOException {
    Files.writeString(site.resolve("a.js"), TEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "br, zstd, gzip                | br",
        "gzip, deflate, br             | br",
        "gzip                          | gzip",
        "x-gzip                        | gzip",
        "GZIP                          | gzip",
        "zstd                          | zstd",
        "*                             | br",
        "br;q=0.5, gzip                | gzip",
        "br;q=0, *                     | zstd",
        "br ; q=0.001 , gzip;q=0.000   | br",
        "identity, gzip;q=0.5          | ''",
        "identity;q=0.4, gzip;q=0.5    | gzip",
        "gzip;q=0.5                    | gzip",
        "gzip;q=0.1, *;q=0             | gzip",
        "*;q=0                         | ''",
        "identity;q=0, *;q=0           | ''",
        "deflate                       | ''",
        "gzip;q=2                      | ''",
        "gzip;q=-1                     | ''",
        "gzip;q=x                      | ''",
        "gzip;q                        | ''",
        "br;q=1.0000, gzip;q=0.5       | gzip",
        "gzip;q=0.9                    | gzip",
        "gzip;q=1, br;q=0.5            | gzip",
        "gzip;q=0.19, br;q=0.5         | br",
        "gzip;q=0.:                    | ''",
        "gzip;q=10                     | ''",
        "gzip;q=1.5, br                | br",
        ";;,,=;q=,gzip                 | gzip",
        ",gzip,                        | gzip",
        "''                            | ''",
      })
  void heaviestWins(String accepted, String coding) throws IOException {
    Sent sent = Sent.of(builder().build(), Asked.get(url()).accepting(accepted));
    assertEquals(coding, sent.coding());
    assertEquals(TEXT, sent.text());
    assertEquals("Accept-Encoding", sent.header("Vary"));
    assertEquals(Integer.toString(sent.bytes().length), sent.header("Content-Length"));
    assertEquals("public, max-age=31536000, immutable", sent.header("Cache-Control"));
  }

  @Test
  void severalLines_areOneList() throws IOException {
    Asked asked = Asked.get(url()).accepting("gzip;q=0.2").accepting("br;q=0.1");
    assertEquals("gzip", Sent.of(builder().build(), asked).coding());
  }

  /** What took the square of its length would not come back from this. */
  @Test
  void eightMegabytes_areReadOnce() throws IOException {
    Autoversion autoversion = builder().build();
    Asked asked = Asked.get(url()).accepting("x,".repeat(4_000_000) + "gzip");
    assertEquals("gzip", Sent.of(autoversion, asked).coding());
  }

  @Test
  void eachHasItsOwnTag() throws IOException {
    Autoversion autoversion = builder().build();
    Set<String> tags = new HashSet<>();
    for (String coding : List.of("identity", "br", "gzip", "zstd")) {
      Sent sent = Sent.of(autoversion, Asked.get(url()).accepting(coding));
      assertTrue(sent.etag().startsWith("\""), sent.etag());
      tags.add(sent.etag());
    }
    assertEquals(4, tags.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "a.woff2", "a.mp4", "a.zip", "unknown"})
  void packedAlready(String name) throws IOException {
    Files.writeString(site.resolve(name), TEXT);
    Autoversion autoversion = builder().build();
    Sent sent = Sent.of(autoversion, Asked.get(autoversion.url("/s/" + name)).accepting("br"));
    assertEquals("", sent.coding());
    assertEquals("", sent.header("Vary"));
  }

  @Test
  void savesTooLittle() throws IOException {
    byte[] noise = new byte[3000];
    new SplittableRandom(1).nextBytes(noise);
    Files.write(site.resolve("noise.wasm"), noise);
    Files.writeString(site.resolve("empty.js"), "");
    Autoversion autoversion = builder().build();
    for (String name : List.of("noise.wasm", "empty.js")) {
      Asked asked = Asked.get(autoversion.url("/s/" + name)).accepting("br, gzip, zstd");
      assertEquals("", Sent.of(autoversion, asked).coding());
    }
  }

  @Test
  void stylesheet_codedAsRewritten() throws IOException {
    Files.writeString(site.resolve("a.css"), "i{background:url(a.js)}".repeat(50));
    Autoversion autoversion = builder().build();
    Asked asked = Asked.get(autoversion.url("/s/a.css"));
    Sent plain = Sent.of(autoversion, asked);
    Sent coded = Sent.of(autoversion, asked.accepting("br"));
    assertEquals("br", coded.coding());
    assertTrue(plain.text().contains("a.js?v="));
    assertEquals(plain.text(), coded.text());
  }

  @Test
  void madeOnce() throws IOException {
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = time.builder().source("/s", source).build();
    Asked asked = Asked.get(autoversion.url("/s/a.js")).accepting("br");
    Sent first = Sent.of(autoversion, asked);
    int opens = source.opens();
    int finds = source.finds();
    assertArrayEquals(first.bytes(), Sent.of(autoversion, asked).bytes());
    assertEquals(opens, source.opens());
    assertEquals(finds, source.finds());
  }

  @Test
  void large_isCodedWithoutBeingHeld() throws IOException {
    Files.writeString(site.resolve("big.js"), TEXT.repeat(300));
    Autoversion autoversion = builder().build();
    Asked asked = Asked.get(autoversion.url("/s/big.js"));
    for (String coding : List.of("br", "gzip", "zstd")) {
      Sent sent = Sent.of(autoversion, asked.accepting(coding));
      assertEquals(coding, sent.coding());
      assertEquals(TEXT.repeat(300), sent.text());
      assertEquals("text/javascript;charset=utf-8", sent.header("Content-Type"));
    }
  }

  @Test
  void large_codingInMemoryAsksNoDisk() throws IOException {
    Path big = Files.writeString(site.resolve("big.js"), TEXT.repeat(300));
    Autoversion autoversion = builder().build();
    String url = autoversion.url("/s/big.js");
    Sent first = Sent.of(autoversion, Asked.get(url).accepting("br"));
    Files.delete(big);
    assertArrayEquals(first.bytes(), Sent.of(autoversion, Asked.get(url).accepting("br")).bytes());
    assertEquals(Optional.empty(), autoversion.respond(Asked.get(url)));
  }

  @Test
  void noRoom_identity() throws IOException {
    Autoversion autoversion = builder().maximumBytes(0).build();
    Sent sent = Sent.of(autoversion, Asked.get(url()).accepting("br"));
    assertEquals("", sent.coding());
    assertEquals(TEXT, sent.text());
  }

  @Test
  void warmUp_makesTheSmallest() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 9_000; i++) {
      words.append(
          List.of("let ", "var ", "f(", ") ", "+ ", "x", "y1", ";\n").get(random.nextInt(8)));
    }
    Files.writeString(site.resolve("a.js"), words);
    Autoversion cold = builder().build();
    Autoversion warm = time.builder().directory("/s", site).build();
    warm.warmUp();
    int fast = Sent.of(cold, Asked.get(url()).accepting("br")).bytes().length;
    Sent best = Sent.of(warm, Asked.get(url()).accepting("br"));
    assertTrue(best.bytes().length < fast, () -> best.bytes().length + " < " + fast);
    assertEquals(words.toString(), best.text());
    cold.warmUp();
    Sent better = Sent.of(cold, Asked.get(url()).accepting("br"));
    assertEquals(best.bytes().length, better.bytes().length, "made again");
  }

  @Test
  void warmUp_thenNoLook() throws IOException {
    CountingSource source = new CountingSource(site);
    AssetSource listed = WarmUpTest.listed(source, "a.js");
    Autoversion autoversion =
        time.builder().source("/s", listed).placement(Placement.fileName()).build();
    autoversion.warmUp();
    int finds = source.finds();
    int opens = source.opens();
    assertEquals(1, opens);
    String url = autoversion.url("/s/a.js");
    assertEquals("br", Sent.of(autoversion, Asked.get(url).accepting("br, gzip")).coding());
    assertEquals("gzip", Sent.of(autoversion, Asked.get(url).accepting("gzip")).coding());
    assertEquals(opens, source.opens());
    assertEquals(finds, source.finds());
  }

  @Test
  void fileBeside_isUsed() throws IOException {
    byte[] packed = writePacked("a.js.gz", TEXT);
    assertArrayEquals(packed, Sent.of(builder().build(), gzip()).bytes());
  }

  @Test
  void fileBeside_ofOtherBytes_isNot() throws IOException {
    for (String other :
        List.of(TEXT + "x", TEXT.substring(1), "", TEXT.replace("twice", "thrice"))) {
      byte[] packed = writePacked("a.js.gz", other);
      Sent sent = Sent.of(builder().build(), gzip());
      assertEquals(TEXT, sent.text());
      assertEquals("gzip", sent.coding());
      assertNotEquals(packed.length, sent.bytes().length);
    }
  }

  @Test
  void fileBeside_thatIsNone_isNot() throws IOException {
    Files.writeString(site.resolve("a.js.gz"), "not gzip at all");
    Files.writeString(site.resolve("a.js.br"), "nor brotli");
    Files.write(site.resolve("a.js.zst"), new byte[] {1, 2, 3});
    for (String coding : List.of("gzip", "br", "zstd")) {
      Sent sent = Sent.of(builder().build(), Asked.get(url()).accepting(coding));
      assertEquals(coding, sent.coding());
      assertEquals(TEXT, sent.text());
    }
  }

  @Test
  void fileBeside_bomb_isReadNoFurther() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(site.resolve("a.js.gz")))) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        out.write(zeros);
      }
    }
    assertEquals(TEXT, Sent.of(builder().build(), gzip()).text());
  }

  /** Nobody waits for another one's coding; all get the same bytes in one coding or another. */
  @Test
  void manyAtOnce() throws Exception {
    Autoversion autoversion = builder().build();
    String url = url();
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      CountDownLatch start = new CountDownLatch(8);
      List<Future<Sent>> all =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      clients.submit(
                          () -> {
                            start.countDown();
                            start.await();
                            return Sent.of(autoversion, Asked.get(url).accepting("br"));
                          }))
              .toList();
      for (Future<Sent> one : all) {
        assertEquals(TEXT, one.get().text());
        assertTrue(Set.of("br", "").contains(one.get().coding()));
      }
    } finally {
      clients.shutdownNow();
    }
  }

  /** What is there is sent, until the better one is made. */
  @Test
  void anotherMakesIt_nobodyWaits() throws Exception {
    // So large that it is read again for each coding.
    Files.writeString(site.resolve("big.js"), "let x = 1;\n".repeat(100_000));
    CountDownLatch coding = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicBoolean hangs = new AtomicBoolean();
    CountingSource source =
        new CountingSource(site)
            .beforeOpen(
                path -> {
                  if (hangs.getAndSet(false)) {
                    coding.countDown();
                    assertDoesNotThrow(() -> go.await());
                  }
                });
    Autoversion autoversion = time.builder().source("/s", source).build();
    Asked asked = Asked.get(autoversion.url("/s/big.js"));
    assertEquals("gzip", Sent.of(autoversion, asked.accepting("gzip")).coding());
    hangs.set(true);
    FutureTask<Sent> first =
        new FutureTask<>(() -> Sent.of(autoversion, asked.accepting("br, gzip")));
    Thread thread = new Thread(first);
    thread.setDaemon(true);
    thread.start();
    coding.await();
    assertEquals("gzip", Sent.of(autoversion, asked.accepting("br, gzip")).coding());
    assertEquals("", Sent.of(autoversion, asked.accepting("br")).coding());
    go.countDown();
    assertEquals("br", first.get().coding());
    assertEquals("br", Sent.of(autoversion, asked.accepting("br, gzip")).coding());
  }

  private Asked gzip() {
    return Asked.get(url()).accepting("gzip");
  }

  private String url() {
    return builder().build().url("/s/a.js");
  }

  private Autoversion.Builder builder() {
    return time.builder().directory("/s", site);
  }

  /** Not what our own coder would make of it. */
  private byte[] writePacked(String name, String text) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(site.resolve(name))) {
          {
            def.setLevel(1);
          }
        }) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Files.readAllBytes(site.resolve(name));
  }
}
