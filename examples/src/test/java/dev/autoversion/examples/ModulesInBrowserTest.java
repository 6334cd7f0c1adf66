package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.autoversion.AssetRequest;
import dev.autoversion.AssetResponse;
import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import dev.autoversion.page.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What a real browser makes of an import map. */
class ModulesInBrowserTest {
  private static final List<String> ENTRY = List.of("/s/js/app.js");

  private static final Map<String, String> FILES =
      Map.of(
          "js/app.js",
          """
          import {leaf} from './util.js';
          import lib from 'lib';
          import data from '../data/data.json' with {type: 'json'};
          import sheet from '../css/sheet.css' with {type: 'css'};
          export const name = 'app';
          const worker = new Worker(import.meta.resolve('./worker.js'));
          const answer = new Promise(done => worker.onmessage = message => done(message.data));
          Promise.all([import('./lazy.js'), answer]).then(([lazy, told]) =>
              document.body.dataset.said =
                  [leaf(), lib, data.name, sheet.cssRules.length, lazy.default, told].join());
          """,
          "js/util.js",
          "export {leaf} from './sub/leaf.js';",
          "js/sub/leaf.js",
          "import {name} from '../app.js'; export const leaf = () => 'leaf of ' + name;",
          "js/lazy.js",
          "import {leaf} from '/s/js/sub/leaf.js'; export default 'lazy ' + typeof leaf;",
          "js/worker.js",
          "postMessage('worker')",
          "js/lib/index.js",
          "import more from './more.js'; export default 'lib ' + more;",
          "js/lib/more.js",
          "export default 'more';",
          "data/data.json",
          "{\"name\": \"data\"}",
          "css/sheet.css",
          "body { color: red }");

  @TempDir static Path profile;
  private static ChromeDriver browser;

  @TempDir Path files;
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private Autoversion autoversion;
  private Map<String, Object> attributes = Map.of();

  @BeforeAll
  static void open() {
    // A developer may have no browser; where CI is set, its absence is a failure.
    boolean present = Chromium.isInstalled();
    assumeTrue(present || System.getenv("CI") != null, "no chromium and chromedriver on the PATH");
    browser = Chromium.start(profile);
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void start() throws IOException {
    Chromium.forget(browser);
    for (Map.Entry<String, String> each : FILES.entrySet()) {
      Path file = files.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, each.getValue());
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  static Stream<Arguments> cases() {
    return Stream.of(Placement.query(), Placement.fileName(), Placement.pathSegment())
        .flatMap(
            placement ->
                Stream.of("", "http://localhost:")
                    .flatMap(
                        host ->
                            Stream.of(false, true)
                                .map(integrity -> Arguments.of(placement, host, integrity))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyModule_onceAndVersioned(Placement placement, String host, boolean integrity)
      throws IOException {
    site(placement, host, integrity);
    show();
    assertEquals("leaf of app,lib more,data,1,lazy function,worker", said());
    List<String> expected =
        Stream.concat(Stream.of("/"), FILES.keySet().stream().map(name -> own("/s/" + name)))
            .sorted()
            .toList();
    assertEquals(expected, requests.stream().sorted().toList());
    assertEquals(List.of(), complaints());

    requests.clear();
    show();
    assertEquals(List.of("/"), List.copyOf(requests));

    requests.clear();
    edit("js/sub/leaf.js", "leaf of", "new leaf of");
    show();
    assertEquals("new leaf of app,lib more,data,1,lazy function,worker", said());
    assertEquals(
        Stream.of("/", own("/s/js/sub/leaf.js")).sorted().toList(),
        requests.stream().sorted().toList());
    assertEquals(List.of(), complaints());
  }

  private void site(Placement placement, String host, boolean integrity) {
    Autoversion.Builder builder =
        Autoversion.builder()
            .directory("/s", files)
            .module("lib", "/s/js/lib/index.js")
            .placement(placement)
            .recheckAfter(Duration.ZERO)
            .hostExcept("**/worker.js");
    if (!host.isEmpty()) {
      builder.host(host + server.getAddress().getPort());
    }
    autoversion = builder.build();
    attributes = Map.of("nonce", "r4nd0m", "integrity", integrity);
  }

  /** A URL without its origin. */
  private String own(String reference) {
    return autoversion.url(reference).replaceFirst("^http://[^/]+", "");
  }

  private void edit(String name, String from, String to) throws IOException {
    Path file = files.resolve(name);
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  private void show() {
    browser.get("about:blank");
    browser.get("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    browser.executeAsyncScript(
        """
        const done = arguments[0];
        const look = left => document.body.dataset.said || !left
            ? requestIdleCallback(() => setTimeout(done, 200)) : setTimeout(look, 20, left - 1);
        look(250);
        """);
  }

  private Object said() {
    return browser.executeScript("return document.body.dataset.said");
  }

  private List<String> complaints() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  private String html() {
    Page page = new Page(autoversion);
    return "<!doctype html><link rel=\"icon\" href=\"data:,\">"
        + page.importMap(ENTRY, attributes)
        + page.entrypoint(ENTRY, attributes)
        + "<body></body>";
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI().toString());
    Optional<AssetResponse> asset = autoversion.respond(new Request(exchange));
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    if (asset.isPresent()) {
      asset.get().headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(asset.get().status(), asset.get().body().length());
      asset.get().body().writeTo(exchange.getResponseBody());
    } else {
      boolean isPage = exchange.getRequestURI().getPath().equals("/");
      byte[] body = isPage ? html().getBytes(StandardCharsets.UTF_8) : new byte[0];
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange
          .getResponseHeaders()
          .set(
              "Content-Security-Policy",
              "script-src 'nonce-r4nd0m' 'strict-dynamic'; worker-src 'self'");
      exchange.sendResponseHeaders(isPage ? 200 : 404, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  /** A request of the JDK's server. */
  private record Request(HttpExchange exchange) implements AssetRequest {
    @Override
    public String method() {
      return exchange.getRequestMethod();
    }

    @Override
    public String path() {
      return exchange.getRequestURI().getRawPath();
    }

    @Override
    public Optional<String> query() {
      return Optional.ofNullable(exchange.getRequestURI().getRawQuery());
    }

    @Override
    public String contextPath() {
      return "";
    }

    @Override
    public List<String> headers(String name) {
      return exchange.getRequestHeaders().getOrDefault(name, List.of());
    }
  }
}
