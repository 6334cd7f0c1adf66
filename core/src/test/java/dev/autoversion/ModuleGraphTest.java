package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of modules and their imports, and what is said of those that fail. */
class ModuleGraphTest {
  private static final List<String> APP = List.of("/s/app.js");
  private static final String LEAF = "/s/leaf.js?v=3fc4ccfe7458";

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(site.resolve("app.js"), "import './leaf.js'");
    Files.writeString(site.resolve("leaf.js"), "two");
    Files.writeString(site.resolve("more.js"), "two");
  }

  @Test
  void of_fresh_asksForNoReference() {
    assertAskedForOnce(time.builder().directory("/s", site).build(), Duration.ZERO);
  }

  @Test
  void of_settled_asksForNoReferenceEver() {
    assertAskedForOnce(
        time.builder().directory("/s", site).recheckNever().build(), Duration.ofDays(1));
  }

  private void assertAskedForOnce(Autoversion autoversion, Duration age) {
    Map<String, String> map = autoversion.imports(APP, "");
    CacheStats stats = autoversion.stats();
    time.advance(age);
    assertEquals(map, autoversion.imports(APP, ""));
    assertEquals(stats, autoversion.stats());
  }

  @Test
  void of_youngFile_isLookedAtAgainWhereFilesNeverChange() throws IOException {
    ManualTime young = ManualTime.now();
    Autoversion autoversion = young.builder().directory("/s", site).recheckNever().build();
    assertEquals(LEAF, autoversion.imports(APP, "").get("/s/leaf.js"));
    Files.writeString(site.resolve("leaf.js"), "three");
    young.advance(Duration.ofSeconds(1));
    assertEquals("/s/leaf.js?v=8b5b9db0c13d", autoversion.imports(APP, "").get("/s/leaf.js"));
  }

  /** What was read in between is told, but not as what the version has. */
  @Test
  void imports_ofOtherBytes_areNotRemembered() {
    AtomicInteger opens = new AtomicInteger();
    CountingSource source = new CountingSource(site);
    source.beforeOpen(path -> opens.addAndGet(path.value().equals("app.js") ? 1 : 0));
    source.stream(
        bytes ->
            opens.compareAndSet(2, 3)
                ? new ByteArrayInputStream("import './more.js'".getBytes(StandardCharsets.UTF_8))
                : bytes);
    Autoversion autoversion = time.builder().source("/s", source).build();
    assertEquals(List.of("/s/app.js", "/s/more.js"), keys(autoversion));
    time.advance(Duration.ofSeconds(1));
    assertEquals(List.of("/s/app.js", "/s/leaf.js"), keys(autoversion));
  }

  private static List<String> keys(Autoversion autoversion) {
    return List.copyOf(autoversion.imports(APP, "").keySet());
  }

  @Test
  void imports_unreadable() {
    AtomicInteger opens = new AtomicInteger();
    CountingSource source =
        new CountingSource(site)
            .beforeOpen(
                path -> {
                  if (opens.incrementAndGet() == 2) {
                    throw new IOException("Too many open files");
                  }
                });
    Autoversion autoversion = time.builder().source("/s", source).build();
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(List.of("/s/app.js"), keys(autoversion));
      assertEquals(
          List.of(
              "WARNING '/s/app.js' can't be read: counted directory "
                  + site
                  + ": java.io.IOException: Too many open files"),
          log.lines());
    }
  }

  @Test
  void missing_warns() throws IOException {
    Files.writeString(site.resolve("app.js"), "import './leaf.js'\nimport './laef.js'");
    Autoversion autoversion =
        time.builder().directory("/s", site).onMissing(OnMissing.WARN).build();
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(List.of("/s/app.js", "/s/leaf.js"), keys(autoversion));
      assertEquals(
          List.of(
              "WARNING no asset for '/s/laef.js'; searched directory "
                  + site
                  + "; did you mean '/s/leaf.js'?; '/s/app.js' refers to it as './laef.js' in line"
                  + " 2"),
          log.lines());
    }
  }

  /** By a name that contains another version the browser would load the module twice. */
  @Test
  void missing_staleName_warns() throws IOException {
    Files.writeString(site.resolve("app.js"), "\nimport './leaf-000000000000.js'");
    String message =
        "no asset for '/s/leaf-000000000000.js': '/s/leaf.js' is there in another version,"
            + " 3fc4ccfe7458; write its name without a version; '/s/app.js' refers to it as"
            + " './leaf-000000000000.js' in line 2";
    try (CapturedLog log = CapturedLog.open()) {
      inNames(OnMissing.WARN).imports(APP, "");
      assertEquals(List.of("WARNING " + message), log.lines());
    }
    Autoversion failing = inNames(OnMissing.FAIL);
    assertEquals(
        message,
        assertThrows(MissingAssetException.class, () -> failing.imports(APP, "")).getMessage());
  }

  private Autoversion inNames(OnMissing policy) {
    return time.builder()
        .directory("/s", site)
        .placement(Placement.fileName())
        .onMissing(policy)
        .build();
  }
}
