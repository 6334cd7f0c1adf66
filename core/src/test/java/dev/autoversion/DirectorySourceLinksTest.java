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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Symbolic links below a directory: followed while their real path stays below its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DirectorySourceLinksTest {
  private static final String ONE = "/s/a.txt?v=7692c3ad3540";
  private static final String TWO = "/s/a.txt?v=3fc4ccfe7458";

  @TempDir Path site;
  private Path root;
  private CapturedLog log;

  @BeforeEach
  void open() throws IOException {
    root = Files.createDirectory(site.resolve("static"));
    log = CapturedLog.open();
  }

  @AfterEach
  void close() {
    log.close();
  }

  private String url(String reference) {
    return Autoversion.builder().directory("/s", root).build().url(reference);
  }

  private void assertMissing(String reference) {
    assertEquals(reference, url(reference));
    assertEquals(List.of(), log.lines());
  }

  private static void link(Path link, String target) throws IOException {
    Files.createSymbolicLink(link, Path.of(target));
  }

  /** Replaces a link the way deployments do, so that there is no moment without one. */
  private static void flip(Path link, String target) throws IOException {
    Path next = link.resolveSibling("next");
    link(next, target);
    Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void link_inside() throws IOException {
    Files.createDirectory(root.resolve("real"));
    Files.writeString(root.resolve("real/one.txt"), "one");
    link(root.resolve("a.txt"), "real/one.txt");
    assertEquals(ONE, url("/s/a.txt"));
  }

  @Test
  void link_insideAbsolute() throws IOException {
    Files.writeString(root.resolve("one.txt"), "one");
    link(root.resolve("a.txt"), root.resolve("one.txt").toString());
    assertEquals(ONE, url("/s/a.txt"));
  }

  @Test
  void link_outside() throws IOException {
    Files.writeString(site.resolve("secret.txt"), "one");
    link(root.resolve("a.txt"), "../secret.txt");
    link(root.resolve("b.txt"), site.resolve("secret.txt").toString());
    assertMissing("/s/a.txt");
    assertMissing("/s/b.txt");
  }

  @Test
  void link_toSiblingWithTheSamePrefix() throws IOException {
    Files.createDirectory(site.resolve("static_secret"));
    Files.writeString(site.resolve("static_secret/one.txt"), "one");
    link(root.resolve("a.txt"), "../static_secret/one.txt");
    link(root.resolve("folder"), "../static_secret");
    assertMissing("/s/a.txt");
    assertMissing("/s/folder/one.txt");
  }

  @Test
  void link_toTheDirectoryAbove() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    link(root.resolve("up"), "..");
    assertMissing("/s/up/a.txt");
    assertMissing("/s/up");
  }

  @Test
  void link_chain() throws IOException {
    Files.writeString(root.resolve("one.txt"), "one");
    link(root.resolve("a.txt"), "b.txt");
    link(root.resolve("b.txt"), "c.txt");
    link(root.resolve("c.txt"), "one.txt");
    assertEquals(ONE, url("/s/a.txt"));
  }

  @Test
  void link_chainThatComesBack() throws IOException {
    Files.writeString(root.resolve("one.txt"), "one");
    link(site.resolve("outside"), "static/one.txt");
    link(root.resolve("a.txt"), "../outside");
    assertEquals(ONE, url("/s/a.txt"));
  }

  @Test
  void link_chainThatLeaves() throws IOException {
    Files.writeString(site.resolve("secret.txt"), "one");
    link(root.resolve("a.txt"), "b.txt");
    link(root.resolve("b.txt"), "../secret.txt");
    assertMissing("/s/a.txt");
  }

  @Test
  void link_directoryInside() throws IOException {
    Files.createDirectories(root.resolve("lib/v2"));
    Files.writeString(root.resolve("lib/v2/a.txt"), "one");
    link(root.resolve("lib/latest"), "v2");
    assertEquals("/s/lib/latest/a.txt?v=7692c3ad3540", url("/s/lib/latest/a.txt"));
  }

  @Test
  void link_directoryOutside() throws IOException {
    Files.createDirectory(site.resolve("other"));
    Files.writeString(site.resolve("other/a.txt"), "one");
    link(root.resolve("lib"), "../other");
    assertMissing("/s/lib/a.txt");
    assertMissing("/s/lib");
  }

  @Test
  void link_directoryToItself() throws IOException {
    Files.writeString(root.resolve("a.txt"), "one");
    link(root.resolve("self"), ".");
    assertEquals("/s/self/self/a.txt?v=7692c3ad3540", url("/s/self/self/a.txt"));
    assertEquals("/s/self/b.txt", url("/s/self/b.txt"));
    assertEquals(List.of(), log.lines());
  }

  @Test
  void link_dangling() throws IOException {
    link(root.resolve("a.txt"), "none.txt");
    link(root.resolve("b.txt"), "../../none.txt");
    link(root.resolve("lib"), "none");
    assertMissing("/s/a.txt");
    assertMissing("/s/b.txt");
    assertMissing("/s/lib/a.txt");
  }

  @Test
  void link_throughFile() throws IOException {
    Files.writeString(root.resolve("one.txt"), "one");
    link(root.resolve("a.txt"), "one.txt/none.txt");
    assertMissing("/s/a.txt");
  }

  @Test
  void link_loop() throws IOException {
    link(root.resolve("a.txt"), "a.txt");
    link(root.resolve("b.txt"), "c.txt");
    link(root.resolve("c.txt"), "b.txt");
    link(root.resolve("lib"), "lib/lib");
    assertMissing("/s/a.txt");
    assertMissing("/s/b.txt");
    assertMissing("/s/c.txt/d.txt");
    assertMissing("/s/lib/a.txt");
  }

  @Test
  void link_loopBrokenLater() throws IOException {
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", root).build();
    link(root.resolve("a.txt"), "a.txt");
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    Files.writeString(root.resolve("one.txt"), "one");
    flip(root.resolve("a.txt"), "one.txt");
    time.advance(Duration.ofSeconds(1));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  @Test
  void link_letterCaseDiffers() throws IOException {
    Files.writeString(root.resolve("one.txt"), "one");
    link(root.resolve("a.txt"), "one.txt");
    assertMissing("/s/A.txt");
  }

  @Test
  void link_leavesAfterItWasInside() throws IOException {
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", root).build();
    Files.writeString(root.resolve("one.txt"), "one");
    Files.writeString(site.resolve("secret.txt"), "two");
    link(root.resolve("a.txt"), "one.txt");
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    flip(root.resolve("a.txt"), "../secret.txt");
    time.advance(Duration.ofSeconds(1));
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
  }

  /** Moving a folder changes nothing in the folders below it that a look at them would show. */
  @Test
  void link_folderThatMovedOut() throws IOException {
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", root).build();
    Files.createDirectories(root.resolve("lib/js"));
    Files.writeString(root.resolve("lib/js/one.txt"), "one");
    assertEquals("/s/lib/js/one.txt?v=7692c3ad3540", autoversion.url("/s/lib/js/one.txt"));
    Files.move(root.resolve("lib"), site.resolve("private"));
    link(root.resolve("lib"), "../private");
    time.advance(Duration.ofSeconds(1));
    assertEquals("/s/lib/js/one.txt", autoversion.url("/s/lib/js/one.txt"));
  }

  @Test
  void root_isLink() throws IOException {
    Files.writeString(root.resolve("a.txt"), "one");
    link(site.resolve("one"), "static");
    link(site.resolve("two"), "one");
    root = site.resolve("two");
    assertEquals(ONE, url("/s/a.txt"));
  }

  @Test
  void root_isDanglingLinkThenAppears() throws IOException {
    link(site.resolve("current"), "release");
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", site.resolve("current")).build();
    assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
    Files.createDirectory(site.resolve("release"));
    Files.writeString(site.resolve("release/a.txt"), "one");
    time.advance(Duration.ofSeconds(1));
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  @Test
  void root_configMapOfKubernetes() throws IOException {
    Path first = Files.createDirectory(root.resolve("..2026_01_01"));
    Path second = Files.createDirectory(root.resolve("..2026_01_02"));
    Files.writeString(first.resolve("a.txt"), "one");
    Files.writeString(second.resolve("a.txt"), "two");
    link(root.resolve("..data"), "..2026_01_01");
    link(root.resolve("a.txt"), "..data/a.txt");
    ManualTime time = ManualTime.later();
    Autoversion autoversion = time.builder().directory("/s", root).build();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    flip(root.resolve("..data"), "..2026_01_02");
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
      flip(site.resolve("current"), "releases/2/static");
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
        flip(current, "releases/" + (1 + i % 2) + "/static");
      }
      Set<String> seen = all(answers);
      seen.removeAll(Set.of(ONE, TWO));
      assertEquals(Set.of(), seen);
      assertEquals(List.of(), log.lines());
    } finally {
      threads.shutdownNow();
    }
  }

  private Path releases() throws IOException {
    for (String release : List.of("1", "2")) {
      Path folder = Files.createDirectories(site.resolve("releases/" + release + "/static"));
      Files.writeString(folder.resolve("a.txt"), release.equals("1") ? "one" : "two");
    }
    link(site.resolve("current"), "releases/1/static");
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
