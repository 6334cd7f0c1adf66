package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One that is made when it is asked, and one that has nothing to tell. */
class DeferredTest {
  @TempDir Path site;
  private final AtomicInteger made = new AtomicInteger();

  @BeforeEach
  void writeSite() throws IOException {
    Files.writeString(site.resolve("a.js"), "two"); // printf two | sha256sum
  }

  private Autoversion make() {
    made.incrementAndGet();
    return Autoversion.builder().directory("/s", site).build();
  }

  @Test
  void deferred_notAsked() {
    assertEquals("Autoversion[deferred]", Autoversion.deferred(this::make).toString());
    assertEquals(0, made.get());
  }

  @Test
  void deferred_asked() {
    Autoversion autoversion = Autoversion.deferred(this::make);
    assertEquals("/s/a.js?v=3fc4ccfe7458", autoversion.url("/s/a.js"));
    assertEquals("/s/a.js?v=3fc4ccfe7458", autoversion.url("/s/a.js"));
    assertEquals(1, autoversion.stats().hits());
    assertTrue(autoversion.respond(Asked.get("/s/a.js?v=3fc4ccfe7458")).isPresent());
    assertEquals(1, made.get());
    assertTrue(autoversion.toString().startsWith("Autoversion[/s/ directory " + site));
  }

  @Test
  void deferred_respondsBeforeAnythingElse() {
    Autoversion autoversion = Autoversion.deferred(this::make);
    assertTrue(autoversion.respond(Asked.get("/s/a.js?v=3fc4ccfe7458")).isPresent());
  }

  /** Each may have made its own, but all count into the same one. */
  @Test
  void deferred_askedByManyAtOnce() {
    CyclicBarrier together = new CyclicBarrier(2);
    Autoversion autoversion =
        Autoversion.deferred(
            () -> {
              Autoversion one = make();
              assertTrue(meet(together));
              return one;
            });
    List<String> urls =
        IntStream.range(0, 2)
            .mapToObj(i -> new Thread(() -> autoversion.url("/s/a.js")))
            .peek(Thread::start)
            .toList()
            .stream()
            .map(DeferredTest::ended)
            .toList();
    assertEquals(List.of("TERMINATED", "TERMINATED"), urls);
    assertEquals(2, made.get());
    assertEquals(2, autoversion.stats().hits() + autoversion.stats().misses());
  }

