package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Files are renamed into place and deleted while others ask for their URLs: each answer must be of
 * a state that the file was in between the call and its return, or so long before as answers may be
 * old. Longer ones are had with {@code -Dautoversion.storm=60}, in seconds.
 *
 * <p>Public for the tests of other modules.
 */
public final class Storm {
  private static final Duration AGE = Duration.ofMillis(5);
  private static final long LONGEST = Duration.ofSeconds(30).toNanos();
  private static final int READERS = 3;
  private static final List<String> NAMES = List.of("1.js", "2.js", "3.js");

  private final Path folder;
  private final long seed = Long.getLong("autoversion.seed", 1);
  private final Map<String, History> histories =
      NAMES.stream().collect(Collectors.toMap(name -> name, name -> new History()));
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private volatile boolean over;

  private Storm(Path site) throws IOException {
    this.folder = Files.createDirectories(site.resolve("storm"));
  }

  /** How a site is asked. */
  @FunctionalInterface
  public interface Asker {
    /** What a reference becomes. */
    String url(String reference) throws Exception;

    /** What is sent for a URL that is kept for ever; empty where another answer is. */
    default Optional<byte[]> bytes(String url) throws Exception {
      return Optional.empty();
    }
  }

  /** What somebody was told; {@link History#ABSENT} of a file that is not there. */
  private record Told(String by, String name, String version, long since, long until) {}

  /** A site under {@code /s} as it must be asked. */
  public static Autoversion.Builder builder(Path site) {
    return Autoversion.builder().directory("/s", site).recheckAfter(AGE);
  }

  /** Lets it rage over a site, in a folder of its own. */
  public static void over(Path site, Asker asker) throws Exception {
    new Storm(site).rage(asker);
  }

  private void rage(Asker asker) throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Told> told = new ArrayList<>();
    try {
      Future<Integer> writer = threads.submit(() -> write(Generator.of(seed)));
      List<Callable<List<Told>>> readers =
          IntStream.range(0, READERS)
              .<Callable<List<Told>>>mapToObj(i -> () -> ask(asker, Generator.of(seed * 100 + i)))
              .toList();
      for (Future<List<Told>> reader : threads.invokeAll(readers)) {
        told.addAll(reader.get());
      }
      over = true;
      assertTrue(writer.get() > NAMES.size(), "nothing was written");
    } finally {
      over = true;
      threads.shutdownNow();
    }
    check(told);
  }

  /** Each state has bytes of its own, of one size and often of one time. */
  private int write(Generator any) throws Exception {
    int states = 0;
    while (!over) {
      String name = any.pick(NAMES);
      History history = histories.get(name);
      if (history.isAhead()) { // A look that fails keeps what was known, however old.
        LockSupport.parkNanos(10_000);
        continue;
      }
      if (any.oneIn(4) && !history.isAbsent()) {
        history.become(History.ABSENT, () -> Files.delete(folder.resolve(name)));
      } else {
        byte[] bytes =
            String.format(Locale.ROOT, "%09d", states++).getBytes(StandardCharsets.UTF_8);
        Path next = Files.write(folder.resolve("next"), bytes);
        if (any.oneIn(2)) {
          Files.setLastModifiedTime(next, FileTime.fromMillis(1_000_000_000_000L));
        }
        history.become(
            version(bytes),
            () -> Files.move(next, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE));
      }
      LockSupport.parkNanos(any.below(2_000_000));
    }
    return states;
  }

  private List<Told> ask(Asker asker, Generator any) throws Exception {
    long begin = System.nanoTime();
    long length = Duration.ofSeconds(Integer.getInteger("autoversion.storm", 1)).toNanos();
    List<Told> told = new ArrayList<>();
    while (System.nanoTime() - begin < (hasSeenEnough() ? length : Math.max(length, LONGEST))) {
      String name = any.pick(NAMES);
      String reference = "/s/storm/" + name;
      int edits = histories.get(name).edits();
      long since = System.nanoTime();
      String url = asker.url(reference);
      long until = System.nanoTime();
      histories.get(name).answered(edits);
      String version =
          url.equals(reference)
              ? History.ABSENT
              : url.substring(reference.length() + "?v=".length());
      seen.add(version);
      told.add(new Told("url", name, version, since, until));
      Optional<byte[]> bytes = version.isEmpty() ? Optional.empty() : asker.bytes(url);
      if (bytes.isPresent()) {
        assertEquals(version, version(bytes.get()), url);
        told.add(new Told("answer", name, version, until, System.nanoTime()));
      }
    }
    return told;
  }

  /** Where a look hung, others fell back on what they knew: as much older as it took. */
  private void check(List<Told> told) {
    long slowest = told.stream().mapToLong(each -> each.until - each.since).max().orElseThrow();
    long age = AGE.toNanos() + (slowest < SingleFlight.PATIENCE / 2 ? 0 : 2 * slowest);
    for (Told each : told) {
      assertTrue(
          histories.get(each.name).had(each.version, each.since - age, each.until),
          () -> each + " was never there then");
    }
    assertTrue(hasSeenEnough(), () -> seen + " were seen");
  }

  /** On a busy machine, a server may need the whole of a short storm for its first answers. */
  private boolean hasSeenEnough() {
    return seen.size() > NAMES.size();
  }

  private static String version(byte[] bytes) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    return HexFormat.of().formatHex(hash).substring(0, 12);
  }
}
