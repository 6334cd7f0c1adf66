package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** What a real browser fetches, and what it never asks for again. */
@ExtendWith(Chromium.class)
class RealBrowserTest {
  // Shown by the stylesheet that the page's stylesheet imports.
  private static final String IMAGE = "img/sun.svg";

  private static final String BOOTSTRAP = "/webjars/bootstrap/5.3.8/dist/";
  private static final String STRICT_USES =
      """
      const [css, js, worker, sprite, done] = arguments;
      const cssHash = 'sha384-sRIl4kxILFvY47J16cr9ZwB07vP4J8+LH7qKQnuqkuIAvNWLzeN8tE5YBujZqJLB';
      const jsHash = 'sha384-FKyoEForCGlyvwx9Hj09JcYn3nv7wiPVlz7YYwJrWVcXK/BmnVDxM+D2scQbITxI';
      const load = (tag, values) => new Promise(resolve => {
        const element = Object.assign(document.createElement(tag), values);
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('refused');
        document.head.append(element);
      });
      const answer = new Promise((resolve, reject) => {
        const started = new Worker(worker);
        started.onmessage = message => resolve(message.data);
        started.onerror = () => resolve('no worker');
      });
      const drawn = new Promise(resolve => {
        document.body.insertAdjacentHTML(
            'beforeend', `<svg width="16" height="16"><use href="${sprite}"/></svg>`);
        const use = document.body.lastElementChild.firstElementChild;
        const look = left => use.getBBox().width > 0 ? resolve('a sprite')
            : left ? requestAnimationFrame(() => look(left - 1)) : resolve('no sprite');
        look(600);
      });
      const font = document.fonts.load('600 16px "Space Grotesk"')
          .then(faces => faces.map(face => face.weight + ' ' + face.status).join());
      Promise.all([
        load('link', {rel: 'stylesheet', href: css, integrity: cssHash}),
        load('script', {src: js, integrity: jsHash}),
        load('link', {rel: 'stylesheet', href: css, integrity: cssHash.replace('sR', 'sS')}),
        load('script', {src: js, integrity: jsHash.replace('FK', 'FL')}),
        answer, font, drawn
      ]).then(done, error => done('' + error));
      """;

  @TempDir Path directory;
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private SiteFolder folder;
  private Autoversion autoversion;
  private SiteServer server;
  private ChromeDriver browser;

