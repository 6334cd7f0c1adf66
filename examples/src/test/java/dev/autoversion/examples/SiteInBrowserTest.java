package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The site as a visitor has it: the edit on its first page, and the way through it. */
@ExtendWith(Chromium.class)
class SiteInBrowserTest {
  @TempDir Path directory;
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private SiteServer server;
  private ChromeDriver browser;

  @BeforeEach
  void start(ChromeDriver browser) throws Exception {
    this.browser = browser;
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
    Chromium.waitFor(browser, "document.readyState === 'complete'");
  }

  private List<String> texts(String selector) {
    return browser.findElements(By.cssSelector(selector)).stream()
        .map(WebElement::getText)
        .map(text -> text.replaceAll("-[0-9a-f]{12}", "-V").replaceAll("\\d+ bytes", "N bytes"))
        .map(text -> text.replace('\n', ' '))
        .toList();
  }

  private Object colour(String site) {
    return browser.executeScript(
        "return getComputedStyle(document.querySelector('iframe[data-site=' + arguments[0] + ']')"
            + ".contentDocument.body).backgroundColor",
        site);
  }

  private Object sign(String site) {
    return browser.executeScript(
        "return document.querySelector('iframe[data-site=' + arguments[0] + ']')"
            + ".contentDocument.querySelector('#sign').textContent",
        site);
  }

  private List<String> askedOfTheShop() {
    return requests.stream().filter(path -> path.startsWith("/shop/")).toList();
  }

  @Test
  void editedColour_oneRequestUnderANewUrl() {
    show("/");
    Chromium.waitFor(browser, "document.querySelectorAll('.ledger .asked').length === 12");
    assertEquals(6, askedOfTheShop().size(), requests::toString);
    requests.clear();
    browser.findElement(By.cssSelector("button[value=BRICK]")).sendKeys(Keys.ENTER);
    Chromium.waitFor(browser, "document.querySelector('#told').textContent.includes('kept')");
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
    assertEquals(List.of(), Chromium.complaints(browser));
  }

  /** A module that another one imports, by a name without a version. */
  @Test
  void editedModule_oneRequestUnderANewUrl() {
    show("/");
    Chromium.waitFor(browser, "document.querySelectorAll('.ledger .asked').length === 12");
    requests.clear();
    browser.findElement(By.name("sign")).sendKeys("<b>Leeks</b> & \"dill\"", Keys.ENTER);
    Chromium.waitFor(browser, "document.querySelector('#told').textContent.includes('kept')");
    List<String> asked = askedOfTheShop();
    assertEquals(1, asked.size(), asked::toString);
    assertTrue(asked.get(0).matches("/shop/js/sign-[0-9a-f]{12}\\.js"), asked::toString);
    assertEquals("<b>Leeks</b> & \"dill\"", sign("shop"));
    assertEquals("Kale is in", sign("plain"));
    browser.findElement(By.name("restore")).sendKeys(Keys.ENTER);
    Chromium.waitFor(browser, "document.querySelectorAll('.ledger .stale').length === 0");
    assertEquals("Kale is in", sign("shop"));
    assertEquals(List.of(), Chromium.complaints(browser));
  }

  @Test
  void proof_showsTheHeaders() {
    show("/proof");
    Chromium.waitFor(
        browser, "[...document.querySelectorAll('.answer')].every(a => a.querySelector('mark'))");
    assertEquals(
        List.of(
            "status: 200",
            "cache-control: public, max-age=31536000, immutable",
            "status: 302",
            "cache-control: no-store",
            "location: site.css"),
        texts(".answer mark"));
    assertEquals(List.of(), Chromium.complaints(browser));
  }

  @Test
  void missing_leadsBack() {
    show("/none");
    assertEquals("Nothing is here", browser.findElement(By.tagName("h1")).getText());
    browser.findElement(By.linkText("Back to the start")).click();
    Chromium.waitFor(browser, "document.querySelector('#live')");
  }

  @Test
  void menu_byKeyboard() {
    show("/proof");
    browser.findElement(By.tagName("body")).sendKeys(Keys.TAB);
    assertEquals("To the content", browser.switchTo().activeElement().getText());
    WebElement menu = browser.findElements(By.tagName("summary")).get(0);
    menu.sendKeys(Keys.ENTER);
    Chromium.waitFor(browser, "document.querySelectorAll('.bar details[open]').length === 1");
    browser.findElements(By.tagName("summary")).get(1).sendKeys(Keys.ENTER);
    Chromium.waitFor(browser, "document.querySelectorAll('.bar details[open]').length === 1");
    browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    Chromium.waitFor(browser, "document.querySelectorAll('.bar details[open]').length === 0");
  }
}
