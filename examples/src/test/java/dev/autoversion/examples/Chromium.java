package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The system's own Chromium, without a window; nothing is downloaded. A test has it as a parameter,
 * and finds it as one that was just started: it is one for all tests of a JVM, and ends with it.
 */
final class Chromium implements ExecutionCondition, ParameterResolver {
  // It warns of each browser newer than itself; we use none of the protocol that it misses.
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium.devtools");

  /** What the end of all tests closes. */
  private record Running(ChromeDriver browser, ScratchFolder profile) implements AutoCloseable {
    /** Chromium itself ends at its start once in a while, and starts if it is asked again. */
    static Running start() {
      try {
        return once();
      } catch (SessionNotCreatedException e) {
        SELENIUM.log(Level.SEVERE, "Chromium did not start and is asked again", e);
        return once();
      }
    }

    private static Running once() {
      try {
        ScratchFolder profile = ScratchFolder.create();
        return new Running(Chromium.start(profile.path()), profile);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      browser.quit();
      profile.close();
    }
  }

  /** A developer may have none; where {@code CI} is set, its absence is a failure. */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean present = browser().isPresent() && driver().isPresent();
    return present || System.getenv("CI") != null
        ? ConditionEvaluationResult.enabled("a browser is there, or has to be")
        : ConditionEvaluationResult.disabled("no chromium and chromedriver on the PATH");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ChromeDriver.class;
  }

  @Override
  public ChromeDriver resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ChromeDriver browser =
        context
            .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Chromium.class))
            .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
            .browser();
    forget(browser);
    return browser;
  }

  private static ChromeDriver start(Path profile) {
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser().orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-extensions",
        "--disable-sync",
        // One process for all pages, and none in reserve; starting them takes longer than the
        // tests.
        "--renderer-process-limit=1",
        "--in-process-gpu",
        "--disable-site-isolation-trials",
        "--disable-features=BackForwardCache,IsolateOrigins,PreloadTopChromeWebUI,"
            + "ProactivelySwapBrowsingInstance,SpareRendererForSitePerProcess,site-per-process",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver().orElseThrow().toFile())
            .build();
    return new ChromeDriver(service, options);
  }

  /** What it has stored and told so far, and what it was made to look like. */
  private static void forget(ChromeDriver browser) {
    browser.get("about:blank");
    browser.executeCdpCommand("Network.clearBrowserCache", Map.of());
    browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    browser.manage().logs().get(LogType.BROWSER);
  }

  /** Waits until a condition holds in the page. */
  static void waitFor(ChromeDriver browser, String condition) {
    Object told =
        browser.executeAsyncScript(
            "const done = arguments[0];"
                + "const look = left => ("
                + condition
                + ") ? done('so') : left ? setTimeout(look, 20, left - 1)"
                + " : done('never, in ' + document.documentElement.outerHTML);"
                + "look(400);");
    assertEquals("so", told, condition);
  }

  /**
   * Waits until a page has its fonts and nothing to do, and then for what may still be asked for.
   */
  static void waitUntilQuiet(ChromeDriver browser) {
    browser.executeAsyncScript(
        "const done = arguments[0]; document.fonts.ready.then("
            + "() => requestIdleCallback(() => setTimeout(done, 50)));");
  }

  /** What it has complained about in its console since it was asked last. */
  static List<String> complaints(ChromeDriver browser) {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  private static Optional<Path> browser() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> onPath(name).stream())
        .findFirst();
  }

  private static Optional<Path> driver() {
    return onPath("chromedriver");
  }

  private static Optional<Path> onPath(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
