package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.CapturedLog;
import dev.autoversion.ManualTime;
import dev.autoversion.OnMissing;
import dev.autoversion.Placement;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a proxy tells, and where the work is done. */
class AutoversionWebFilterTest {
  private static final String APP = "/js/app-750841c8e8e1.js";

  private static Autoversion autoversion(String contextPath) {
    return Autoversion.builder()
        .classpath("/", "static")
        .placement(Placement.fileName())
        .contextPath(contextPath)
        .build();
  }

  private static MockServerWebExchange exchange(String path, String contextPath) {
    return MockServerWebExchange.from(MockServerHttpRequest.get(path).contextPath(contextPath));
  }

  private static void filter(Autoversion autoversion, MockServerWebExchange exchange) {
    WebFilterChain rest =
        asked -> {
          asked.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
          asked.getResponse().getHeaders().set("Cache-Control", "max-age=60");
          asked.getResponse().getHeaders().set("CDN-Cache-Control", "max-age=60");
          return asked.getResponse().setComplete();
        };
    new AutoversionWebFilter(autoversion, 0).filter(exchange, rest).block(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({"'',''", "/shop,/shop", "'',/proxy", "/shop,/proxy", "/shop,''"})
  void contextPath_toldAndRequested(String told, String requested) {
    MockServerWebExchange exchange = exchange(requested + APP, requested);
    filter(autoversion(told), exchange);
    assertEquals(HttpStatus.OK, exchange.getResponse().getStatusCode());
    assertEquals(requested + APP, exchange.transformUrl(requested + "/js/app.js"));
    assertEquals(requested + "/owners/12", exchange.transformUrl(requested + "/owners/12"));
  }

  @Test
  void contextPath_ofAProxy_warnedAboutOnce() {
    Autoversion warning =
        Autoversion.builder().classpath("/", "static").onMissing(OnMissing.WARN).build();
    MockServerWebExchange exchange = exchange("/proxy/owners/12", "/proxy");
    try (CapturedLog log = CapturedLog.open()) {
      filter(warning, exchange);
      assertEquals("/proxy/js/ap.js", exchange.transformUrl("/proxy/js/ap.js"));
      assertEquals(1, log.lines().size(), log.lines()::toString);
    }
  }

  /** As MVC does, where the container knows them. */
  @ParameterizedTest
  @CsvSource({
    "menu.gpx,  application/gpx+xml",
    "menu.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "menu.js,   text/javascript;charset=utf-8",
    "menu.own,  application/octet-stream",
    "menu,      application/octet-stream",
  })
  void types_springsOwnWhereOursEnd(String name, String type, @TempDir Path root)
      throws IOException {
    Files.writeString(root.resolve(name), "menu");
    Autoversion menus =
        Autoversion.builder().directory("/menus", root).placement(Placement.pathSegment()).build();
    // printf menu | sha256sum
    MockServerWebExchange exchange = exchange("/menus/@398991009da1/" + name + ";x=1.css", "");
    filter(menus, exchange);
    assertEquals(HttpStatus.OK, exchange.getResponse().getStatusCode());
    assertEquals(type, exchange.getResponse().getHeaders().getFirst("Content-Type"));
  }

  @Test
  void absent_notStored() {
    for (String path : new String[] {"/js/gone.js", "/js/gone-000000000000.js"}) {
      MockServerWebExchange exchange = exchange(path, "");
      filter(autoversion(""), exchange);
      assertEquals("no-store", exchange.getResponse().getHeaders().getFirst("Cache-Control"), path);
      assertEquals(
          "no-store", exchange.getResponse().getHeaders().getFirst("CDN-Cache-Control"), path);
    }
  }

  @Test
  void pages_asTheySay() {
    MockServerWebExchange exchange = exchange("/owners/12", "");
    filter(autoversion(""), exchange);
    assertEquals("max-age=60", exchange.getResponse().getHeaders().getFirst("Cache-Control"));
  }

  /** A page is made where the server made it; only what may look at a disk goes elsewhere. */
  @Test
  void threads_pagesStayOnTheirs() {
    AtomicReference<Thread> thread = new AtomicReference<>();
    WebFilterChain rest = asked -> Mono.fromRunnable(() -> thread.set(Thread.currentThread()));
    AutoversionWebFilter filter = new AutoversionWebFilter(autoversion(""), 0);
    filter.filter(exchange("/owners/12", ""), rest).block(Duration.ofSeconds(30));
    assertEquals(Thread.currentThread(), thread.get());
    filter.filter(exchange("/js/app.js", ""), rest).block(Duration.ofSeconds(30));
    assertEquals(Thread.currentThread(), thread.get());
    filter.filter(exchange("/js/gone-000000000000.js", ""), rest).block(Duration.ofSeconds(30));
    assertTrue(thread.get().getName().startsWith("boundedElastic"), thread.get()::getName);
  }

  /** What a filter in front tells some caches alone is not for an answer that nobody may keep. */
  @ParameterizedTest
  @CsvSource({
    "/js/app-000000000000.js, 302, 0, no-store, no-store",
    "/js/gone.js,             404, 0, no-store, no-store",
    "/js/app-750841c8e8e1.js, 200, 60, max-age=1d, max-age=60",
  })
  void headersForSomeCaches_ofFiltersInFront(
      String path, int status, String nginx, String akamai, String fastly) {
    MockServerWebExchange exchange = exchange(path, "");
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set("X-Accel-Expires", "60");
    headers.set("Edge-Control", "max-age=1d");
    headers.set("Surrogate-Control", "max-age=60");
    filter(autoversion(""), exchange);
    assertEquals(status, exchange.getResponse().getStatusCode().value());
    assertEquals(
        List.of(nginx, akamai, fastly),
        List.of(
            headers.getFirst("X-Accel-Expires"),
            headers.getFirst("Edge-Control"),
            headers.getFirst("Surrogate-Control")));
  }

  /** Written anew in place, a file is a shorter one for a moment. */
  @Test
  void largeFile_cutOffWhileItIsSent_isBrokenOff(@TempDir Path root) throws IOException {
    Path large = Files.write(root.resolve("large.bin"), new byte[3 << 20]);
    Autoversion autoversion = ManualTime.later().builder().directory("/", root).build();
    MockServerWebExchange exchange = exchange(autoversion.url("/large.bin"), "");
    AtomicLong sent = new AtomicLong();
    exchange
        .getResponse()
        .setWriteHandler(
            body ->
                body.doOnNext(
                        buffer -> {
                          sent.addAndGet(buffer.readableByteCount());
                          cut(large, 1 << 20);
                        })
                    .then());
    assertThrows(RuntimeException.class, () -> filter(autoversion, exchange));
    assertEquals(1 << 20, sent.get());
  }

  /** An error page says nothing of the asset that it takes the place of. */
  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-9", "bytes=0-"})
  void largeFile_goneBeforeItIsSent_leavesNoHeaders(String range, @TempDir Path root)
      throws IOException {
    Path large = Files.write(root.resolve("large.bin"), new byte[3 << 20]);
    Autoversion autoversion = ManualTime.later().builder().directory("/", root).build();
    MockServerWebExchange exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.get(autoversion.url("/large.bin")).header("Range", range));
    MockServerHttpResponse response = exchange.getResponse();
    response.getHeaders().set("Vary", "Origin");
    ExchangeSending sending =
        new ExchangeSending(
            autoversion.respond(ExchangeRequest.of(exchange, "")).orElseThrow(),
            exchange.getRequest(),
            response);
    Files.delete(large);
    assertThrows(RuntimeException.class, () -> sending.send().block(Duration.ofSeconds(30)));
    response.setStatusCode(HttpStatus.INTERNAL_SERVER_ERROR);
    response.getHeaders().set("Cache-Control", "max-age=60");
    response.setComplete().block(Duration.ofSeconds(30));
    List<String> lines =
        response.getHeaders().headerSet().stream()
            .flatMap(
                header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
            .sorted()
            .toList();
    assertEquals(List.of("Cache-Control: no-store", "Vary: Origin"), lines);
  }

  /** A client may leave at any time, also while the end of its file is being checked. */
  @Test
  void largeFile_clientLeavesAtTheCheck_releasesAll(@TempDir Path root) throws Exception {
    Path large = Files.write(root.resolve("large.bin"), new byte[3 << 20]);
    Autoversion autoversion = ManualTime.later().builder().directory("/", root).build();
    MockServerWebExchange exchange = exchange(autoversion.url("/large.bin"), "");
    UnpooledByteBufAllocator memory = new UnpooledByteBufAllocator(true);
    MockServerHttpResponse response =
        new MockServerHttpResponse(new NettyDataBufferFactory(memory));
    CountDownLatch left = new CountDownLatch(1);
    AtomicReference<Subscription> client = new AtomicReference<>();
    response.setWriteHandler(
        body ->
            Flux.from(body)
                .doOnSubscribe(client::set)
                .doOnNext(DataBufferUtils::release)
                .doOnCancel(left::countDown)
                .then());
    ExchangeSending sending =
        new ExchangeSending(
            autoversion.respond(ExchangeRequest.of(exchange, "")).orElseThrow(),
            exchange.getRequest(),
            response);
    Schedulers.onScheduleHook(
        "leaving",
        check -> {
          client.get().cancel();
          left.countDown();
          return check;
        });
    try {
      sending.send().subscribe();
      assertTrue(left.await(30, TimeUnit.SECONDS));
      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> {
            while (used(memory) > 0) {
              Thread.onSpinWait();
            }
          });
    } finally {
      Schedulers.resetOnScheduleHook("leaving");
    }
  }

  private static long used(UnpooledByteBufAllocator memory) {
    return memory.metric().usedDirectMemory() + memory.metric().usedHeapMemory();
  }

  private static void cut(Path file, long length) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
