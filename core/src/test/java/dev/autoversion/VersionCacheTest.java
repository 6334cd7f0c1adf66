package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much is remembered, and what of it survives a flood of references. */
final class VersionCacheTest {
  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  @Test
  void maximumSize_missingReferences() {
    Autoversion autoversion = time.builder().directory("/s", site).maximumSize(10).build();
    for (int i = 0; i < 1_000; i++) {
      assertEquals("/s/no" + i, autoversion.url("/s/no" + i));
    }
    assertEquals(10, autoversion.stats().size());
  }

  @Test
  void maximumSize_versionedReferences() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    Autoversion autoversion = time.builder().directory("/s", site).maximumSize(10).build();
    for (int i = 0; i < 1_000; i++) {
      assertEquals("/s/a.txt?v=7692c3ad3540#" + i, autoversion.url("/s/a.txt#" + i));
    }
    assertEquals(10, autoversion.stats().size());
  }

  @Test
  void maximumSize_one() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    Files.writeString(site.resolve("b.txt"), "two");
    Autoversion autoversion = time.builder().directory("/s", site).maximumSize(1).build();
    for (int i = 0; i < 3; i++) {
      assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
      assertEquals("/s/b.txt?v=3fc4ccfe7458", autoversion.url("/s/b.txt"));
    }
    assertEquals(1, autoversion.stats().size());
  }

  @Test
  void maximumSize_lessThanOne() {
    Autoversion.Builder builder = Autoversion.builder();
    String message =
        assertThrows(IllegalArgumentException.class, () -> builder.maximumSize(0)).getMessage();
    assertEquals("maximumSize takes 1 or more, not 0", message);
  }

  @Test
  void remember_longReference() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    Autoversion autoversion = time.builder().directory("/s", site).build();
    String query = "x".repeat(10_240);
    for (int i = 0; i < 2; i++) {
      assertEquals("/s/a.txt?" + query + "&v=7692c3ad3540", autoversion.url("/s/a.txt?" + query));
      assertEquals("/s/" + query, autoversion.url("/s/" + query));
    }
    assertEquals(new CacheStats(0, 4, 1, Duration.ZERO, 0), autoversion.stats());
  }

  @Test
  void remember_longestReference() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    Autoversion autoversion = time.builder().directory("/s", site).build();
    String longest = "/s/a.txt#" + "x".repeat(2048 - 9);
    autoversion.url(longest);
    autoversion.url(longest);
    autoversion.url(longest + "x");
    autoversion.url(longest + "x");
    assertEquals(new CacheStats(1, 3, 1, Duration.ZERO, 1), autoversion.stats());
  }

  @Test
  void recent_whatWasFoundOnceAndWhatReplacesIt() {
    VersionCache memory = new VersionCache(10, 0, Freshness.forEver());
    Answer answer = answer("/s/a.txt");
    memory.remember(answer);
    assertNull(memory.recent("/s/a.txt", ""));
    assertSame(answer, memory.find("/s/a.txt", ""));
    assertSame(answer, memory.recent("/s/a.txt", ""));
    Answer newer = answer("/s/a.txt");
    memory.remember(newer);
    assertSame(newer, memory.recent("/s/a.txt", ""));
  }

  /** There are more places in front than references may be held. */
  @Test
  void recent_noMoreThanAreHeld() {
    VersionCache memory = new VersionCache(10, 0, Freshness.forEver());
    for (int i = 0; i < 1_000; i++) {
      memory.remember(answer("/s/" + i));
      memory.find("/s/" + i, "");
    }
    long held = IntStream.range(0, 1_000).filter(i -> memory.recent("/s/" + i, "") != null).count();
    assertTrue(held > 0 && held <= 10, () -> held + " of 10");
  }

  private static Answer answer(String reference) {
    return Answer.unchanged(new Answer.Question(reference, ""), Answer.Kind.UNCHANGED, 0);
  }

  @Test
  void remember_longestUrlOfARequest() {
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = time.builder().source("/s", source).build();
    assertEquals(0, finds(source, autoversion, "/s/no.js?" + "x".repeat(2_024)));
    assertEquals(1, finds(source, autoversion, "/s/no.js?" + "x".repeat(2_025)));
  }

  /** How often an asset that is missing is looked for when its URL is asked for again. */
  private static int finds(CountingSource source, Autoversion autoversion, String front) {
    Asked asked = Asked.get(front + "&v=000000000000");
    assertEquals(Storing.NEVER, autoversion.storing(asked));
    int finds = source.finds();
    assertEquals(Storing.NEVER, autoversion.storing(asked));
    return source.finds() - finds;
  }

  /** A proxy's prefix may come from a visitor. */
  @Test
  void remember_longestContextPath() throws IOException {
    Files.writeString(site.resolve("a.css"), "i{background:url(no.png)}");
    Files.writeString(site.resolve("a.js"), "import './no.js'");
    assertEquals(0, findsAgain("/" + "x".repeat(255)));
    assertEquals(2, findsAgain("/" + "x".repeat(256)));
  }

  /** How often what is missing is looked for when what refers to it is asked for again. */
  private int findsAgain(String contextPath) {
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = time.builder().source("/s", source).build();
    int finds = 0;
    for (String fragment : List.of("#1", "#2")) {
      finds = source.finds();
      autoversion.url(contextPath + "/s/a.css" + fragment, contextPath);
      autoversion.imports(List.of(contextPath + "/s/a.js"), contextPath);
    }
    return source.finds() - finds;
  }

  @Test
  void remember_urlThatIsNoLongerSent() throws IOException {
    Path file = Files.writeString(site.resolve("a.txt"), "one");
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = time.builder().source("/s", source).build();
    Asked asked = Asked.get("/s/a.txt?v=7692c3ad3540");
    assertTrue(autoversion.respond(asked).isPresent());
    Files.delete(file);
    time.advance(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), autoversion.respond(asked));
    int finds = source.finds();
    assertEquals(Optional.empty(), autoversion.respond(asked));
    assertEquals(finds, source.finds());
  }

  /** The path below one mount may spell the other mount, and is another asset all the same. */
  @Test
  void asset_sameNameUnderTwoMounts() throws IOException {
    Path all = Files.createDirectories(site.resolve("all/lib"));
    Path own = Files.createDirectory(site.resolve("own"));
    Files.writeString(all.resolve("a.txt"), "one");
    Files.writeString(own.resolve("a.txt"), "two");
    Autoversion autoversion =
        time.builder()
            .directory("/s", site.resolve("all"))
            .directory("/s/lib", own)
            .placement(Placement.pathSegment())
            .recheckNever()
            .build();
    assertEquals(
        "7692c3ad3540", autoversion.version("/s/@7692c3ad3540/lib/a.txt").orElseThrow().value());
    assertEquals("/s/lib/@3fc4ccfe7458/a.txt", autoversion.url("/s/lib/a.txt"));
  }

  /** Caffeine finds them by name, which nobody but us can tell those who build a native image. */
  @Test
  void classesOfOurCaches_keptInNativeImages() throws Exception {
    Autoversion autoversion = time.builder().directory("/s", site).build();
    assertEquals("/s/no", autoversion.url("/s/no"));
    String kept;
    try (InputStream in =
        VersionCache.class.getResourceAsStream(
            "/META-INF/native-image/dev.autoversion/autoversion-core/reachability-metadata.json")) {
      kept = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Set<String> used = new TreeSet<>();
    used.addAll(factories("LocalCacheFactory"));
    used.addAll(factories("NodeFactory"));
    assertEquals(Set.of("PSMS", "PSMW", "SSMS", "SSMW"), used);
    for (String name : used) {
      assertTrue(kept.contains("\"com.github.benmanes.caffeine.cache." + name + "\""), name);
    }
  }

  /** The names of the classes that Caffeine has found so far. */
  private static Set<String> factories(String kind) throws ReflectiveOperationException {
    Field field =
        Class.forName("com.github.benmanes.caffeine.cache." + kind).getDeclaredField("FACTORIES");
    field.setAccessible(true);
    Set<String> names = new TreeSet<>();
    ((Map<?, ?>) field.get(null)).keySet().forEach(name -> names.add(name.toString()));
    return names;
  }
}
