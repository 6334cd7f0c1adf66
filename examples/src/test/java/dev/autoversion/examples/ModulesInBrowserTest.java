package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import dev.autoversion.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** What a real browser makes of an import map. */
@ExtendWith(Chromium.class)
class ModulesInBrowserTest {
  private static final String ENTRY = "/s/js/app.js";

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

  @TempDir Path files;
  private ChromeDriver browser;
  private PageServer server;
  private Autoversion autoversion;
  private Map<String, Object> attributes = Map.of();

  @BeforeEach
  void start(ChromeDriver browser) throws IOException {
    this.browser = browser;
    for (Map.Entry<String, String> each : FILES.entrySet()) {
      Path file = files.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, each.getValue());
    }
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  /** Each two of the choices come together. */
  static Stream<Arguments> cases() {
    String host = "http://localhost:";
    return Stream.of(
        Arguments.of(Placement.query(), "", false),
        Arguments.of(Placement.query(), host, true),
        Arguments.of(Placement.fileName(), "", true),
        Arguments.of(Placement.fileName(), host, false),
        Arguments.of(Placement.pathSegment(), "", false),
        Arguments.of(Placement.pathSegment(), host, true));
  }

  static Stream<Placement> placements() {
    return Stream.of(Placement.query(), Placement.fileName(), Placement.pathSegment());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyModule_onceAndVersioned(Placement placement, String host, boolean integrity)
      throws IOException {
    site(placement, host, integrity, "");
    show();
    assertEquals("leaf of app,lib more,data,1,lazy function,worker", said());
    List<String> expected =
        Stream.concat(Stream.of("/"), FILES.keySet().stream().map(name -> own("/s/" + name)))
            .sorted()
            .toList();
    assertEquals(expected, server.requests());
    assertEquals(List.of(), Chromium.complaints(browser));

    show();
    assertEquals(List.of("/"), server.requests());

    edit("js/sub/leaf.js", "leaf of", "new leaf of");
    show();
    assertEquals("new leaf of app,lib more,data,1,lazy function,worker", said());
    assertEquals(Stream.of("/", own("/s/js/sub/leaf.js")).sorted().toList(), server.requests());
    assertEquals(List.of(), Chromium.complaints(browser));
  }

  @ParameterizedTest
  @MethodSource("placements")
  void everyModule_underAContextPath(Placement placement) throws IOException {
    edit("js/lazy.js", "'/s/", "'/shop/s/");
    site(placement, "", true, "/shop");
    show();
    assertEquals("leaf of app,lib more,data,1,lazy function,worker", said());
    assertEquals(
        Stream.concat(Stream.of("/shop/"), FILES.keySet().stream().map(name -> own("/s/" + name)))
            .sorted()
            .toList(),
        server.requests());
    assertEquals(List.of(), Chromium.complaints(browser));
  }

  /** A page that was loaded before a deploy, and asks for the rest of itself after it. */
  @ParameterizedTest
  @MethodSource("placements")
  void deploy_whileThePageIsOpen(Placement placement) throws IOException {
    edit(
        "js/app.js", "export const", "globalThis.later = () => import('./later.js'); export const");
    Files.writeString(files.resolve("js/later.js"), "export default 'old';");
    site(placement, "", false, "");
    show();
    server.requests();
    String old = own("/s/js/later.js");
    edit("js/later.js", "old", "new");
    edit("js/sub/leaf.js", "leaf of", "new leaf of");
    assertEquals("new", later());
    // A stale version in the path is sent on to the plain URL, and nothing of it is kept.
    boolean inPath = !old.contains("?");
    assertEquals(
        inPath ? Stream.of("/s/js/later.js", old).sorted().toList() : List.of(old),
        server.requests());

    show();
    assertEquals("new leaf of app,lib more,data,1,lazy function,worker", said());
    assertEquals("new", later());
    assertEquals(
        Stream.of("/", own("/s/js/later.js"), own("/s/js/sub/leaf.js")).sorted().toList(),
        server.requests());
    assertEquals(List.of(), Chromium.complaints(browser));
  }

  private Object later() {
    return browser.executeAsyncScript(
        "later().then(module => arguments[0](module.default), arguments[0]);");
  }

  private void site(Placement placement, String host, boolean integrity, String contextPath)
      throws IOException {
    server = new PageServer(contextPath);
    Autoversion.Builder builder =
        Autoversion.builder()
            .directory("/s", files)
            .module("lib", "/s/js/lib/index.js")
            .placement(placement)
            .recheckAfter(Duration.ZERO)
            .answerPlainUrls()
            .hostExcept("**/worker.js");
    if (!host.isEmpty()) {
      builder.host(host + server.port());
    }
    autoversion = builder.build();
    server.serve(autoversion, () -> html(contextPath));
    attributes = Map.of("nonce", "r4nd0m", "integrity", integrity);
  }

  /** A URL without its origin. */
  private String own(String reference) {
    String contextPath = server.contextPath();
    return autoversion.url(contextPath + reference, contextPath).replaceFirst("^http://[^/]+", "");
  }

  private void edit(String name, String from, String to) throws IOException {
    Path file = files.resolve(name);
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  private void show() {
    browser.get("about:blank");
    browser.get(server.address());
    Chromium.waitFor(browser, "document.body.dataset.said");
    Chromium.waitUntilQuiet(browser);
  }

  private Object said() {
    return browser.executeScript("return document.body.dataset.said");
  }

  private String html(String contextPath) {
    Page page = new Page(autoversion, contextPath);
    List<String> entry = List.of(contextPath + ENTRY);
    return "<!doctype html><link rel=\"icon\" href=\"data:,\">"
        + page.importMap(entry, attributes)
        + page.entrypoint(entry, attributes)
        + "<body></body>";
  }
}
