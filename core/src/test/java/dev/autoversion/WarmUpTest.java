package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a warm-up leaves for the first page to do: nothing. */
final class WarmUpTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path temporary;
  private final ManualTime time = ManualTime.later();
  private Path site;
  @RegisterExtension private final CapturedLog log = new CapturedLog();

  @BeforeEach
  void createSite() throws IOException {
    site = Files.createDirectory(temporary.resolve("site"));
  }

  private static void write(Path root, String name, String text) throws IOException {
    TextFile.write(root.resolve(name), text);
  }

  private static CacheStats stats(long hits, long misses, long loads, long size) {
    return new CacheStats(hits, misses, loads, Duration.ZERO, size);
  }

  @Test
  void warmUp_assetsAndBytes() throws IOException {
    write(site, "a.txt", "one");
    write(site, "js/app.js", "three");
    write(site, "empty.txt", "");
    write(site, ".env", "secret");
    write(site, ".git/config", "secret");
    write(site, "WEB-INF/web.xml", "secret");
    write(site, "A.class", "secret");
    write(site, "b.class/b.js", "two");
    write(site, ".well-known/x", "two");
    Autoversion autoversion = time.builder().directory("/s", site).build();
    WarmUp warmUp = autoversion.warmUp();
    assertEquals(new WarmUp(5, 14), warmUp);
    assertEquals("WarmUp[assets=5, bytes=14]", warmUp.toString());
    assertEquals(List.of(), log.lines());
  }

  @Test
  void warmUp_noLoadAfterIt() throws IOException {
    write(site, "a.txt", "one");
    write(site, "css/a.css", "a { background: url(../a.txt) }");
    write(site, "css/b c#d%.txt", "two");
    Autoversion autoversion = time.builder().directory("/s", site).build();
    autoversion.warmUp();
    assertEquals(stats(0, 0, 3, 3), autoversion.stats());
    assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
    assertEquals("/s/css/a.css?v=87372076b82b", autoversion.url("/s/css/a.css"));
    assertEquals(
        "/s/css/b%20c%23d%25.txt?v=3fc4ccfe7458", autoversion.url("/s/css/b%20c%23d%25.txt"));
    assertEquals(stats(3, 0, 3, 3), autoversion.stats());
    assertEquals("/s/a.txt?v=7692c3ad3540#top", autoversion.url("/s/a.txt#top"));
    assertEquals(stats(3, 1, 3, 4), autoversion.stats());
  }

  @Test
  void warmUp_again() throws IOException {
    write(site, "a.txt", "one");
    Autoversion autoversion = time.builder().directory("/s", site).build();
    assertEquals(new WarmUp(1, 3), autoversion.warmUp());
    assertEquals(new WarmUp(1, 3), autoversion.warmUp());
    assertEquals(stats(0, 0, 1, 1), autoversion.stats());
    autoversion.invalidate();
    assertEquals(new WarmUp(1, 3), autoversion.warmUp());
    assertEquals(stats(0, 0, 2, 1), autoversion.stats());
    write(site, "a.txt", "three");
    assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
    time.advance(SECOND);
    assertEquals(new WarmUp(1, 5), autoversion.warmUp());
    assertEquals("/s/a.txt?v=8b5b9db0c13d", autoversion.url("/s/a.txt"));
    assertEquals(stats(2, 0, 3, 1), autoversion.stats());
  }

  /** Its answers age as all others do: one look at the file each, and no reading. */
  @Test
  void warmUp_recheckedLater() throws IOException {
    write(site, "a.txt", "one");
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = time.builder().source("/s", listed(source, "a.txt")).build();
    autoversion.warmUp();
    int finds = source.finds(); // The file, and precompressed ones beside it.
    time.advance(SECOND);
    assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
    assertEquals(finds + 1, source.finds());
    assertEquals(1, source.opens());
  }

  @Test
  void warmUp_mountHidesAsset() throws IOException {
    write(site, "a.txt", "one");
    write(site, "lib/b.txt", "hidden by the longer prefix");
    Path lib = Files.createDirectory(temporary.resolve("lib"));
    write(lib, "c.txt", "three");
    Autoversion autoversion =
        time.builder()
            .directory("/s", site)
            .directory("/s/lib", lib)
            .directory("/", lib)
            .maximumSize(3)
            .build();
    assertEquals(new WarmUp(3, 13), autoversion.warmUp());
    assertEquals(stats(0, 0, 3, 3), autoversion.stats());
    assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
    assertEquals("/s/lib/c.txt?v=8b5b9db0c13d", autoversion.url("/s/lib/c.txt"));
    assertEquals("/c.txt?v=8b5b9db0c13d", autoversion.url("/c.txt"));
    assertEquals(stats(3, 0, 3, 3), autoversion.stats());
    assertEquals(List.of(), log.lines());
  }

  @Test
  void warmUp_sourcesUnderOnePrefix() throws IOException {
    write(site, "a.txt", "one");
    Path base = Files.createDirectory(temporary.resolve("base"));
    write(base, "a.txt", "three");
    write(base, "b.txt", "two");
    AssetSource both = AssetSource.firstOf(AssetSource.directory(site), path -> Optional.empty());
    Autoversion autoversion = time.builder().source("/s", both).directory("/s", base).build();
    assertEquals(new WarmUp(2, 6), autoversion.warmUp());
    assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
    assertEquals(stats(1, 0, 2, 2), autoversion.stats());
  }

  @Test
  void warmUp_contextPathAndHost() throws IOException {
    write(site, "a.txt", "one");
    Autoversion autoversion =
        time.builder()
            .directory("/s", site)
            .directory("/app/s", temporary.resolve("none"))
            .contextPath("/app")
            .host("https://cdn.example.com")
            .build();
    assertEquals(new WarmUp(1, 3), autoversion.warmUp());
    assertEquals(
        "https://cdn.example.com/app/s/a.txt?v=7692c3ad3540", autoversion.url("/app/s/a.txt"));
    assertEquals(stats(1, 0, 1, 1), autoversion.stats());
  }

  private static Stream<Placement> placements() {
    return Stream.of(
        Placement.query(),
        Placement.query("version"),
        Placement.fileName(),
        Placement.pathSegment());
  }

  @ParameterizedTest
  @MethodSource("placements")
  void warmUp_placement(Placement placement) throws IOException {
    write(site, "a.txt", "one");
    write(site, "my-file.js", "two");
    write(site, "my.js", "three");
    write(site, "@2/b.txt", "two");
    write(site, "LICENSE", "two");
    Autoversion autoversion = time.builder().directory("/s", site).placement(placement).build();
    assertEquals(new WarmUp(5, 17), autoversion.warmUp());
    for (String name : List.of("a.txt", "my-file.js", "my.js", "@2/b.txt", "LICENSE")) {
      assertTrue(autoversion.url("/s/" + name).length() > name.length() + 12, name);
    }
    assertEquals(stats(5, 0, 5, 5), autoversion.stats());
  }

  @Test
  void warmUp_danglingReferenceUnderFail() throws IOException {
    write(site, "a.txt", "one");
    write(site, "a.css", "a { background: url(a.txt) }\n b { background: url(a.png) }");
    Autoversion autoversion =
        time.builder().directory("/s", site).onMissing(OnMissing.FAIL).build();
    assertEquals(new WarmUp(2, 61), autoversion.warmUp());
    assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
    String message =
        assertThrows(MissingAssetException.class, () -> autoversion.url("/s/a.css")).getMessage();
    assertEquals(
        "no asset for '/s/a.png'; searched directory "
            + site
            + "; '/s/a.css' refers to it as 'a.png' in line 2",
        message);
    assertEquals(List.of(), log.lines());
  }

  @Test
  void warmUp_danglingReferenceUnderWarn() throws IOException {
    write(site, "a.txt", "one");
    write(site, "a.css", "a { background: url(a.txt) }\n b { background: url(none.woff2) }");
    Autoversion autoversion =
        time.builder().directory("/s", site).onMissing(OnMissing.WARN).build();
    autoversion.warmUp();
    autoversion.warmUp();
    assertEquals(
        List.of(
            "WARNING no asset for '/s/none.woff2'; searched directory "
                + site
                + "; '/s/a.css' refers to it as 'none.woff2' in line 2"),
        log.lines());
  }

  @Test
  void warmUp_rootEmptyOrMissing() throws IOException {
    Autoversion autoversion =
        time.builder().directory("/s", site).directory("/t", temporary.resolve("none")).build();
    assertEquals(new WarmUp(0, 0), autoversion.warmUp());
    assertEquals(1, log.lines().size(), "of build()");
    write(temporary, "none/a.txt", "one");
    assertEquals(new WarmUp(1, 3), autoversion.warmUp());
  }

  @Test
  void warmUp_moreThanMaximumSize() throws IOException {
    for (int i = 0; i < 20; i++) {
      write(site, i + ".txt", "one");
    }
    Autoversion enough = time.builder().directory("/s", site).maximumSize(20).build();
    assertEquals(new WarmUp(20, 60), enough.warmUp());
    IntStream.range(0, 20).forEach(i -> enough.url("/s/" + i + ".txt"));
    assertEquals(stats(20, 0, 20, 20), enough.stats());
    assertEquals(List.of(), log.lines());
    Autoversion few = time.builder().directory("/s", site).maximumSize(19).build();
    assertEquals(new WarmUp(20, 60), few.warmUp());
    few.warmUp();
    assertEquals(19, few.stats().size());
    assertEquals(
        List.of(
            "WARNING 20 assets, but maximumSize(19) remembers fewer; set it higher, or the others"
                + " are read again when a page asks for them"),
        log.lines());
  }

  @Test
  void warmUp_fourThreads() throws Exception {
    for (int i = 0; i < 200; i++) {
      write(site, i + ".txt", "one");
    }
    write(site, "a.css", "a { background: url(1.txt) } b { background: url(2.txt) }");
    Autoversion autoversion = time.builder().directory("/s", site).build();
    ExecutorService threads = Executors.newFixedThreadPool(5);
    try {
      CyclicBarrier start = new CyclicBarrier(5);
      List<Future<WarmUp>> all = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  return autoversion.warmUp();
                }));
      }
      Future<String> page =
          threads.submit(
              () -> {
                start.await();
                return autoversion.url("/s/199.txt");
              });
      for (Future<WarmUp> one : all) {
        assertEquals(new WarmUp(201, 657), one.get(60, TimeUnit.SECONDS));
      }
      assertEquals("/s/199.txt?v=7692c3ad3540", page.get(60, TimeUnit.SECONDS));
    } finally {
      threads.shutdownNow();
    }
    assertEquals(201, autoversion.stats().loads());
    assertEquals(201, autoversion.stats().size());
  }

  /**
   * The image takes 2,068 bytes: 1,000 of its own, and what is around them. Where no more are held,
   * the script behind it is read for its version alone, and not for its answer. Each has a mount of
   * its own, as those of one are looked up on all cores, in no order.
   */
  @ParameterizedTest
  @CsvSource({"2068, 2", "4000, 3"})
  void warmUp_maximumBytes(long most, int opens) throws IOException {
    write(site, "a.png", "x".repeat(1000));
    write(site, "b.js", "x".repeat((1 << 20) + 1));
    CountingSource source = new CountingSource(site);
    Autoversion autoversion =
        time.builder()
            .source("/i", listed(source, "a.png"))
            .source("/j", listed(source, "b.js"))
            .maximumBytes(most)
            .build();
    assertEquals(new WarmUp(2, 1_049_577), autoversion.warmUp());
    assertEquals(opens, source.opens());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void warmUp_classPath() throws IOException {
    Path folder =
        new Archive()
            .file("static/a.txt", "one")
            .file("static/js/both.js", "three")
            .file("other/b.txt", "two")
            .explode(Files.createDirectory(temporary.resolve("classes")));
    Path jar =
        new Archive()
            .file("static/css/a b.css", "two")
            .file("static/js/both.js", "hidden by the folder")
            .file("static/A.class", "secret")
            .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n")
            .write(temporary.resolve("app.jar"));
    URL[] urls = {folder.toUri().toURL(), jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      Autoversion autoversion = time.builder().classpath("/c", "static", loader).build();
      assertEquals(new WarmUp(3, 11), autoversion.warmUp());
      assertEquals("/c/a.txt?v=7692c3ad3540", autoversion.url("/c/a.txt"));
      assertEquals("/c/js/both.js?v=8b5b9db0c13d", autoversion.url("/c/js/both.js"));
      assertEquals("/c/css/a%20b.css?v=3fc4ccfe7458", autoversion.url("/c/css/a%20b.css"));
      assertEquals(stats(3, 0, 3, 3), autoversion.stats());
      assertEquals(List.of(), log.lines());
      assertEquals(1, OpenFiles.below(temporary).size(), "the class loader's own handle");
    }
    assertEquals(List.of(), OpenFiles.below(temporary));
  }

  @Test
  void warmUp_jarWithoutDirectories() throws IOException {
    Path jar =
        new Archive()
            .file("static/a.txt", "one")
            .withoutDirectories()
            .write(temporary.resolve("app.jar"));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      Autoversion autoversion = time.builder().classpath("/c", "static", loader).build();
      assertEquals(new WarmUp(1, 3), autoversion.warmUp());
      assertEquals("/c/a.txt?v=7692c3ad3540", autoversion.url("/c/a.txt"));
    }
  }

  @Test
  void equals_bothNumbers() {
    assertEquals(new WarmUp(1, 2), new WarmUp(1, 2));
    assertNotEquals(new WarmUp(1, 2), new WarmUp(0, 2));
    assertNotEquals(new WarmUp(1, 2), new WarmUp(1, 0));
    assertNotEquals((Object) new WarmUp(1, 2), "WarmUp");
  }

  /** As a source of a user's own that lists what it has. */
  static AssetSource listed(AssetSource source, String... names) {
    return new ListedSource(source, List.of(names));
  }

  private record ListedSource(AssetSource source, List<String> names) implements AssetSource {
    @Override
    public Optional<Asset> find(LogicalPath path) throws IOException {
      return source.find(path);
    }

    @Override
    public Stream<LogicalPath> paths() {
      return names.stream().map(name -> LogicalPath.of(name).orElseThrow());
    }
  }
}
