package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many threads at one asset: one works, the others wait, and nobody waits for another asset. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SingleFlightTest {
  private static final String ONE = "/s/a.txt?v=7692c3ad3540";

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();
  private final List<Thread> threads = new ArrayList<>();

  private <T> FutureTask<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    return task;
  }

  /** Returns when so many of the started threads wait for something. */
  private void awaitWaiting(int number) {
    while (threads.stream().filter(t -> t.getState() == Thread.State.WAITING).count() < number) {
      Thread.onSpinWait();
    }
  }

  private static <T> Set<T> all(List<FutureTask<T>> tasks) throws Exception {
    List<T> results = new ArrayList<>();
    for (FutureTask<T> task : tasks) {
      results.add(task.get());
    }
    return results.stream().collect(Collectors.toSet());
  }

  /** The site, whose second look does not end before the latch is down. */
  private CountingSource hangingAtSecondLook(CountDownLatch hang) {
    AtomicInteger looks = new AtomicInteger();
    return new CountingSource(site)
        .beforeFind(
            path -> {
              if (looks.incrementAndGet() == 2) {
                await(hang);
              }
            });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void url_hundredThreadsAtOneColdFile() throws Exception {
    try (OutputStream bytes = Files.newOutputStream(site.resolve("big.bin"))) {
      for (int i = 0; i < 30; i++) {
        bytes.write(new byte[1 << 20]);
      }
    }
    Autoversion autoversion = time.builder().directory("/s", site).build();
    CountDownLatch go = new CountDownLatch(1);
    List<FutureTask<String>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(
          start(
              () -> {
                go.await();
                return autoversion.url("/s/big.bin");
              }));
    }
    awaitWaiting(100);
    go.countDown();
    assertEquals(Set.of("/s/big.bin?v=75c91b29d552"), all(answers));
    assertEquals(1, autoversion.stats().loads());
  }

  @Test
  void url_othersWaitForTheFirst() throws Exception {
    Files.writeString(site.resolve("a.txt"), "one");
    CountDownLatch open = new CountDownLatch(1);
    CountingSource source = new CountingSource(site).beforeOpen(path -> await(open));
    Autoversion autoversion = time.builder().source("/s", source).build();
    List<FutureTask<String>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String reference = "/s/a.txt#" + i;
      answers.add(start(() -> autoversion.url(reference).replaceAll("#.*", "")));
    }
    awaitWaiting(20);
    open.countDown();
    assertEquals(Set.of(ONE), all(answers));
    assertEquals(1, source.opens());
    assertEquals(1, source.finds());
  }

  @Test
  void url_othersWaitForALookAgain() throws Exception {
    Files.writeString(site.resolve("a.txt"), "one");
    CountDownLatch look = new CountDownLatch(1);
    CountDownLatch looking = new CountDownLatch(1);
    AtomicInteger finds = new AtomicInteger();
    CountingSource source =
        new CountingSource(site)
            .beforeFind(
                path -> {
                  if (finds.incrementAndGet() == 2) {
                    looking.countDown();
                    await(look);
                  }
                });
    Autoversion autoversion = time.builder().source("/s", source).build();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    time.advance(Duration.ofSeconds(1));
    FutureTask<String> first = start(() -> autoversion.url("/s/a.txt"));
    looking.await();
    FutureTask<String> second = start(() -> autoversion.url("/s/a.txt"));
    while (threads.get(1).getState() != Thread.State.TIMED_WAITING && !second.isDone()) {
      Thread.onSpinWait();
    }
    look.countDown();
    assertEquals(Set.of(ONE), all(List.of(first, second)));
    assertEquals(2, finds.get());
  }

  @Test
  void url_slowAssetDelaysNoOther() throws Exception {
    Files.writeString(site.resolve("slow.txt"), "one");
    CountDownLatch open = new CountDownLatch(1);
    CountingSource source =
        new CountingSource(site)
            .beforeOpen(
                path -> {
                  if (path.value().equals("slow.txt")) {
                    await(open);
                  }
                });
    Autoversion autoversion = time.builder().source("/s", source).build();
    FutureTask<String> slow = start(() -> autoversion.url("/s/slow.txt"));
    awaitWaiting(1);
    // More names than a hash table of the JDK has bins for at first: some share one with the slow.
    for (int i = 0; i < 100; i++) {
      Files.writeString(site.resolve(i + ".txt"), "two");
      assertEquals("/s/" + i + ".txt?v=3fc4ccfe7458", autoversion.url("/s/" + i + ".txt"));
    }
    assertFalse(slow.isDone());
    open.countDown();
    assertEquals("/s/slow.txt?v=7692c3ad3540", slow.get());
  }

  @Test
  void invalidate_whileAnAssetIsLoaded() throws Exception {
    Files.writeString(site.resolve("a.txt"), "one");
    CountDownLatch finish = new CountDownLatch(1);
    AtomicInteger release = new AtomicInteger();
    VersionStrategy releases =
        asset -> {
          int number = release.incrementAndGet();
          if (number == 1) {
            await(finish);
          }
          return new Version("release-" + number);
        };
    Autoversion autoversion = time.builder().directory("/s", site).version(releases).build();
    FutureTask<String> old = start(() -> autoversion.url("/s/a.txt"));
    awaitWaiting(1);
    autoversion.invalidate();
    assertEquals("/s/a.txt?v=release-2", autoversion.url("/s/a.txt"));
    finish.countDown();
    assertEquals("/s/a.txt?v=release-1", old.get());
    assertEquals("/s/a.txt?v=release-2", autoversion.url("/s/a.txt"));
    assertEquals("/s/a.txt?x&v=release-2", autoversion.url("/s/a.txt?x"));
    assertEquals("release-2", autoversion.version("/s/a.txt").orElseThrow().value());
    assertEquals(2, release.get());
  }

  @Test
  void recheckAfterZero_oneLookForAllWhoWait() throws Exception {
    Files.writeString(site.resolve("a.txt"), "one");
    CountDownLatch open = new CountDownLatch(1);
    CountingSource source = new CountingSource(site).beforeOpen(path -> await(open));
    Autoversion autoversion =
        time.builder().source("/s", source).recheckAfter(Duration.ZERO).build();
    List<FutureTask<String>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(start(() -> autoversion.url("/s/a.txt")));
    }
    awaitWaiting(20);
    open.countDown();
    assertEquals(Set.of(ONE), all(answers));
    assertEquals(1, source.finds());
  }

  /** Whoever asks later must not be given what another thread was told before. */
  @Test
  void recheckAfterZero_askedWhileAnotherIsStillAnswered() throws Exception {
    Files.writeString(site.resolve("a.txt"), "one");
    CountDownLatch finish = new CountDownLatch(1);
    AtomicInteger release = new AtomicInteger();
    VersionStrategy releases =
        new VersionStrategy() {
          @Override
          public Version versionOf(Asset asset) {
            int number = release.incrementAndGet();
            if (number == 1) {
              await(finish);
            }
            return new Version("release-" + number);
          }

          @Override
          public boolean followsAsset() {
            return false;
          }
        };
    Autoversion autoversion =
        time.builder().directory("/s", site).version(releases).recheckAfter(Duration.ZERO).build();
    FutureTask<String> early = start(() -> autoversion.url("/s/a.txt"));
    awaitWaiting(1);
    time.advance(Duration.ofNanos(1));
    FutureTask<String> late = start(() -> autoversion.url("/s/a.txt"));
    awaitWaiting(2);
    finish.countDown();
    assertEquals("/s/a.txt?v=release-1", early.get());
    assertEquals("/s/a.txt?v=release-2", late.get());
  }

  /** Whoever asks after an edit must not be given what another thread began to read before it. */
  @Test
  void recheckAfterZero_editDuringAnEarlierLoad() throws Exception {
    Path file = Files.writeString(site.resolve("a.txt"), "one");
    CountDownLatch finish = new CountDownLatch(1);
    AtomicInteger finds = new AtomicInteger();
    CountingSource source =
        new CountingSource(site)
            .beforeOpen(
                path -> {
                  if (finds.getAndIncrement() == 0) {
                    await(finish);
                  }
                });
    Autoversion autoversion =
        time.builder().source("/s", source).recheckAfter(Duration.ZERO).build();
    FutureTask<String> early = start(() -> autoversion.url("/s/a.txt"));
    awaitWaiting(1);
    Files.writeString(file, "two");
    time.advance(Duration.ofNanos(1));
    FutureTask<String> late = start(() -> autoversion.url("/s/a.txt"));
    awaitWaiting(2);
    finish.countDown();
    assertEquals("/s/a.txt?v=3fc4ccfe7458", late.get());
    assertEquals("/s/a.txt?v=3fc4ccfe7458", early.get());
  }

  @Test
  void recheckAfterZero_writtenDuringAnEarlierLook() throws Exception {
    CountDownLatch finish = new CountDownLatch(1);
    AtomicInteger finds = new AtomicInteger();
    AssetSource folder = AssetSource.directory(site);
    AssetSource source =
        path -> {
          Optional<Asset> found = folder.find(path);
          if (finds.getAndIncrement() == 0) {
            await(finish);
          }
          return found;
        };
    Autoversion autoversion =
        time.builder().source("/s", source).recheckAfter(Duration.ZERO).build();
    FutureTask<String> early = start(() -> autoversion.url("/s/a.txt"));
    awaitWaiting(1);
    Files.writeString(site.resolve("a.txt"), "one");
    time.advance(Duration.ofNanos(1));
    FutureTask<String> late = start(() -> autoversion.url("/s/a.txt"));
    awaitWaiting(2);
    finish.countDown();
    assertEquals("/s/a.txt", early.get());
    assertEquals(ONE, late.get());
  }

  @Test
  void error_reachesOnlyWhoeverWasLoading() throws Exception {
    Files.writeString(site.resolve("a.txt"), "one");
    CountDownLatch fail = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    VersionStrategy strategy =
        asset -> {
          if (calls.incrementAndGet() == 1) {
            await(fail);
            throw new OutOfMemoryError("a very large asset");
          }
          return VersionStrategy.contentHash().versionOf(asset);
        };
    Autoversion autoversion = time.builder().directory("/s", site).version(strategy).build();
    FutureTask<String> first = start(() -> autoversion.url("/s/a.txt"));
    awaitWaiting(1);
    List<FutureTask<String>> others = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      others.add(start(() -> autoversion.url("/s/a.txt")));
    }
    awaitWaiting(11);
    fail.countDown();
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> first.get(30, TimeUnit.SECONDS));
    assertEquals("java.lang.OutOfMemoryError: a very large asset", failure.getMessage());
    assertEquals(Set.of(ONE), all(others));
    assertEquals(2, calls.get());
    assertEquals(ONE, autoversion.url("/s/a.txt"));
  }

  /** A look that hangs, as on a dead network disk, keeps nobody else waiting for what is known. */
  @Test
  void url_lookHangs_othersKeepTheLastVersion() throws Exception {
    Files.writeString(site.resolve("a.txt"), "one");
    CountDownLatch hang = new CountDownLatch(1);
    CountingSource source = hangingAtSecondLook(hang);
    Autoversion autoversion = time.builder().source("/s", source).build();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    time.advance(Duration.ofSeconds(1));
    FutureTask<String> hung = start(() -> autoversion.url("/s/a.txt"));
    awaitWaiting(1);
    time.advance(Duration.ofSeconds(1));
    try (CapturedLog log = CapturedLog.open()) {
      for (int i = 0; i < 10; i++) {
        assertEquals(ONE, autoversion.url("/s/a.txt"));
        assertEquals(ONE + "#" + i, autoversion.url("/s/a.txt#" + i));
      }
      assertEquals(
          List.of(
              "WARNING '/s/a.txt' keeps its last version: counted directory "
                  + site
                  + " has not answered for 1 s"),
          log.lines());
    }
    assertFalse(hung.isDone());
    assertEquals(2, source.finds());
    hang.countDown();
    assertEquals(ONE, hung.get());
  }

  @Test
  void url_interruptedWhileAnotherLooks_keepsTheLastVersion() throws Exception {
    Files.writeString(site.resolve("a.txt"), "one");
    CountDownLatch hang = new CountDownLatch(1);
    CountingSource source = hangingAtSecondLook(hang);
    Autoversion autoversion = time.builder().source("/s", source).build();
    assertEquals(ONE, autoversion.url("/s/a.txt"));
    time.advance(Duration.ofSeconds(1));
    FutureTask<String> hung = start(() -> autoversion.url("/s/a.txt"));
    awaitWaiting(1);
    try (CapturedLog log = CapturedLog.open()) {
      FutureTask<List<Object>> interrupted =
          start(
              () -> {
                Thread.currentThread().interrupt();
                return List.of(autoversion.url("/s/a.txt"), Thread.interrupted());
              });
      assertEquals(List.of(ONE, true), interrupted.get());
      assertEquals(1, log.lines().size());
    }
    assertFalse(hung.isDone());
    assertEquals(2, source.finds());
    hang.countDown();
    assertEquals(ONE, hung.get());
  }

  /** It would wait for itself. */
  @Test
  void url_sourceAsksForTheSame_answeredAndSaid() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    List<String> inside = new ArrayList<>();
    AtomicReference<Autoversion> itself = new AtomicReference<>();
    CountingSource source =
        new CountingSource(site)
            .beforeFind(path -> inside.add(itself.get().url("/s/" + path.value())));
    Autoversion autoversion = time.builder().source("/s", source).build();
    itself.set(autoversion);
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(ONE, autoversion.url("/s/a.txt"));
      assertEquals(List.of("/s/a.txt"), inside);
      assertEquals(
          List.of(
              "WARNING '/s/a.txt' is asked for by its own source or strategy while that looks at"
                  + " it: counted directory "
                  + site
                  + ", contentHash(12); ask for other assets there, or for none"),
          log.lines());
    }
  }

  /** Two threads that wait for each other would wait for ever as well. */
  @Test
  void url_sourcesAskForEachOther() throws Exception {
    Files.writeString(site.resolve("a.txt"), "one");
    Files.writeString(site.resolve("b.txt"), "two");
    CountDownLatch both = new CountDownLatch(2);
    AtomicReference<Autoversion> itself = new AtomicReference<>();
    CountingSource source =
        new CountingSource(site)
            .beforeFind(
                path -> {
                  both.countDown();
                  await(both);
                  itself.get().url(path.value().equals("a.txt") ? "/s/b.txt" : "/s/a.txt");
                });
    Autoversion autoversion = time.builder().source("/s", source).build();
    itself.set(autoversion);
    try (CapturedLog log = CapturedLog.open()) {
      FutureTask<String> a = start(() -> autoversion.url("/s/a.txt"));
      FutureTask<String> b = start(() -> autoversion.url("/s/b.txt"));
      assertEquals(ONE, a.get());
      assertEquals("/s/b.txt?v=3fc4ccfe7458", b.get());
      assertFalse(log.lines().isEmpty());
    }
  }

  @Test
  void run_resultNotAcceptable() {
    SingleFlight<String> flights = new SingleFlight<>(System::nanoTime);
    CountDownLatch finish = new CountDownLatch(1);
    FutureTask<String> first =
        start(
            () ->
                flights.run(
                    "a",
                    new Text(
                        () -> {
                          await(finish);
                          return "early";
                        },
                        result -> true)));
    awaitWaiting(1);
    FutureTask<String> second =
        start(() -> flights.run("a", new Text(() -> "late", "late"::equals)));
    awaitWaiting(2);
    finish.countDown();
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          assertEquals("early", first.get());
          assertEquals("late", second.get());
        });
  }

  /** Who has the result already waits for nobody, even if the thread has not gone on yet. */
  @Test
  void run_theOtherHasItsResultAlready() {
    SingleFlight<String> flights = new SingleFlight<>(System::nanoTime);
    CountDownLatch finish = new CountDownLatch(1);
    CountDownLatch finished = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Text slow =
        new Text(
            () -> {
              await(finish);
              return "inner";
            },
            result -> true);
    Text inner =
        new Text(
            () -> "none",
            result -> {
              finished.countDown();
              await(goOn);
              return true;
            });
    FutureTask<String> first =
        start(
            () -> {
              flights.run("inner", slow);
              while (finished.getCount() > 0) {
                Thread.onSpinWait();
              }
              return flights.run("outer", new Text(() -> "none", result -> true));
            });
    awaitWaiting(1);
    FutureTask<String> second =
        start(() -> flights.run("outer", new Text(() -> flights.run("inner", inner), all -> true)));
    awaitWaiting(2);
    finish.countDown();
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          finished.await();
          while (threads.get(0).getState() != Thread.State.WAITING && !first.isDone()) {
            Thread.onSpinWait();
          }
          goOn.countDown();
          assertEquals("inner", second.get());
          assertEquals("inner", first.get());
        });
  }

  /** Who looks may ask for what is prepared, and who prepares looks. */
  @Test
  void run_twoKindsOfWorkWaitForEachOther() {
    SingleFlight<String> looks = new SingleFlight<>(System::nanoTime);
    SingleFlight<String> preparations = looks.sibling();
    CountDownLatch both = new CountDownLatch(2);
    FutureTask<String> look = start(() -> nested(looks, "a", preparations, "b", both));
    FutureTask<String> preparation = start(() -> nested(preparations, "b", looks, "a", both));
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> assertEquals(Set.of("circle"), all(List.of(look, preparation))));
  }

  private static String nested(
      SingleFlight<String> outer,
      String key,
      SingleFlight<String> inner,
      String next,
      CountDownLatch both) {
    Supplier<String> work =
        () -> {
          both.countDown();
          await(both);
          return inner.run(next, new Text(() -> "none", result -> true));
        };
    return outer.run(key, new Text(work, result -> true));
  }

  /** Work without anything to fall back on. */
  private record Text(Supplier<String> supplier, Predicate<String> acceptable)
      implements SingleFlight.Work<String> {
    @Override
    public String result() {
      return supplier.get();
    }

    @Override
    public boolean isAcceptable(String early) {
      return acceptable.test(early);
    }

    @Override
    public @Nullable Supplier<String> fallback() {
      return null;
    }

    @Override
    public String inCircle() {
      return "circle";
    }
  }
}