  @BeforeEach
  void start(ChromeDriver browser) throws Exception {
    this.browser = browser;
    folder = SiteCopy.in(directory);
    autoversion = Site.autoversion(folder).recheckAfter(Duration.ZERO).build();
    server = SiteServer.start(new Site(folder, autoversion), 0);
    server.logTo(
        (request, response) -> {
          requests.add(request.getHttpURI().getPath());
          if (response.getStatus() != 200) {
            failures.add(response.getStatus() + " " + request.getHttpURI().getPath());
          }
        });
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void firstVisit_everythingLoads(Engine engine) throws Exception {
    Set<String> fetched = visit(engine);
    Set<String> expected = new TreeSet<>(fetchedByPage(engine));
    assertTrue(fetched.containsAll(expected), () -> "not fetched: " + without(expected, fetched));
    assertTrue(
        fetched.stream().anyMatch(url -> url.startsWith("/static/css/theme-")), fetched::toString);
    assertTrue(
        fetched.stream().anyMatch(url -> url.startsWith("/static/img/sun-")), fetched::toString);
    assertEquals(List.of(), List.copyOf(failures));
    assertEquals(List.of(), Chromium.complaints(browser));
  }

  @ParameterizedTest
  @EnumSource
  void secondVisit_onlyThePageIsAskedFor(Engine engine) throws Exception {
    visit(engine);
    assertEquals(Set.of("/" + engine.path()), visit(engine));
    assertEquals(List.of(), Chromium.complaints(browser));
  }

  @Test
  void editedImage_onlyItAndWhatShowsItAreFetchedAgain() throws Exception {
    visit(Engine.PEBBLE);
    edit(IMAGE);
    Set<String> fetched = visit(Engine.PEBBLE);
    fetched.remove("/pebble");
    assertEquals(
        List.of("/static/css/site-V.css", "/static/css/theme-V.css", "/static/img/sun-V.svg"),
        fetched.stream().map(url -> url.replaceFirst("-[0-9a-f]{12}", "-V")).sorted().toList());
    assertEquals(List.of(), List.copyOf(failures));
    assertEquals(List.of(), Chromium.complaints(browser));
  }

  @ParameterizedTest
  @EnumSource
  void planner_eachFileOnceAndItsOwnStylesWin(Engine engine) throws Exception {
    fetched("/" + engine.path() + "/planner");
    assertEquals(
        "rgb(0, 100, 0)",
        browser.executeScript("return getComputedStyle(document.querySelector('.planner')).color"));
    browser.findElement(By.name("name")).sendKeys("Kale", Keys.ENTER);
    Chromium.waitFor(browser, "document.querySelector('li img')?.complete");
    assertEquals(
        List.of(
            "/build/assets/clock-BdPO-Uma.js",
            "/build/assets/element-9rCjyHRp.css",
            "/build/assets/element-JeAWaZYZ.js",
            "/build/assets/planner-CL00J6GV.js",
            "/build/assets/planner-vypaUMNO.css",
            "/build/assets/print-D0PpBWH5.css",
            "/build/assets/row-2cpbdmgQ.js",
            "/build/assets/row-x4kTtB-k.css",
            "/build/assets/seed-iiZE0OXc.svg"),
        requests.stream().filter(url -> url.startsWith("/build/")).sorted().toList());
    assertEquals(List.of(), List.copyOf(failures));
    assertEquals(List.of(), Chromium.complaints(browser));
  }

  @Test
  void openPage_keepsWorkingAfterAnEdit() throws Exception {
    visit(Engine.PEBBLE);
    String old =
        Browser.assets(browser.getPageSource()).stream()
            .filter(url -> url.startsWith("/static/css/site-"))
            .findFirst()
            .orElseThrow();
    edit(IMAGE);
    edit("css/theme.css");
    Object status = fetch(old, "reload");
    assertEquals(200L, status);
    assertEquals(200L, fetch(old.replaceFirst("-[0-9a-f]{12}", "-000000000000"), "default"));
    assertFalse(
        fetched("/pebble").stream().anyMatch(url -> url.equals(old)), "kept by the browser");
  }

  /** What browsers are strict with, and all of it once. */
  @Test
  void strictUses_workAndAreAskedForOnce() throws Exception {
    Files.writeString(
        folder.staticFiles().resolve("js/worker.js"), "postMessage(self.location.pathname);");
    String worker = autoversion.url("/static/js/worker.js");
    List<String> expected =
        List.of("loaded", "loaded", "refused", "refused", worker, "600 loaded", "a sprite");
    visit(Engine.PEBBLE);
    assertEquals(expected, strictUses(worker));
    Set<String> fetched = new TreeSet<>(requests);
    assertTrue(fetched.contains(worker), fetched::toString);
    String font = autoversion.url("/static/font/space-grotesk-600.woff2");
    assertTrue(fetched.contains(font), fetched::toString);
    assertEquals(2, Chromium.complaints(browser).size(), "the two that are refused");
    visit(Engine.PEBBLE);
    assertEquals(expected, strictUses(worker));
    assertEquals(Set.of("/pebble"), new TreeSet<>(requests));
    assertEquals(List.of(), List.copyOf(failures));
  }

  /** Bootstrap with the values that its manual tells, and with others; and so on. */
  private Object strictUses(String worker) {
    return browser.executeAsyncScript(
        STRICT_USES,
        autoversion.url(BOOTSTRAP + "css/bootstrap.min.css"),
        autoversion.url(BOOTSTRAP + "js/bootstrap.bundle.min.js"),
        worker,
        autoversion.url("/static/img/signs.svg#check"));
  }

  /** Loads a page, waits until the network is quiet, and tells what the server was asked for. */
  private Set<String> visit(Engine engine) throws InterruptedException {
    return fetched("/" + engine.path());
  }

  private Set<String> fetched(String page) throws InterruptedException {
    browser.get("about:blank");
    requests.clear();
    browser.get(server.url().resolve(page).toString());
    Chromium.waitUntilQuiet(browser);
    return new TreeSet<>(requests);
  }

  private Object fetch(String url, String cache) {
    return browser.executeAsyncScript(
        "const done = arguments[arguments.length - 1];"
            + "fetch(arguments[0], {cache: arguments[1]}).then(r => done(r.status), e => done('' + e));",
        url,
        cache);
  }

  private List<String> fetchedByPage(Engine engine) throws Exception {
    List<String> high = List.of("/static/img/hills@2x");
    return Browser.assets(new Browser(server.url()).page("/" + engine.path())).stream()
        .map(url -> url.replaceFirst("#.*", ""))
        .filter(url -> high.stream().noneMatch(url::startsWith)) // for denser screens only
        .toList();
  }

  private void edit(String file) throws IOException {
    Path edited = folder.staticFiles().resolve(file);
    String comment = file.endsWith(".svg") ? "<!-- edited -->" : "/* edited */";
    Files.writeString(edited, Files.readString(edited) + comment);
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
