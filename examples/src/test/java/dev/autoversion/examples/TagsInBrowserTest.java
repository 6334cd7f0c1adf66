package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.Manifest;
import dev.autoversion.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** What a real browser makes of the tags of an entry. */
@ExtendWith(Chromium.class)
class TagsInBrowserTest {
  private static final List<String> NONE = List.of();

  @TempDir Path files;

  private PageServer server;
  private ChromeDriver browser;

  /** A build of modules with legacy twins, and of one classic script. */
  private record Build() implements Manifest {
    @Override
    public Optional<String> published(String name) {
      return names().filter(name::equals).findFirst().map(known -> known.replace(".js", "-1.js"));
    }

    @Override
    public Optional<Entry> entry(String name) {
      List<String> file = published(name).stream().toList();
      return switch (name) {
        case "main.js" ->
            Optional.of(
                new Entry(List.of("a.css"), NONE, file, List.of("shared-1.js"), NONE, NONE));
        case "old.js" ->
            Optional.of(
                new Entry(NONE, NONE, file, NONE, NONE, List.of("polyfills.js", "old-legacy.js")));
        default -> Optional.of(new Entry(NONE, file, NONE, NONE, NONE, NONE));
      };
    }

    @Override
    public Stream<String> names() {
      return Stream.of("main.js", "old.js", "classic.js");
    }

    @Override
    public Stream<String> files() {
      return Stream.of(
          "main-1.js", "old-1.js", "classic-1.js", "a.css", "shared-1.js", "polyfills.js");
    }
  }

  @BeforeEach
  void start(ChromeDriver browser) throws IOException {
    this.browser = browser;
    write("main-1.js", "import './shared-1.js'; document.body.dataset.main = 'ran';");
    write("shared-1.js", "document.body.dataset.shared = 'ran';");
    write("classic-1.js", "document.documentElement.dataset.classic = 'ran';");
    write("a.css", "body { color: red }");
    write("old-1.js", "document.body.dataset.old = 'modern';");
    write(
        "polyfills.js",
        "window.System = {import: url => document.body.dataset.old = 'got ' + url}");
    server = new PageServer("");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyFile_fetchedOnce(boolean integrity) throws IOException {
    Page page = page();
    List<String> entries = List.of("/b/main.js", "/b/classic.js");
    Map<String, Object> attributes = Map.of("integrity", integrity, "nonce", "r4nd0m");
    show(
        page.preload(List.of("/b/main.js", "/b/classic.js", "/b/a.css"), attributes)
            + page.entrypoint(entries, attributes));
    assertEquals("ran", data("body", "main"));
    assertEquals("ran", data("body", "shared"));
    assertEquals("ran", data("documentElement", "classic"));
    assertEquals(
        List.of("/", "/b/a.css", "/b/classic-1.js", "/b/main-1.js", "/b/shared-1.js"),
        server.requests());
  }

  @Test
  void legacy_modernBrowser() throws IOException {
    show(page().entrypoint(List.of("/b/old.js"), Map.of("nonce", "r4nd0m")));
    assertEquals("modern", data("body", "old"));
    assertEquals(List.of("/", "/b/old-1.js"), server.requests());
  }

  /** Its modules ask for import.meta.resolve, as Vite 8's do, and it has none. */
  @Test
  void legacy_moduleRefuses() throws IOException {
    write("old-1.js", "throw new Error('import.meta.resolve not supported');");
    String tags = page().entrypoint(List.of("/b/old.js"), Map.of("nonce", "r4nd0m"));
    show(tags.replace("import.meta.resolve", "import.meta.none"));
    assertEquals("got /b/old-legacy.js", data("body", "old"));
  }

  /** The same browser, and modules of an older Vite that run in it. */
  @Test
  void legacy_moduleRuns() throws IOException {
    String tags = page().entrypoint(List.of("/b/old.js"), Map.of("nonce", "r4nd0m"));
    show(tags.replace("import.meta.resolve", "import.meta.none"));
    assertEquals("modern", data("body", "old"));
    assertEquals(List.of("/", "/b/old-1.js"), server.requests());
  }

  @Test
  void legacy_browserWithoutModules() throws IOException {
    String tags = page().entrypoint(List.of("/b/old.js"), Map.of("nonce", "r4nd0m"));
    show(tags.replace("type=\"module\"", "type=\"unknown\"").replace("nomodule ", ""));
    assertEquals("got /b/old-legacy.js", data("body", "old"));
  }

  private Autoversion autoversion() {
    return Autoversion.builder().manifest("/b", new Build(), AssetSource.directory(files)).build();
  }

  private Page page() {
    return new Page(autoversion());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(files.resolve(name), text);
  }

  private void show(String tags) {
    String html =
        "<!doctype html><meta http-equiv=\"Content-Security-Policy\""
            + " content=\"script-src 'nonce-r4nd0m'\"><link rel=\"icon\" href=\"data:,\">"
            + tags
            + "<body></body>";
    server.serve(autoversion(), () -> html);
    browser.get(server.address());
    Chromium.waitFor(browser, "document.body.dataset.main || document.body.dataset.old");
    Chromium.waitUntilQuiet(browser);
  }

  private Object data(String element, String name) {
    return browser.executeScript("return document." + element + ".dataset." + name);
  }
}
