package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files that were written a moment ago, so that no stamp vouches for them. */
class YoungFilesTest {
  private static final int LARGE = 3 << 20;
  private static final int HUGE = 30_000_000;

  @TempDir Path site;

  @Test
  void respond_isReadOnceForAllWhoAsk() throws Exception {
    Files.write(site.resolve("big.mp4"), new byte[LARGE]);
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = ManualTime.now().builder().source("/s", source).build();
    Asked asked = Asked.get(autoversion.url("/s/big.mp4"));
    int opens = source.opens();
    assertEquals(16L * LARGE, atOnce(16, () -> sent(autoversion, asked)));
    assertEquals(opens + 1, source.opens());
  }

  /** Whoever looks at it for the first time has read it. */
  @Test
  void respond_unknown_isReadOnceForAllWhoAsk() throws Exception {
    Files.write(site.resolve("big.mp4"), new byte[LARGE]);
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = ManualTime.now().builder().source("/s", source).build();
    Asked asked = Asked.get("/s/big.mp4?v=bbd05cf6097a");
    assertEquals(16L * LARGE, atOnce(16, () -> sent(autoversion, asked)));
    assertEquals(1, source.opens());
  }

  /** Without room in memory each who asks has it read for himself, and held by nobody. */
  @Test
  void respond_beyondTheBound_isRead() throws Exception {
    Files.write(site.resolve("big.mp4"), new byte[LARGE]);
    Autoversion autoversion =
        ManualTime.now().builder().directory("/s", site).maximumBytes(LARGE - 1).build();
    Asked asked = Asked.get(autoversion.url("/s/big.mp4"));
    assertEquals(4L * LARGE, atOnce(4, () -> sent(autoversion, asked)));
  }

  /**
   * Sixteen clients ask for as many files of 30 MB. With {@code -Dautoversion.storm} there are
   * thirty, and each is asked for sixteen times.
   */
  @Test
  @Tag("fork")
  void respond_smallHeap() throws Exception {
    boolean storm = Integer.getInteger("autoversion.storm", 0) > 0;
    assertEquals(
        List.of(storm ? "480 answers" : "16 answers"),
        Fork.of(SmallHeap.class)
            .option("-Xmx128m")
            .option("-XX:TieredStopAtLevel=4") // Only then are hashes the processor's own.
            .argument(site)
            .argument(storm ? 30 : 16)
            .argument(storm ? 16 : 1)
            .lines(site));
  }

  /** Asks for all files of a directory in a process of its own. */
  static final class SmallHeap {
    private SmallHeap() {}

    public static void main(String[] arguments) throws Exception {
      Path site = Path.of(arguments[0]);
      Map<String, Integer> urls = new HashMap<>();
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        boolean script = i % 15 == 7;
        String name = "big" + i + (script ? ".js" : ".mp4");
        if (script) { // One that a coding makes little smaller.
          Files.write(site.resolve(name), hex(i));
        } else {
          try (RandomAccessFile file = new RandomAccessFile(site.resolve(name).toFile(), "rw")) {
            file.setLength(HUGE); // All zeros, which take no room on the disk,
            file.write(i); // but for the first.
          }
        }
        urls.put("/s/" + name, i);
      }
      Autoversion autoversion = ManualTime.now().builder().directory("/s", site).build();
      ExecutorService clients = Executors.newFixedThreadPool(16);
      List<Future<?>> all = new ArrayList<>();
      for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
        urls.forEach((url, first) -> all.add(clients.submit(() -> ask(autoversion, url, first))));
      }
      for (Future<?> one : all) {
        one.get();
      }
      clients.shutdownNow();
      System.out.println(all.size() + " answers");
    }

    /** Random digits, which take half their room when they are coded. */
    private static byte[] hex(int seed) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] bytes = new byte[HUGE];
      for (int i = 0; i < HUGE; i++) {
        bytes[i] = (byte) "0123456789abcdef".charAt(random.nextInt(16));
      }
      return bytes;
    }

    private static Object ask(Autoversion autoversion, String name, int first) throws IOException {
      Asked asked = Asked.get(autoversion.url(name)).accepting("gzip, br, zstd");
      AssetResponse response = autoversion.respond(asked).orElseThrow();
      Checking out = new Checking(name.endsWith(".mp4") ? first : -1);
      response.body().writeTo(out);
      if (out.size != response.body().length()) {
        throw new IOException(name + " has " + out.size + " bytes");
      }
      return out;
    }
  }

  /** Compares what arrives with what was written, and holds none of it. */
  private static final class Checking extends OutputStream {
    private static final byte[] ZEROS = new byte[8_192];

    private final int first;
    private long size;

    /** The first byte, before all the zeros; -1 where the bytes are others. */
    Checking(int first) {
      this.first = first;
    }

    @Override
    public void write(int one) throws IOException {
      if (first >= 0 && one != (size == 0 ? first : 0)) {
        throw new IOException("byte " + size + " is " + one);
      }
      size++;
    }

    /** Many at once, since there are 480 MB of them. */
    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (int i = from; i < from + length; ) {
        int end = Math.min(i + ZEROS.length, from + length);
        if (size > 0 && (first < 0 || Arrays.equals(bytes, i, end, ZEROS, 0, end - i))) {
          size += end - i;
          i = end;
        } else {
          write(bytes[i++]);
        }
      }
    }
  }

  private interface Client {
    long ask() throws Exception;
  }

  private static long sent(Autoversion autoversion, Asked asked) throws IOException {
    return Sent.of(autoversion, asked).bytes().length;
  }

  private static long atOnce(int clients, Client client) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    CountDownLatch start = new CountDownLatch(clients);
    try {
      List<Future<Long>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  return client.ask();
                }));
      }
      long sum = 0;
      for (Future<Long> one : all) {
        sum += one.get();
      }
      return sum;
    } finally {
      threads.shutdownNow();
    }
  }
}
