package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  @BeforeEach
  void writeSite() throws IOException {
    Files.createDirectories(site.resolve("css"));
    Files.writeString(site.resolve("a.js"), "two");
    Files.writeString(site.resolve("my-file.js"), "my file");
    Files.writeString(site.resolve("my.js"), "my");
    Files.writeString(
        site.resolve("css/app.css"), "i{background:url(../a.js?x#y), url('no.png'), url(/s/a.js)}");
    Files.write(site.resolve("css/latin1.css"), latin1("/*\u00fc*/i{background:url(../a.js)}"));
  }

  @ParameterizedTest
  @CsvSource({
    "/s/a-3fc4ccfe7458.js,            /s/a.js,            true",
    "/s/a-3fc4ccfe7458.js?x=1,        /s/a.js?x=1,        true",
    "/s/a-000000000000.js,            /s/a.js,            false",
    "/s/a-000000000000.js;p=1,        /s/a.js;p=1,        false",
  })
  void fileName_currentOrNot(String url, String plain, boolean current) {
    Delivery delivery = fileNames().delivery(url).orElseThrow();
    assertEquals(plain, delivery.url());
    assertEquals(current, delivery.isCurrent());
    assertTrue(delivery.body().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/s/a.js",
        "/s/a-3FC4CCFE7458.js",
        "/s/a-3fc4.js",
        "/s/a-file.js",
        "/s/my-file.js",
        "/s/no-3fc4ccfe7458.js",
        "/s/../a-3fc4ccfe7458.js",
        "/s/WEB-INF/a-3fc4ccfe7458.js",
        "/s/.a-3fc4ccfe7458.js",
        "/other/a-3fc4ccfe7458.js",
        "/s/a.js?v=3fc4ccfe7458",
      })
  void fileName_notOurs(String url) {
    assertTrue(fileNames().delivery(url).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "/s/a.js?v=3fc4ccfe7458,       true",
    "/s/a.js?x=1&v=3fc4ccfe7458,   true",
    "/s/a.js?v=old,                false",
  })
  void query_currentOrNot(String url, boolean current) {
    Delivery delivery = with(Placement.query()).delivery(url).orElseThrow();
    assertEquals(url, delivery.url());
    assertEquals(current, delivery.isCurrent());
  }

  @Test
  void query_doubled() {
    String url = "/s/a.js?v=old&v=3fc4ccfe7458";
    assertEquals(Optional.empty(), with(Placement.query()).delivery(url));
  }

  @Test
  void pathSegment_current() {
    Delivery delivery =
        with(Placement.pathSegment()).delivery("/s/@3fc4ccfe7458/a.js").orElseThrow();
    assertEquals("/s/a.js", delivery.url());
    assertTrue(delivery.isCurrent());
  }

  @Test
  void stylesheet_query() {
    assertEquals(
        "i{background:url(../a.js?x&v=3fc4ccfe7458#y), url('no.png'), url(/s/a.js?v=3fc4ccfe7458)}",
        stylesheet(with(Placement.query())));
  }

  @Test
  void stylesheet_fileName() {
    assertEquals(
        "i{background:url(../a-3fc4ccfe7458.js?x#y), url('no.png'), url(/s/a-3fc4ccfe7458.js)}",
        stylesheet(fileNames()));
  }

  @Test
  void stylesheet_pathSegment_relativeOnesArrive() {
    assertEquals(
        "i{background:url(../../@3fc4ccfe7458/a.js?x#y), url('../../css/no.png'), "
            + "url(/s/@3fc4ccfe7458/a.js)}",
        stylesheet(with(Placement.pathSegment())));
  }

  @Test
  void stylesheet_otherBytesUnharmed() {
    Autoversion autoversion = fileNames();
    Delivery delivery = autoversion.delivery(autoversion.url("/s/css/latin1.css")).orElseThrow();
    assertEquals(
        "/*\u00fc*/i{background:url(../a-3fc4ccfe7458.js)}",
        new String(delivery.body().orElseThrow().bytes(), StandardCharsets.ISO_8859_1));
  }

  @Test
  void stylesheet_staleVersionGetsCurrentBytes() {
    Delivery delivery = fileNames().delivery("/s/css/app-000000000000.css").orElseThrow();
    assertFalse(delivery.isCurrent());
    assertTrue(text(delivery).contains("a-3fc4ccfe7458.js"));
  }

  @Test
  void stylesheet_bytesOfTheVersion() throws IOException {
    Autoversion autoversion = fileNames();
    String before = autoversion.url("/s/css/app.css");
    String etag = autoversion.delivery(before).orElseThrow().body().orElseThrow().etag();
    Files.writeString(site.resolve("a.js"), "three");
    time.advance(Duration.ofSeconds(1));
    Delivery old = autoversion.delivery(before).orElseThrow();
    assertFalse(old.isCurrent());
    Delivery current = autoversion.delivery(autoversion.url("/s/css/app.css")).orElseThrow();
    assertTrue(current.isCurrent());
    assertTrue(text(current).contains("a-8b5b9db0c13d.js"));
    assertFalse(current.body().orElseThrow().etag().equals(etag));
  }

  @Test
  void swappedFile_moved() throws IOException {
    Autoversion autoversion = fileNames();
    Delivery delivery = autoversion.delivery("/s/a-3fc4ccfe7458.js").orElseThrow();
    assertTrue(delivery.isUnmoved());
    Files.writeString(site.resolve("a.js"), "six");
    assertFalse(delivery.isUnmoved());
  }

  @Test
  void justChanged_sentFromMemory() throws IOException {
    Autoversion autoversion =
        Autoversion.builder().directory("/s", site).placement(Placement.fileName()).build();
    Files.writeString(site.resolve("a.js"), "three");
    Delivery delivery = autoversion.delivery("/s/a-8b5b9db0c13d.js").orElseThrow();
    assertTrue(delivery.isCurrent());
    assertEquals("three", text(delivery));
  }

  @Test
  void justChangedBehindOurBack_notCurrent() throws IOException {
    Autoversion autoversion =
        Autoversion.builder().directory("/s", site).placement(Placement.fileName()).build();
    assertEquals("/s/a-3fc4ccfe7458.js", autoversion.url("/s/a.js"));
    Files.writeString(site.resolve("a.js"), "six");
    Delivery delivery = autoversion.delivery("/s/a-3fc4ccfe7458.js").orElseThrow();
    assertFalse(delivery.isCurrent() && text(delivery).equals("six"));
  }

  @Test
  void wrongVersions_ofWhatJustChanged_readNothingAgain() {
    CountingSource source = new CountingSource(site);
    Autoversion autoversion =
        ManualTime.now().builder().source("/s", source).placement(Placement.fileName()).build();
    for (int i = 0; i < 100; i++) {
      assertFalse(autoversion.delivery("/s/a-000000000000.js").orElseThrow().isCurrent());
    }
    assertEquals(1, source.opens());
  }

  @Test
  void justChanged_tooLargeToHold_readOnceAndNotKept() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(site.resolve("big.bin").toFile(), "rw")) {
      sparse.setLength(33 << 20);
    }
    CountingSource source = new CountingSource(site);
    Autoversion autoversion =
        ManualTime.now().builder().source("/s", source).placement(Placement.fileName()).build();
    Delivery delivery = autoversion.delivery(autoversion.url("/s/big.bin")).orElseThrow();
    assertTrue(delivery.body().isEmpty());
    assertFalse(delivery.isUnmoved());
    assertEquals(1, source.opens());
  }

  @Test
  void wrongVersions_readNothingAgain() {
    Autoversion autoversion = fileNames();
    autoversion.url("/s/a.js");
    long loads = autoversion.stats().loads();
    for (int i = 0; i < 1000; i++) {
      String wrong = String.format(java.util.Locale.ROOT, "%012x", i);
      assertFalse(autoversion.delivery("/s/a-" + wrong + ".js").orElseThrow().isCurrent());
    }
    assertEquals(loads, autoversion.stats().loads());
  }

  private Autoversion fileNames() {
    return with(Placement.fileName());
  }

  private Autoversion with(Placement placement) {
    return time.builder().directory("/s", site).placement(placement).build();
  }

  private static String stylesheet(Autoversion autoversion) {
    Delivery delivery = autoversion.delivery(autoversion.url("/s/css/app.css")).orElseThrow();
    assertTrue(delivery.isCurrent());
    return text(delivery);
  }

  private static String text(Delivery delivery) {
    return new String(delivery.body().orElseThrow().bytes(), StandardCharsets.UTF_8);
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
