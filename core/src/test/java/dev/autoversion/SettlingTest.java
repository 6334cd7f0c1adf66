package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file seen a moment after its change is looked at until it has settled, even where none is. */
class SettlingTest {
  @TempDir Path site;
  private final ManualTime time = ManualTime.now();

  @Test
  void recheckNever_halfWrittenFile() throws IOException {
    Path file = Files.writeString(site.resolve("a.txt"), "o");
    Autoversion autoversion = time.builder().directory("/s", site).recheckNever().build();
    String half = autoversion.url("/s/a.txt");
    Files.writeString(file, "one");
    assertEquals(half, autoversion.url("/s/a.txt"));
    time.advance(Duration.ofSeconds(1));
    assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
  }

  /** That a file is young is no failure, which would keep what was known. */
  @Test
  void respond_editOfAYoungFile_isSeenAfterTheRecheck() throws IOException {
    Path file = Files.writeString(site.resolve("a.txt"), "one");
    Autoversion autoversion = time.builder().directory("/s", site).build();
    Asked one = Asked.get(autoversion.url("/s/a.txt"));
    assertEquals("one", Sent.of(autoversion, one).text());
    Files.writeString(file, "two");
    time.advance(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), autoversion.respond(one));
    assertEquals(Storing.NEVER, autoversion.storing(one));
  }

  @Test
  void recheckNever_settled_neverAgain() throws IOException {
    Path file = Files.writeString(site.resolve("a.txt"), "one");
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = time.builder().source("/s", source).recheckNever().build();
    autoversion.url("/s/a.txt");
    time.advance(Duration.ofSeconds(3));
    autoversion.url("/s/a.txt");
    assertEquals(2, source.opens());
    Files.writeString(file, "two");
    time.advance(Duration.ofDays(1));
    assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
    assertEquals("7692c3ad3540", autoversion.version("/s/a.txt").orElseThrow().value());
    assertEquals(2, source.opens());
  }

  /** As old as its youngest part. */
  @Test
  void recheckNever_stylesheetOfAYoungImage() throws IOException {
    Files.writeString(site.resolve("a.css"), "i{background:url(a.png)}");
    Path image = site.resolve("a.png");
    Files.writeString(image, "one");
    ManualTime later = ManualTime.later();
    Autoversion autoversion = later.builder().directory("/s", site).recheckNever().build();
    String settled = autoversion.url("/s/a.css");
    Autoversion young = time.builder().directory("/s", site).recheckNever().build();
    assertEquals(settled, young.url("/s/a.css"));
    Files.writeString(image, "two");
    time.advance(Duration.ofSeconds(1));
    String other = young.url("/s/a.css");
    assertEquals(false, settled.equals(other));
    later.advance(Duration.ofDays(1));
    assertEquals(settled, autoversion.url("/s/a.css"));
  }

  /** Thirty megabytes were hashed for each request. */
  @Test
  void respond_youngFile_readOnceASecond() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = time.builder().source("/s", source).recheckNever().build();
    time.advance(Duration.ofSeconds(3));
    for (int i = 0; i < 10; i++) {
      autoversion.respond(Asked.get("/s/a.txt?v=7692c3ad3540"));
    }
    assertEquals(1, source.opens());
  }
}
