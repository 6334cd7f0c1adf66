package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large file that is read while it is written. A version that will be trusted is the hash of one
 * of the two contents; what was read in between may be of both, and is read again.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
final class TornReadTest {
  private static final int SIZE = 4 << 20;
  private static final int ROUNDS = 12;
  private static final int MOST_ROUNDS = 40;
  private static final long LONGEST_PAUSE = Duration.ofMillis(20).toNanos();
  // head -c 4194304 /dev/zero | tr '\0' a | sha256sum
  private static final String HASH_OF_A = "299285fc41a4";
  private static final String HASH_OF_B = "61d678b48de6";

  @TempDir Path site;
  private final Map<Integer, Set<String>> trusted = new ConcurrentHashMap<>();
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicBoolean done = new AtomicBoolean();

  /** Puts new bytes into a file, and tells each step so that a pause is noticed. */
  @FunctionalInterface
  private interface Writer {
    void write(Path file, byte[] bytes, Runnable step) throws IOException;
  }

  @Test
  void look_rewrittenInPlace() throws Exception {
    assertNeverTorn((file, bytes, step) -> write(file, bytes, step, StandardOpenOption.WRITE));
  }

  @Test
  void look_truncatedAndRewritten() throws Exception {
    assertNeverTorn(
        (file, bytes, step) ->
            write(
                file, bytes, step, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
  }

  @Test
  void look_renamedIntoPlace() throws Exception {
    assertNeverTorn(
        (file, bytes, step) -> {
          Path next = Files.write(file.resolveSibling("next"), bytes);
          Files.move(
              next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
  }

  private static void write(Path file, byte[] bytes, Runnable step, OpenOption... options)
      throws IOException {
    step.run();
    try (FileChannel channel = FileChannel.open(file, options)) {
      for (int at = 0; at < SIZE; at += 1 << 16) {
        channel.write(ByteBuffer.wrap(bytes, at, 1 << 16), at);
        step.run();
      }
    }
  }

  private void assertNeverTorn(Writer writer) throws Exception {
    Path file = Files.write(site.resolve("big.bin"), content(0));
    Set<Integer> steady = new HashSet<>();
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      List<Future<Void>> all = List.of(readers.submit(this::look), readers.submit(this::look));
      for (int round = 1; round <= MOST_ROUNDS && steady.size() < ROUNDS; round++) {
        Pace pace = new Pace();
        writer.write(file, content(round), pace::step);
        written.set(round);
        if (pace.longest < LONGEST_PAUSE) {
          steady.add(round);
        }
        while (seen.get() < round && all.stream().noneMatch(Future::isDone)) {
          Thread.sleep(1);
        }
      }
      done.set(true);
      for (Future<Void> reader : all) {
        reader.get();
      }
    } finally {
      readers.shutdownNow();
    }
    assumeFalse(steady.isEmpty(), "the machine is too busy to write without a pause");
    for (int round : steady) {
      Set<String> duringIt = new HashSet<>(trusted.getOrDefault(round - 1, Set.of()));
      duringIt.removeAll(Set.of(HASH_OF_A, HASH_OF_B));
      assertEquals(Set.of(), duringIt);
    }
  }

  /** Looks until all is done; its clock is ahead, so that 50 milliseconds of rest are enough. */
  private Void look() {
    Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMillis(1950));
    Freshness freshness = Freshness.after(Duration.ZERO).with(System::nanoTime, ahead);
    Warnings warnings = new Warnings(10, System::nanoTime);
    AssetLookup lookup =
        new AssetLookup(VersionStrategy.contentHash(), freshness, warnings, new Counters());
    Mount mount = new Mount(UrlPrefix.of("/s"), AssetSource.directory(site), Globs.NONE);
    SitePath path = new SitePath(mount, LogicalPath.of("big.bin").orElseThrow());
    VersionCache memory = new VersionCache(10, System::nanoTime);
    while (!done.get()) {
      int round = written.get();
      Sighting sighting =
          lookup.look(path, new Look(lookup, memory, SiteAddress.of("", ""), freshness.now()));
      if (sighting instanceof Sighting.Seen asset && asset.steadiness() == Steadiness.SETTLED) {
        String version = asset.version().value();
        trusted.computeIfAbsent(round, r -> ConcurrentHashMap.newKeySet()).add(version);
        seen.accumulateAndGet(round, Math::max);
      }
    }
    return null;
  }

  private static byte[] content(int round) {
    byte[] bytes = new byte[SIZE];
    Arrays.fill(bytes, (byte) (round % 2 == 0 ? 'a' : 'b'));
    return bytes;
  }

  /** A writer that rests for long leaves half a file that is at rest, which is then its content. */
  private static final class Pace {
    private long last;
    private long longest;

    void step() {
      long now = System.nanoTime();
      longest = last == 0 ? 0 : Math.max(longest, now - last);
      last = now;
    }
  }
}
