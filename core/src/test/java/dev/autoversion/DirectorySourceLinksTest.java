package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Symbolic links below a directory: followed while their real path stays below its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DirectorySourceLinksTest extends DirectorySite {
  private static final String ONE = "/s/a.txt?v=7692c3ad3540";
  private static final String TWO = "/s/a.txt?v=3fc4ccfe7458";

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(site.resolve(name), Path.of(target));
  }

  /** Replaces a link the way deployments do, so that there is no moment without one. */
  private void flip(String name, String target) throws IOException {
    link(name + ".next", target);
    Files.move(site.resolve(name + ".next"), site.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void link_inside() throws IOException {
    write("static/real/one.txt", "one");
    link("static/a.txt", "real/one.txt");
    assertEquals(ONE, url("/s/a.txt"));
  }

  @Test
  void link_insideAbsolute() throws IOException {
    write("static/one.txt", "one");
    link("static/a.txt", root.resolve("one.txt").toString());
    assertEquals(ONE, url("/s/a.txt"));
  }

  @Test
  void link_outside() throws IOException {
    write("secret.txt", "one");
    link("static/a.txt", "../secret.txt");
    link("static/b.txt", site.resolve("secret.txt").toString());
    assertMissing("/s/a.txt");
    assertMissing("/s/b.txt");
  }

  @Test
  void link_toSiblingWithTheSamePrefix() throws IOException {
    write("static_secret/one.txt", "one");
    link("static/a.txt", "../static_secret/one.txt");
    link("static/folder", "../static_secret");
    assertMissing("/s/a.txt");
    assertMissing("/s/folder/one.txt");
  }

  @Test
  void link_toTheDirectoryAbove() throws IOException {
    write("a.txt", "one");
    link("static/up", "..");
    assertMissing("/s/up/a.txt");
    assertMissing("/s/up");
  }

  @Test
  void link_chain() throws IOException {
    write("static/one.txt", "one");
    link("static/a.txt", "b.txt");
    link("static/b.txt", "c.txt");
    link("static/c.txt", "one.txt");
    assertEquals(ONE, url("/s/a.txt"));
  }

  @Test
  void link_chainThatComesBack() throws IOException {
    write("static/one.txt", "one");
    link("outside", "static/one.txt");
    link("static/a.txt", "../outside");
    assertEquals(ONE, url("/s/a.txt"));
  }

  @Test
  void link_chainThatLeaves() throws IOException {
    write("secret.txt", "one");
    link("static/a.txt", "b.txt");
    link("static/b.txt", "../secret.txt");
    assertMissing("/s/a.txt");
  }

  @Test
  void link_directoryInside() throws IOException {
    write("static/lib/v2/a.txt", "one");
    link("static/lib/latest", "v2");
    assertEquals("/s/lib/latest/a.txt?v=7692c3ad3540", url("/s/lib/latest/a.txt"));
    write("static/lib/v2/empty.txt", "");
    assertEquals("/s/lib/latest/empty.txt?v=e3b0c44298fc", url("/s/lib/latest/empty.txt"));
  }

  @Test
  void link_directoryOutside() throws IOException {
    write("other/a.txt", "one");
    link("static/lib", "../other");
    assertMissing("/s/lib/a.txt");
    assertMissing("/s/lib");
  }

  @Test
  void link_directoryToItself() throws IOException {
    write("static/a.txt", "one");
    link("static/self", ".");
    assertEquals("/s/self/self/a.txt?v=7692c3ad3540", url("/s/self/self/a.txt"));
    assertEquals("/s/self/b.txt", url("/s/self/b.txt"));
    assertEquals(List.of(), log.lines());
  }

  @Test
  void link_dangling() throws IOException {
    link("static/a.txt", "none.txt");
    link("static/b.txt", "../../none.txt");
    link("static/lib", "none");
    assertMissing("/s/a.txt");
    assertMissing("/s/b.txt");
    assertMissing("/s/lib/a.txt");
  }

  @Test
  void link_throughFile() throws IOException {
    write("static/one.txt", "one");
    link("static/a.txt", "one.txt/none.txt");
    assertMissing("/s/a.txt");
  }

  @Test
  void link_loop() throws IOException {
    link("static/a.txt", "a.txt");
    link("static/b.txt", "c.txt");
    link("static/c.txt", "b.txt");
    link("static/lib", "lib/lib");
    assertMissing("/s/a.txt");
    assertMissing("/s/b.txt");
    assertMissing("/s/c.txt/d.txt");
    assertMissing("/s/lib/a.txt");
  }

  @Test
  void link_loopBrokenLater() throws IOException {
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", root).build();
    link("static/a.txt", "a.txt");
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    write("static/one.txt", "one");
    flip("static/a.txt", "one.txt");
    time.advance(Duration.ofSeconds(1));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  @Test
  void link_letterCaseDiffers() throws IOException {
    write("static/one.txt", "one");
    link("static/a.txt", "one.txt");
    assertMissing("/s/A.txt");
  }

  @Test
  void link_leavesAfterItWasInside() throws IOException {
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", root).build();
    write("static/one.txt", "one");
    write("secret.txt", "two");
    link("static/a.txt", "one.txt");
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    flip("static/a.txt", "../secret.txt");
    time.advance(Duration.ofSeconds(1));
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
  }

  /** Moving a folder changes nothing in the folders below it that a look at them would show. */
  @Test
  void link_folderThatMovedOut() throws IOException {
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", root).build();
    write("static/lib/js/one.txt", "one");
    assertEquals("/s/lib/js/one.txt?v=7692c3ad3540", autoversion.url("/s/lib/js/one.txt"));
    Files.move(root.resolve("lib"), site.resolve("private"));
    link("static/lib", "../private");
    time.advance(Duration.ofSeconds(1));
    assertEquals("/s/lib/js/one.txt", autoversion.url("/s/lib/js/one.txt"));
  }

  @Test
  void root_isLink() throws IOException {
    write("static/a.txt", "one");
    link("one", "static");
    link("two", "one");
    root = site.resolve("two");
    assertEquals(ONE, url("/s/a.txt"));
  }

  @Test
  void root_isDanglingLinkThenAppears() throws IOException {
    link("current", "release");
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", site.resolve("current")).build();
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    write("release/a.txt", "one");
    time.advance(Duration.ofSeconds(1));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  @Test
  void root_configMapOfKubernetes() throws IOException {
    write("static/..2026_01_01/a.txt", "one");
    write("static/..2026_01_02/a.txt", "two");
    link("static/..data", "..2026_01_01");
    link("static/a.txt", "..data/a.txt");
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", root).build();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    flip("static/..data", "..2026_01_02");
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    time.advance(Duration.ofSeconds(1));
    assertEquals(TWO, autoversion.url("/s/a.txt"));
    assertMissing("/s/..data/a.txt");
    assertMissing("/s/..2026_01_02/a.txt");
  }

  @Test
  void root_currentFlips() throws Exception {
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", releases()).build();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      CountDownLatch asking = new CountDownLatch(4);
      List<Future<Set<String>>> before = ask(threads, autoversion, asking);
      asking.await();
      flip("current", "releases/2/static");
      assertEquals(Set.of(ONE), all(before));
      time.advance(Duration.ofSeconds(1));
      assertEquals(Set.of(TWO), all(ask(threads, autoversion, new CountDownLatch(4))));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void root_currentFlipsWhileItIsRead() throws Exception {
    Path current = releases();
    Autoversion autoversion =
        Autoversion.builder().directory("/s", current).recheckAfter(Duration.ZERO).build();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Set<String>>> answers = ask(threads, autoversion, new CountDownLatch(4));
      for (int i = 1; !answers.stream().allMatch(Future::isDone); i++) {
        flip("current", "releases/" + (1 + i % 2) + "/static");
      }
      Set<String> seen = all(answers);
      seen.removeAll(Set.of(ONE, TWO));
      assertEquals(Set.of(), seen);
      assertEquals(List.of(), log.lines());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Between the root's real path and the file's, which then lies in another release. */
  @Test
  void root_currentFlipsBetweenTwoRealPaths() throws IOException {
    releases();
    link("releases/1/static/b.txt", "a.txt");
    link("releases/2/static/b.txt", "a.txt");
    FaultyFiles disk = new FaultyFiles();
    AtomicInteger asked = new AtomicInteger();
    disk.fail(
        (operation, path) -> {
          if (operation == FaultyFiles.Operation.REAL_PATH && asked.incrementAndGet() == 2) {
            flip("current", "releases/2/static");
          }
        });
    AssetSource source = AssetSource.directory(disk.path(site.resolve("current")));
    LogicalPath path = LogicalPath.of("b.txt").orElseThrow();
    assertEquals("one", new String(source.find(path).orElseThrow().open().readAllBytes()));
    assertEquals(2, asked.get());
    assertEquals("two", new String(source.find(path).orElseThrow().open().readAllBytes()));
  }

  private Path releases() throws IOException {
    write("releases/1/static/a.txt", "one");
    write("releases/2/static/a.txt", "two");
    link("current", "releases/1/static");
    return site.resolve("current");
  }

  private static List<Future<Set<String>>> ask(
      ExecutorService threads, Autoversion autoversion, CountDownLatch asking) {
    List<Future<Set<String>>> answers = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      answers.add(
          threads.submit(
              () -> {
                Set<String> seen = ConcurrentHashMap.newKeySet();
                for (int i = 0; i < 2_000; i++) {
                  seen.add(autoversion.url("/s/a.txt"));
                  asking.countDown();
                }
                return seen;
              }));
    }
    return answers;
  }

  private static Set<String> all(List<Future<Set<String>>> answers) throws Exception {
    Set<String> all = ConcurrentHashMap.newKeySet();
    for (Future<Set<String>> answer : answers) {
      all.addAll(answer.get());
    }
    return all;
  }
}
