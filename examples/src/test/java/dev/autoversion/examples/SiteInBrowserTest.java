package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The site as a visitor has it: the edit on its first page, and whether everybody can read it. */
class SiteInBrowserTest {
  private static final String RUN_AXE =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ['violations'], ...arguments[0]}).then(
          found => done(found.violations.flatMap(violation => violation.nodes.map(
              node => violation.id + ' ' + node.html + ' ' + node.failureSummary))),
          error => done(['' + error]));
      """;

  // What depends on colours and sizes; the other rules ask once for a page.
  private static final Map<String, Object> LOOKS =
      Map.of(
          "runOnly",
          List.of("color-contrast", "link-in-text-block", "scrollable-region-focusable"));

  @TempDir static Path profile;
  private static ChromeDriver browser;

  @TempDir Path directory;
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private SiteServer server;

  @BeforeAll
  static void open() {
    browser = Chromium.start(profile);
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void start() throws Exception {
    Chromium.forget(browser);
    SiteFolder folder = SiteCopy.in(directory);
    server = SiteServer.start(new Site(folder, Site.autoversion(folder).build()), 0);
    server.logTo((request, response) -> requests.add(request.getHttpURI().getPath()));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private void show(String page) {
    browser.get(server.url().resolve(page).toString());
    waitFor("document.readyState === 'complete'");
  }

  private static void waitFor(String condition) {
    Object told =
        browser.executeAsyncScript(
            "const done = arguments[0];"
                + "const look = left => ("
                + condition
                + ") ? done('') : left ? setTimeout(look, 20, left - 1) : done(document.body.innerText);"
                + "look(400);");
    assertEquals("", told, condition);
  }

  private static List<String> texts(String selector) {
    return browser.findElements(By.cssSelector(selector)).stream()
        .map(WebElement::getText)
        .map(text -> text.replaceAll("-[0-9a-f]{12}", "-V").replaceAll("\\d+ bytes", "N bytes"))
        .map(text -> text.replace('\n', ' '))
        .toList();
  }

  private static Object colour(String site) {
    return browser.executeScript(
        "return getComputedStyle(document.querySelector('iframe[data-site=' + arguments[0] + ']')"
            + ".contentDocument.body).backgroundColor",
        site);
  }

  private static Object sign(String site) {
    return browser.executeScript(
        "return document.querySelector('iframe[data-site=' + arguments[0] + ']')"
            + ".contentDocument.querySelector('#sign').textContent",
        site);
  }

  private static List<String> complaints() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  private List<String> askedOfTheShop() {
    return requests.stream().filter(path -> path.startsWith("/shop/")).toList();
  }

  @Test
  void editedColour_oneRequestUnderANewUrl() {
    show("/");
    waitFor("document.querySelectorAll('.ledger .asked').length === 12");
    assertEquals(6, askedOfTheShop().size(), requests::toString);
    requests.clear();
    browser.findElement(By.cssSelector("button[value=BRICK]")).sendKeys(Keys.ENTER);
    waitFor("document.querySelector('#told').textContent.includes('kept')");
    assertEquals(List.of("/shop/css/colour-22cdca689ee9.css"), askedOfTheShop());
    assertEquals(
        List.of(
            "/shop/css/colour-V.css asked for, N bytes",
            "/shop/css/layout-V.css from the cache",
            "/shop/img/hill-V.svg from the cache",
            "/shop/img/sprout-V.svg from the cache",
            "/shop/js/shop-V.js from the cache",
            "/shop/js/sign-V.js from the cache"),
        texts("ol[data-site=shop] li"));
    assertEquals(
        List.of("/plain/css/colour.css from the cache: yesterday\u2019s"), texts(".ledger .stale"));
    assertEquals("rgb(168, 68, 42)", colour("shop"));
    assertEquals("rgb(47, 111, 100)", colour("plain"));
    assertEquals(
        List.of(
            "On disk, css/colour.css now says :root { --shop: #a8442a; }",
            "With autoversion the browser asked for 1 file and kept 5 files."
                + " Without it shows yesterday\u2019s file."),
        texts("#told p"));
    assertEquals(List.of(), complaints());
  }

  /** A module that another one imports, by a name without a version. */
  @Test
  void editedModule_oneRequestUnderANewUrl() {
    show("/");
    waitFor("document.querySelectorAll('.ledger .asked').length === 12");
    requests.clear();
    browser.findElement(By.name("sign")).sendKeys("<b>Leeks</b> & \"dill\"", Keys.ENTER);
    waitFor("document.querySelector('#told').textContent.includes('kept')");
    List<String> asked = askedOfTheShop();
    assertEquals(1, asked.size(), asked::toString);
    assertTrue(asked.get(0).matches("/shop/js/sign-[0-9a-f]{12}\\.js"), asked::toString);
    assertEquals("<b>Leeks</b> & \"dill\"", sign("shop"));
    assertEquals("Kale is in", sign("plain"));
    browser.findElement(By.name("restore")).sendKeys(Keys.ENTER);
    waitFor("document.querySelectorAll('.ledger .stale').length === 0");
    assertEquals("Kale is in", sign("shop"));
    assertEquals(List.of(), complaints());
  }

  @Test
  void proof_showsTheHeaders() {
    show("/proof");
    waitFor("[...document.querySelectorAll('.answer')].every(a => a.querySelector('mark'))");
    assertEquals(
        List.of(
            "status: 200",
            "cache-control: public, max-age=31536000, immutable",
            "status: 302",
            "cache-control: no-store",
            "location: site.css"),
        texts(".answer mark"));
    assertEquals(List.of(), complaints());
  }

  @Test
  void missing_leadsBack() {
    show("/none");
    assertEquals("Nothing is here", browser.findElement(By.tagName("h1")).getText());
    browser.findElement(By.linkText("Back to the start")).click();
    waitFor("document.querySelector('#live')");
  }

  @Test
  void menu_byKeyboard() {
    show("/proof");
    browser.findElement(By.tagName("body")).sendKeys(Keys.TAB);
    assertEquals("To the content", browser.switchTo().activeElement().getText());
    WebElement menu = browser.findElements(By.tagName("summary")).get(0);
    menu.sendKeys(Keys.ENTER);
    waitFor("document.querySelectorAll('.bar details[open]').length === 1");
    browser.findElements(By.tagName("summary")).get(1).sendKeys(Keys.ENTER);
    waitFor("document.querySelectorAll('.bar details[open]').length === 1");
    browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    waitFor("document.querySelectorAll('.bar details[open]').length === 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/templates",
        "/proof",
        "/thymeleaf",
        "/thymeleaf/planner",
        "/plain/shop",
        "/none"
      })
  void everyPage_readableByAll(String page) throws IOException {
    try {
      media("light", 1280, 800);
      show(page);
      waitFor("!document.querySelector('#fetched > p')");
      browser.executeScript(axe());
      List<Object> found = new ArrayList<>(found(Map.of()));
      for (String scheme : List.of("light", "dark")) {
        media(scheme, 390, 844);
        found.addAll(found(LOOKS));
      }
      media("dark", 1280, 800);
      found.addAll(found(LOOKS));
      assertEquals(List.of(), found);
      for (int width : new int[] {360, 600, 768, 1440}) {
        media("light", width, 800);
        assertEquals(
            0L,
            browser.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"),
            "wider than a window of " + width);
      }
    } finally {
      browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  private static List<?> found(Map<String, Object> options) {
    return (List<?>) browser.executeAsyncScript(RUN_AXE, options);
  }

  private static void media(String scheme, int width, int height) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  private static String axe() throws IOException {
    try (InputStream script = SiteInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
