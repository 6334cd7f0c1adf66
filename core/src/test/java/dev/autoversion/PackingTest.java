package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which coding is made, and sent, after what was asked before. */
class PackingTest {
  private static final String LINE = "function twice(x) { return x + x; }\n";

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  /** Both of these lines have the same place among those that are remembered. */
  @Test
  void acceptance_anotherLineInItsPlace() throws IOException {
    Autoversion autoversion = builder(LINE.repeat(200)).build();
    assertEquals("gzip", coding(autoversion, "gzip"));
    assertEquals("br", coding(autoversion, "br;q=1"));
    assertEquals("gzip", coding(autoversion, "gzip"));
  }

  @Test
  void acceptance_knownLineAndAnother() throws IOException {
    Autoversion autoversion = builder(LINE.repeat(200)).build();
    assertEquals("br", coding(autoversion, "br;q=0.1"));
    assertEquals("gzip", coding(autoversion, "br;q=0.1", "gzip"));
  }

  @Test
  void wanted_beforeASmallerOneThatIsThere() throws IOException {
    Autoversion autoversion = builder(LINE.repeat(200)).build();
    assertEquals("br", coding(autoversion, "br"));
    assertEquals("gzip", coding(autoversion, "gzip, br;q=0.5"));
    assertEquals("gzip", coding(autoversion, "gzip, br;q=0.5"));
  }

  /** One that could not be kept would be made for each request. */
  @ParameterizedTest
  @CsvSource({"110_000, ''", "200_000, gzip"})
  void maximumBytes_ofAHundredThousand(String most, String coding) throws IOException {
    Autoversion autoversion =
        builder("0123456789".repeat(10_000))
            .maximumBytes(Long.parseLong(most.replace("_", "")))
            .build();
    assertEquals(coding, coding(autoversion, "gzip"));
  }

  /** Ten thousand bytes that can't be made shorter, and three hundred that can. */
  @Test
  void savesLessThanFivePercent_isNotSent() throws IOException {
    byte[] bytes = new byte[10_000];
    new Random(1).nextBytes(bytes);
    Files.write(site.resolve("a.js"), Arrays.copyOf(bytes, 10_300));
    Autoversion autoversion = time.builder().directory("/s", site).build();
    assertEquals("", coding(autoversion, "gzip"));
  }

  /** What a warm-up has made as small as can be is not made again, and faster. */
  @Test
  void large_sameBytesWrittenAnew_keepsItsCodings() throws IOException {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 300_000; i++) {
      script.append("f(").append(i * 31 % 977).append(");");
    }
    Autoversion autoversion = builder(script.toString()).build();
    autoversion.warmUp();
    Asked asked = Asked.get(autoversion.url("/s/a.js")).accepting("gzip");
    int smallest = Sent.of(autoversion, asked).bytes().length;
    Files.setLastModifiedTime(site.resolve("a.js"), FileTime.fromMillis(0));
    time.advance(Duration.ofSeconds(5));
    assertEquals(smallest, Sent.of(autoversion, asked).bytes().length);
  }

  /** Each takes most of the room that there is, and gives it back. */
  @Test
  void large_oneAfterTheOther() throws IOException {
    for (String name : new String[] {"b.js", "c.js"}) {
      Files.writeString(site.resolve(name), LINE.repeat(45_000));
    }
    Autoversion autoversion = builder(LINE.repeat(45_000)).maximumBytes(4 << 20).build();
    for (String name : new String[] {"/s/a.js", "/s/b.js", "/s/c.js"}) {
      Asked asked = Asked.get(autoversion.url(name)).accepting("gzip");
      assertEquals("gzip", Sent.of(autoversion, asked).coding(), name);
    }
  }

  private static String coding(Autoversion autoversion, String... lines) throws IOException {
    Asked asked = Asked.get(autoversion.url("/s/a.js"));
    for (String line : lines) {
      asked = asked.accepting(line);
    }
    return Sent.of(autoversion, asked).coding();
  }

  private Autoversion.Builder builder(String text) throws IOException {
    Files.write(site.resolve("a.js"), text.getBytes(StandardCharsets.UTF_8));
    return time.builder().directory("/s", site);
  }
}
