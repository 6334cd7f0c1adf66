package dev.autoversion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevServerTest {
  @TempDir Path folder;
  private final ManualTime time = ManualTime.later();
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  private String origin;

  @BeforeEach
  void start() throws IOException {
    start(0);
    origin = "http://localhost:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void answering_itsUrls() {
    Autoversion autoversion = autoversion(URI.create(origin));
    assertEquals(origin + "/src/main.js", autoversion.url("/build/src/main.js"));
    assertEquals(origin + "/src/a%20b.png?x=1#y", autoversion.url("/build/src/a%20b.png?x=1#y"));
    assertEquals(origin + "/img/logo.png", autoversion.url("/shop/build/img/logo.png", "/shop"));
    assertEquals(
        List.of(origin + "/@vite/client", origin + "/src/main.js"),
        autoversion.entry("/build/src/main.js", "").modules());
    assertEquals(
        List.of(origin + "/src/a.css"), autoversion.entry("/build/src/a.css", "").stylesheets());
    assertEquals(
        List.of(origin + "/@vite/client"), autoversion.entry("/build/src/a.css", "").modules());
  }

  /** As a build's URLs, which stand in stylesheets and headers, too. */
  @Test
  void answering_namesAreEncoded() {
    Autoversion autoversion = autoversion(URI.create(origin));
    assertEquals(
        origin + "/src/%C3%BC%20%281%29.png?x=%C3%BC#y",
        autoversion.url("/build/src/ü (1).png?x=ü#y"));
    assertEquals(
        origin + "/src/a.svg?color=%23fff%3F&x=100%25#y",
        autoversion.url("/build/src/a.svg?color=%23fff%3F&x=100%25#y"));
    assertEquals(
        List.of(origin + "/@vite/client", origin + "/src/(app)/[id]%20b.js"),
        autoversion.entry("/build/src/(app)/[id] b.js", "").modules());
    assertEquals(
        List.of(origin + "/@vite/client", origin + "/src/(app)/b.ts?x=%281%29"),
        autoversion.entry("/build/src/(app)/b.ts?x=(1)", "").modules());
  }

  @Test
  void mounts_tellOfIt() {
    assertEquals(
        "our own manifest, dev server " + origin,
        autoversion(URI.create(origin)).mounts().get("/build/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.scss", "a.sass", "a.less", "a.styl", "a.stylus", "a.pcss", "a.postcss"})
  void stylesheetThatItTranslates_isALink(String name) {
    Manifest.Entry entry = autoversion(URI.create(origin)).entry("/build/src/" + name, "");
    assertEquals(List.of(origin + "/src/" + name), entry.stylesheets());
    assertEquals(List.of(origin + "/@vite/client"), entry.modules());
  }

  @Test
  void entry_byItsLink() {
    Autoversion autoversion = autoversion(URI.create(origin));
    assertEquals(
        List.of(origin + "/@vite/client", origin + "/src/main.js"),
        autoversion.entry(autoversion.url("/build/src/main.js"), "").modules());
  }

  @Test
  void base_isItsPath() {
    Autoversion autoversion = autoversion(URI.create(origin + "/app"));
    assertEquals(origin + "/app/src/main.js", autoversion.url("/build/src/main.js"));
  }

  /** Its certificate is the browser's to trust: a connection is enough. */
  @Test
  void https_whileItsPortIsOpen() throws IOException {
    URI told;
    try (ServerSocket port = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      told = URI.create("https://localhost:" + port.getLocalPort() + "/app/");
      assertEquals(told + "src/main.js", autoversion(told).url("/build/src/main.js"));
    }
    assertEquals("/build/assets/main-1.js", autoversion(told).url("/build/src/main.js"));
  }

  /** {@code my_vite} in a container has none for {@link URI}, either. */
  @Test
  void https_nameThatIsNoHostForUri() throws IOException {
    try (ServerSocket port = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      URI told = URI.create("https://127.1:" + port.getLocalPort() + "/");
      assertNull(told.getHost());
      assertEquals(told + "src/main.js", autoversion(told).url("/build/src/main.js"));
    }
  }

  @Test
  void goneAndBack_lastBuildInBetween() throws IOException {
    Autoversion autoversion = autoversion(URI.create(origin));
    assertEquals(origin + "/src/main.js", autoversion.url("/build/src/main.js"));
    int port = server.getAddress().getPort();
    server.stop(0);
    later(autoversion);
    assertEquals("/build/assets/main-1.js", autoversion.url("/build/src/main.js"));
    assertEquals(
        List.of("/build/assets/main-1.js"), autoversion.entry("/build/src/main.js", "").scripts());
    start(port);
    later(autoversion);
    assertEquals(origin + "/src/main.js", autoversion.url("/build/src/main.js"));
  }

  @Test
  void goneUnderRecheckNever_isNotBelieved() {
    Autoversion autoversion =
        time.builder()
            .manifest("/build", new OwnManifest(Map.of("src/main.js", "assets/main-1.js")))
            .devServer("/build", URI.create(origin))
            .recheckNever()
            .build();
    assertEquals(origin + "/src/main.js", autoversion.url("/build/src/main.js"));
    server.stop(0);
    later(autoversion);
    assertEquals("/build/assets/main-1.js", autoversion.url("/build/src/main.js"));
  }

  @Test
  void goneAfterWarmUp_isNotBelieved() {
    Autoversion autoversion =
        time.builder()
            .manifest("/build", new OwnManifest(Map.of("src/main.js", "assets/main-1.js")))
            .devServer("/build", URI.create(origin))
            .recheckNever()
            .build();
    autoversion.warmUp();
    assertEquals(origin + "/src/main.js", autoversion.url("/build/src/main.js"));
    server.stop(0);
    later(autoversion);
    assertEquals("/build/assets/main-1.js", autoversion.url("/build/src/main.js"));
  }

  @Test
  void goneUnderRecheckNever_theBuildIsSentAgain() throws IOException {
    Files.createDirectories(folder.resolve("assets"));
    Files.writeString(folder.resolve("assets/main-1.js"), "two");
    Autoversion autoversion =
        time.builder()
            .manifest(
                "/build",
                new OwnManifest(Map.of("src/main.js", "assets/main-1.js")),
                AssetSource.directory(folder))
            .devServer("/build", URI.create(origin))
            .recheckNever()
            .build();
    Asked asked = Asked.get("/build/assets/main-1.js");
    assertEquals(Optional.empty(), autoversion.respond(asked));
    server.stop(0);
    later(autoversion);
    assertEquals("two", Sent.of(autoversion, asked).text());
  }

  /** What refers to its files lies elsewhere, and is looked at again all the same. */
  @Test
  void goneUnderRecheckNever_isNotBelievedByStylesheets() throws IOException {
    Files.writeString(folder.resolve("a.css"), "i{background:url(/build/src/main.js)}");
    Autoversion autoversion =
        time.builder()
            .manifest("/build", new OwnManifest(Map.of("src/main.js", "assets/main-1.js")))
            .devServer("/build", URI.create(origin))
            .directory("/s", folder)
            .recheckNever()
            .build();
    String before = autoversion.url("/s/a.css");
    assertEquals(
        "i{background:url(" + origin + "/src/main.js)}",
        Sent.of(autoversion, Asked.get(before)).text());
    server.stop(0);
    later(autoversion);
    assertNotEquals(before, autoversion.url("/s/a.css"));
    assertEquals(
        "i{background:url(/build/assets/main-1.js)}",
        Sent.of(autoversion, Asked.get(autoversion.url("/s/a.css"))).text());
  }

  @Test
  void stylesheet_namesItsFiles() throws IOException {
    Files.writeString(folder.resolve("a.css"), "i{background:url(/build/img/x.png)}");
    Autoversion autoversion =
        time.builder()
            .devServer("/build", URI.create(origin))
            .directory("/s", folder)
            .onMissing(OnMissing.FAIL)
            .build();
    assertEquals(
        "i{background:url(" + origin + "/img/x.png)}",
        Sent.of(autoversion, Asked.get(autoversion.url("/s/a.css"))).text());
  }

  @Test
  void askedOnceASecond() {
    Autoversion autoversion =
        time.builder().devServer("/build", URI.create(origin)).recheckAfter(Duration.ZERO).build();
    for (int i = 0; i < 50; i++) {
      autoversion.url("/build/src/" + i + ".js");
    }
    assertEquals(1, asked.get());
  }

  @Test
  void answersInAnotherProtocol_isTold() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Thread answering =
          new Thread(
              () -> {
                try (Socket asked = other.accept()) {
                  asked.getInputStream().read();
                  asked.getOutputStream().write("+PONG, says it\r\n".getBytes(UTF_8));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      answering.start();
      String url = "http://127.0.0.1:" + other.getLocalPort();
      assertEquals(
          List.of(
              "'%s/@vite/client' answers something else than HTTP, so pages load the last build and not the dev server; does Vite listen there, and is its base '/'?"
                  .formatted(url)),
          CapturedLog.of(() -> autoversion(URI.create(url)).url("/build/src/main.js")));
      answering.join();
    }
  }

  /** Once, until it has answered as it should. */
  @Test
  void refused_isToldAgainAfterARecovery() throws IOException {
    AtomicInteger status = new AtomicInteger(403);
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    Autoversion autoversion = autoversion(URI.create(origin));
    List<String> refused =
        List.of(
            "'%s/@vite/client' answers 403, so pages load the last build and not the dev server; is its host in Vite's server.allowedHosts?"
                .formatted(origin));
    assertEquals(
        refused,
        CapturedLog.of(
            () -> {
              autoversion.url("/build/src/main.js");
              later(autoversion);
            }));
    status.set(200);
    assertEquals(List.of(), CapturedLog.of(() -> later(autoversion)));
    status.set(403);
    assertEquals(refused, CapturedLog.of(() -> later(autoversion)));
  }

  @Test
  void anotherServerOnItsPort_isNotBelieved() {
    server.removeContext("/");
    assertEquals(
        "/build/assets/main-1.js", autoversion(URI.create(origin)).url("/build/src/main.js"));
  }

  @Test
  void anotherServerThatLeadsElsewhere_isNotBelieved() {
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          boolean led = exchange.getRequestURI().getPath().equals("/login");
          exchange.getResponseHeaders().set("Location", "/login");
          exchange.sendResponseHeaders(led ? 200 : 302, -1);
          exchange.close();
        });
    assertEquals(
        "/build/assets/main-1.js", autoversion(URI.create(origin)).url("/build/src/main.js"));
  }

  /** An application with routes of its own in the browser has a page for every path. */
  @Test
  void anotherServerWithAPageForEveryPath_isNotBelieved() {
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    assertEquals(
        "/build/assets/main-1.js", autoversion(URI.create(origin)).url("/build/src/main.js"));
  }

  /** Vite has no file of its client's name, and looks no further for who takes HTML. */
  @Test
  void viteBeforeItsFirstPage_isAskedForAScript() {
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          boolean html = exchange.getRequestHeaders().getFirst("Accept").contains("text/html");
          exchange.sendResponseHeaders(html ? 404 : 200, -1);
          exchange.close();
        });
    assertEquals(
        origin + "/src/main.js", autoversion(URI.create(origin)).url("/build/src/main.js"));
  }

  /** Browsers on Windows can't open them; Vite itself prints localhost. */
  @ParameterizedTest
  @ValueSource(strings = {"http://0.0.0.0:", "http://[::]:"})
  void allAddresses_areLocalhostToABrowser(String told) throws IOException {
    int port = server.getAddress().getPort();
    Path hot = Files.writeString(folder.resolve("hot"), told + port);
    for (URI each : List.of(URI.create(told + port + "/"), hot.toUri())) {
      assertEquals(origin + "/src/main.js", autoversion(each).url("/build/src/main.js"));
    }
  }

  /** Since version 17 Node gives a server at localhost the address that the system names first. */
  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:", "https://localhost:", "http://LOCALHOST:"})
  void localhost_isEitherAddress(String told) throws IOException {
    InetAddress six = InetAddress.getByName("::1");
    assumeTrue(NetworkInterface.getByInetAddress(six) != null, "IPv6 is off here");
    server.stop(0);
    server = HttpServer.create(new InetSocketAddress(six, 0), 0);
    listen();
    URI atSix = URI.create(told + server.getAddress().getPort());
    assertEquals(atSix + "/src/main.js", autoversion(atSix).url("/build/src/main.js"));
  }

  @Test
  void hotFile_namesIt() throws IOException {
    Path hot = folder.resolve("hot");
    Autoversion autoversion = autoversion(hot.toUri());
    assertEquals("/build/assets/main-1.js", autoversion.url("/build/src/main.js"));
    Files.writeString(hot, origin);
    later(autoversion);
    assertEquals(origin + "/src/main.js", autoversion.url("/build/src/main.js"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "O/a b", "O/a\u007f", "O/?x", "O/#x", "O/'", "O/\u00e9"})
  void hotFile_namesNoServer(String text) throws IOException {
    Path hot = Files.writeString(folder.resolve("hot"), text.replace("O", origin));
    assertEquals("/build/assets/main-1.js", autoversion(hot.toUri()).url("/build/src/main.js"));
  }

  @Test
  void hotFileLeftBehind_isNotBelieved() throws IOException {
    Path hot = Files.writeString(folder.resolve("hot"), origin + "\n");
    server.stop(0);
    assertEquals("/build/assets/main-1.js", autoversion(hot.toUri()).url("/build/src/main.js"));
  }

  @Test
  void otherMounts_asEver() throws IOException {
    Files.writeString(folder.resolve("a.css"), "two");
    Autoversion autoversion =
        time.builder().devServer("/build", URI.create(origin)).directory("/s", folder).build();
    assertEquals("/s/a.css?v=3fc4ccfe7458", autoversion.url("/s/a.css"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:5173", "ftp://x/", "http:///x", "//x/", "http://:5173", "http://x/?y"})
  void notAUrl_isRefused(String told) {
    Autoversion.Builder builder = Autoversion.builder();
    assertThrows(
        IllegalArgumentException.class, () -> builder.devServer("/build", URI.create(told)));
  }

  @Test
  void twice_isRefused() {
    Autoversion.Builder builder = Autoversion.builder().devServer("/b", URI.create("http://x"));
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> builder.devServer("/b/", URI.create("http://y")));
    assertEquals(
        "devServer of /b/ was already set to http://x; it can't be http://y as well",
        e.getMessage());
  }

  /** A second later, when the question that a reference caused has been answered. */
  private void later(Autoversion autoversion) {
    time.advance(Duration.ofSeconds(1));
    autoversion.url("/build/ask.js");
    ForkJoinPool.commonPool().awaitQuiescence(10, TimeUnit.SECONDS);
    time.advance(Duration.ofSeconds(1));
  }

  private Autoversion autoversion(URI devServer) {
    return time.builder()
        .manifest("/build", new OwnManifest(Map.of("src/main.js", "assets/main-1.js")))
        .devServer("/build", devServer)
        .build();
  }

  private void start(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    listen();
  }

  private void listen() {
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }
}
