package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** Whether everybody can read the site: at each width, in the dark, with other eyes. */
@ExtendWith(Chromium.class)
class ReadableInBrowserTest {
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

  private static SiteServer server;
  private ChromeDriver browser;

  @BeforeAll
  static void start() throws Exception {
    SiteFolder folder = SiteFolder.locate();
    server = SiteServer.start(new Site(folder, Site.autoversion(folder).build()), 0);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void use(ChromeDriver browser) {
    this.browser = browser;
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
    media("light", 1280, 800);
    browser.get(server.url().resolve(page).toString());
    Chromium.waitFor(browser, "!document.querySelector('#fetched > p')");
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
  }

  private List<?> found(Map<String, Object> options) {
    return (List<?>) browser.executeAsyncScript(RUN_AXE, options);
  }

  private void media(String scheme, int width, int height) {
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
    try (InputStream script = ReadableInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