  private static String ended(Thread thread) {
    try {
      thread.join(30_000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return thread.getState().toString();
  }

  private static boolean meet(CyclicBarrier barrier) {
    try {
      return barrier.await(30, java.util.concurrent.TimeUnit.SECONDS) >= 0;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void deferred_cantBeMadeYet() {
    AtomicInteger tries = new AtomicInteger();
    Autoversion autoversion =
        Autoversion.deferred(
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("still starting");
              }
              return make();
            });
    assertThrows(IllegalStateException.class, () -> autoversion.url("/s/a.js"));
    assertEquals("/s/a.js?v=3fc4ccfe7458", autoversion.url("/s/a.js"));
  }

  @Test
  void none_anything() {
    Autoversion none = Autoversion.none();
    assertEquals("/s/a.js", none.url("/s/a.js"));
    assertEquals("/", none.url("/"));
    assertEquals(Optional.empty(), none.version("/s/a.js"));
    assertEquals(Optional.empty(), none.respond(Asked.get("/s/a-3fc4ccfe7458.js")));
    assertEquals(Storing.AS_IT_SAYS, none.storing(Asked.get("/s/a.js")));
    assertFalse(none.isMounted("/"));
    assertEquals(Optional.of("nothing is mounted"), none.explain("/s/a.js").reason());
    assertEquals(new WarmUp(0, 0), none.warmUp());
    assertEquals(Map.of(), none.mounts());
    assertTrue(none.toString().startsWith("Autoversion[nothing mounted"));
  }

  @Test
  void mounts_inTheOrderTold() {
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/s", site)
            .source("/", path -> Optional.empty())
            .directory("/s/", site.resolve("none"))
            .build();
    assertEquals(List.of("/s/", "/"), List.copyOf(autoversion.mounts().keySet()));
    assertEquals(
        "directory " + site + ", directory " + site.resolve("none"),
        autoversion.mounts().get("/s/"));
  }

  @Test
  void settings_toldAndNot() {
    Map<String, String> settings =
        Autoversion.builder()
            .directory("/s", site)
            .placement(Placement.fileName())
            .exclude("sw.js")
            .module("lit", "/s/lit.js")
            .build()
            .settings();
    assertEquals("fileName()", settings.get("placement"));
    assertEquals("contentHash(12)", settings.get("version"));
    assertEquals("recheckAfter(PT1S)", settings.get("recheck"));
    assertEquals("[sw.js]", settings.get("exclude"));
    assertEquals("{lit=/s/lit.js}", settings.get("module"));
    assertEquals("", settings.get("host"));
  }

  @Test
  void contextPath_asTold() {
    Autoversion shop = Autoversion.builder().directory("/s", site).contextPath("/shop").build();
    assertEquals("/shop", Autoversion.deferred(() -> shop).contextPath());
    assertEquals("", make().contextPath());
  }

  @Test
  void count_readsNothing() throws IOException {
    Files.writeString(site.resolve("b.css"), "i{}");
    Files.writeString(site.resolve("sw.js"), "worker");
    Autoversion autoversion =
        Autoversion.builder().directory("/s", site).directory("/", site).exclude("sw.js").build();
    assertEquals(new WarmUp(4, 12), autoversion.count());
    assertEquals(0, autoversion.stats().loads());
  }

  @Test
  void mayRespond_byTheTextAlone() {
    Autoversion autoversion =
        Autoversion.builder().directory("/s", site).placement(Placement.fileName()).build();
    assertTrue(autoversion.mayRespond(Asked.get("/s/gone-3fc4ccfe7458.js")));
    assertTrue(autoversion.mayRespond(Asked.get("/s/a-3fc4ccfe7458.js").method("HEAD")));
    assertFalse(autoversion.mayRespond(Asked.get("/s/a-3fc4ccfe7458.js").method("POST")));
    assertFalse(autoversion.mayRespond(Asked.get("/s/a.js")));
    assertFalse(autoversion.mayRespond(Asked.get("/s/owners/12")));
    assertFalse(autoversion.mayRespond(Asked.get("/t/a-3fc4ccfe7458.js")));
    assertTrue(autoversion.mayRespond(Asked.get("/shop/s/a-3fc4ccfe7458.js").in("/shop")));
    assertEquals(0, autoversion.stats().loads());
  }

  @Test
  void mayRespond_whatABuildHasPublished() {
    LiteralManifest pages =
        new LiteralManifest(Map.of("about", "about-1.html"), Map.of(), Map.of());
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/s", site)
            .manifest("/b", LiteralManifest.SHOP)
            .manifest("/", pages)
            .build();
    assertTrue(autoversion.mayRespond(Asked.get("/b/main-1.js")));
    assertTrue(autoversion.mayRespond(Asked.get("/b/owners")));
    assertTrue(autoversion.mayRespond(Asked.get("/about-1.html")));
    assertFalse(autoversion.mayRespond(Asked.get("/about-2.html")));
    assertTrue(autoversion.mayRespond(Asked.get("/gone.js")));
    assertFalse(autoversion.mayRespond(Asked.get("/s/a.js")));
  }

  @Test
  void mayRespond_plainUrls() {
    Autoversion autoversion = Autoversion.builder().directory("/s", site).answerPlainUrls().build();
    assertTrue(autoversion.mayRespond(Asked.get("/s/a.js")));
    assertFalse(autoversion.mayRespond(Asked.get("/t/a.js")));
  }
}
