package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stylesheets that import the next one, each: what all of them cost grows as their number does. */
class LongChainTest {
  @TempDir Path site;

  private final ManualTime time = ManualTime.later();

  @Test
  void version_noRecursion() throws IOException {
    writeChain(3000, "a{}");
    String before = Autoversion.builder().directory("/s", site).build().url("/s/0.css");
    writeChain(3000, "b{}");
    assertNotEquals(before, Autoversion.builder().directory("/s", site).build().url("/s/0.css"));
  }

  /** Each sheet is looked at once a recheck, wherever one begins, and never again where none is. */
  @Test
  void url_eachLookedAtOnce() throws IOException {
    writeChain(800, "a{}");
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = time.builder().source("/s", source).build();
    for (int second = 1; second <= 2; second++) {
      for (int i = 800; i >= 0; i--) {
        autoversion.url("/s/" + i + ".css");
      }
      assertEquals(801 * second, source.finds());
      time.advance(Duration.ofSeconds(1));
    }
    CountingSource other = new CountingSource(site);
    Counting placement = new Counting();
    Autoversion never =
        time.builder().source("/s", other).placement(placement).recheckNever().build();
    never.url("/s/0.css");
    time.advance(Duration.ofDays(1));
    for (int i = 0; i <= 800; i++) {
      never.url("/s/" + i + ".css?x");
    }
    assertEquals(801, other.finds());
    assertEquals(801, other.opens());
    assertEquals(2 * 801, placement.read.get());
  }

  /** Neither what an answer is checked by, nor what is told of it, walks all the rest again. */
  @Test
  void respondAndExplain_fewUrlsReadForEach() throws IOException {
    writeChain(300, "a{}");
    Counting placement = new Counting();
    Autoversion autoversion = time.builder().directory("/s", site).placement(placement).build();
    for (int i = 0; i < 300; i++) {
      String reference = "/s/" + i + ".css";
      String url = autoversion.url(reference);
      assertEquals(200, autoversion.respond(Asked.get(url)).orElseThrow().status());
      assertEquals(301 - i, autoversion.explain(reference).covers().size());
    }
    int read = placement.read.get();
    assertTrue(read < 3000, read + " URLs"); // 45,000 more for each of the two, were it walked.
  }

  @Test
  void explain_littleRemembered() throws IOException {
    writeChain(3, "a{}");
    Autoversion autoversion = time.builder().directory("/s", site).maximumSize(1).build();
    assertEquals(
        List.of("/s/0.css", "/s/1.css", "/s/2.css", "/s/3.css"),
        autoversion.explain("/s/0.css").covers());
  }

  private void writeChain(int sheets, String last) throws IOException {
    for (int i = 0; i < sheets; i++) {
      Files.writeString(site.resolve(i + ".css"), "@import '" + (i + 1) + ".css';");
    }
    Files.writeString(site.resolve(sheets + ".css"), last);
  }

  /** Counts the URLs that it is asked to read. */
  private static final class Counting implements Placement {
    private final Placement query = Placement.query();
    private final AtomicInteger read = new AtomicInteger();

    @Override
    public String insert(String url, Version version) {
      return query.insert(url, version);
    }

    @Override
    public Optional<AssetUrl> extract(String url) {
      read.incrementAndGet();
      return query.extract(url);
    }
  }
}
