package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.manifest.Manifests;
import dev.autoversion.page.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Two builds of Vite 8.3.8 with {@code build.chunkImportMap}, in a browser: between them {@code
 * money.js} was edited, and no module that imports it has another name.
 */
@ExtendWith(Chromium.class)
class ViteImportMapTest {
  private static final Path BUILDS = Path.of("src/test/resources/vite-import-map");
  private static final Map<String, Object> NONCE = Map.of("nonce", "r4nd0m");

  private PageServer server;
  private ChromeDriver browser;

  @BeforeEach
  void start(ChromeDriver browser) throws IOException {
    this.browser = browser;
    server = new PageServer("");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void editedModule_isTheOneRequest() throws IOException {
    show("before");
    assertEquals("main 3 EUR, report 4 EUR", said());
    assertEquals(
        List.of(
            "/",
            "/build/assets/main-Cvi51LTx.js",
            "/build/assets/money-D__aQ4vs.js",
            "/build/assets/report-Dicnntnc.js"),
        server.requests());

    show("after");
    assertEquals("main 3 CHF, report 4 CHF", said());
    assertEquals(List.of("/", "/build/assets/money-BfgEyaNf.js"), server.requests());
  }

  private void show(String build) throws IOException {
    Path folder = BUILDS.resolve(build);
    Autoversion autoversion =
        Autoversion.builder()
            .manifest("/build", Manifests.read(folder), AssetSource.directory(folder))
            .build();
    List<String> entry = List.of("/build/src/main.js");
    Page page = new Page(autoversion);
    server.serve(
        autoversion,
        () ->
            "<!doctype html><link rel=\"icon\" href=\"data:,\">"
                + page.importMap(entry, NONCE)
                + page.entrypoint(entry, NONCE)
                + "<body></body>");
    browser.get("about:blank");
    browser.get(server.address());
  }

  private Object said() {
    Chromium.waitFor(browser, "document.body.dataset.said");
    return browser.executeScript("return document.body.dataset.said");
  }
}
