package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sixteen scripts of 12 MB that are asked for compressed at once: their codings fill no heap. */
@Tag("fork")
class LargeCodingsTest {
  private static final int SCRIPTS = 16;
  private static final int SIZE = 12_000_000;

  @TempDir Path site;

  @Test
  void respond_smallHeap() throws Exception {
    assertEquals(
        List.of("16 answers"),
        Fork.of(Program.class)
            .option("-Xmx128m")
            .option("-XX:TieredStopAtLevel=4") // Only then are hashes the processor's own.
            .argument(site)
            .lines(site));
  }

  /** Asks for all scripts of a directory in a process of its own. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws Exception {
      Path site = Path.of(arguments[0]);
      Autoversion autoversion = ManualTime.now().builder().directory("/s", site).build();
      ExecutorService clients = Executors.newFixedThreadPool(SCRIPTS);
      for (int i = 0; i < SCRIPTS; i++) {
        Files.write(site.resolve(i + ".js"), hex(i));
      }
      List<Future<Long>> all = new ArrayList<>();
      for (int i = 0; i < SCRIPTS; i++) {
        String name = "/s/" + i + ".js";
        all.add(clients.submit(() -> ask(autoversion, name)));
      }
      for (Future<Long> one : all) {
        one.get();
      }
      clients.shutdownNow();
      System.out.println(all.size() + " answers");
    }

    private static long ask(Autoversion autoversion, String name) throws IOException {
      Asked asked = Asked.get(autoversion.url(name)).accepting("gzip");
      AssetResponse response = autoversion.respond(asked).orElseThrow();
      response.body().writeTo(OutputStream.nullOutputStream());
      return response.body().length();
    }

    /** Random digits, which take half their room when they are coded. */
    private static byte[] hex(int seed) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] bytes = new byte[SIZE];
      for (int i = 0; i < SIZE; i++) {
        bytes[i] = (byte) "0123456789abcdef".charAt(random.nextInt(16));
      }
      return bytes;
    }
  }
}
