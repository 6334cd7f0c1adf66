package dev.autoversion.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import dev.autoversion.Autoversion;
import dev.autoversion.Fork;
import dev.autoversion.WarmUp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library's assets, in a jar in a WAR that stays packed: three hundred of ten kilobytes. */
class PackedLibraryTest {
  private static final int ASSETS = 300;
  private static final int SIZE = 10_000;
  private static final String RESOURCES = "META-INF/resources/webjars/lib/";

  @TempDir Path temporary;
  private Path war;

  @BeforeEach
  void pack() throws IOException {
    ByteArrayOutputStream library = new ByteArrayOutputStream();
    try (ZipOutputStream jar = new ZipOutputStream(library)) {
      SplittableRandom random = new SplittableRandom(1);
      for (int i = 0; i < ASSETS; i++) {
        byte[] bytes = new byte[SIZE];
        random.nextBytes(bytes);
        put(jar, RESOURCES + "img/" + i + ".png", bytes);
      }
      put(jar, RESOURCES + "two.js", "two".getBytes(StandardCharsets.UTF_8));
    }
    war = temporary.resolve("app.war");
    String descriptor =
        WebApplication.descriptor(
            "autoversion.mount./webjars", "/webjars", "autoversion.maximum-bytes", "0");
    try (OutputStream out = Files.newOutputStream(war);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "WEB-INF/web.xml", descriptor.getBytes(StandardCharsets.UTF_8));
      put(zip, "WEB-INF/lib/lib.jar", library.toByteArray());
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  @Test
  void packed_versionedAndServed() throws Exception {
    try (WebApplication application = WebApplication.start(war, temporary)) {
      // printf two | sha256sum
      Answer answer = application.get("/webjars/lib/two-3fc4ccfe7458.js");
      assertEquals("200 two", answer.status() + " " + answer.text());
      assertEquals("public, max-age=31536000, immutable", answer.cacheControl());
      Answer stale = application.get("/webjars/lib/two-000000000000.js");
      assertEquals("302 two.js", stale.status() + " " + stale.header("Location"));
    }
  }

  /**
   * The JDK copies a jar inside another archive to a temporary file each time one of its entries is
   * asked for anything. There is no place for one here.
   */
  @Test
  void warmUp_isFastAndCopiesNothing() throws Exception {
    List<String> lines =
        Fork.of(Program.class)
            .option("-XX:TieredStopAtLevel=4")
            .option("-Djava.io.tmpdir=" + temporary.resolve("none"))
            .argument(war)
            .argument(temporary)
            .lines(temporary);
    List<String> last = lines.subList(Math.max(lines.size() - 2, 0), lines.size());
    assertEquals("301 assets", last.get(0), lines::toString);
    long milliseconds = Long.parseLong(last.get(1));
    assertTrue(milliseconds < 2_000, () -> milliseconds + " ms");
  }

  /** Prints how many assets a warm-up versions, and the processor's time that it takes. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws Exception {
      OperatingSystemMXBean system =
          (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      try (WebApplication application =
          WebApplication.start(Path.of(arguments[0]), Path.of(arguments[1]))) {
        Autoversion autoversion =
            (Autoversion)
                application.servletContext().getAttribute(AutoversionInitializer.ATTRIBUTE);
        long began = system.getProcessCpuTime();
        WarmUp warmUp = autoversion.warmUp();
        long took = system.getProcessCpuTime() - began;
        System.out.println(warmUp.assets() + " assets");
        System.out.println(TimeUnit.NANOSECONDS.toMillis(took));
      }
    }
  }
}
