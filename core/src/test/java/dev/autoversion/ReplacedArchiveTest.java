package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deploy puts a new jar in the place of one that a program has open. */
final class ReplacedArchiveTest {
  // head -c 2000000 /dev/zero | tr '\0' 0 | sha256sum
  private static final String OLD = "/c/large-74967d022dc2.bin";
  private static final String NEW = "/c/large-8fb82147b2b4.bin";
  private static final int LARGE = 2_000_000; // Not held in memory.

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();
  private URLClassLoader loader;

  @BeforeEach
  void open() throws IOException {
    deploy("0");
    loader = new URLClassLoader(new URL[] {site.resolve("app.jar").toUri().toURL()}, null);
    assertEquals(LARGE, loader.getResource("static/large.bin").openConnection().getContentLength());
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  private void deploy(String digit) throws IOException {
    Path next = site.resolve("next.jar");
    new Archive().file("static/large.bin", digit.repeat(LARGE)).write(next);
    Files.move(next, site.resolve("app.jar"), StandardCopyOption.REPLACE_EXISTING);
  }

  private Autoversion.Builder builder() {
    return time.builder().classpath("/c", "static", loader).placement(Placement.fileName());
  }

  private static String sent(Autoversion autoversion, String url) throws IOException {
    Sent sent = Sent.of(autoversion, Asked.get(url));
    return sent.status() + " " + sent.text().substring(LARGE - 1) + " " + sent.header("Location");
  }

  @Test
  void replaced_newVersion() throws IOException {
    Autoversion autoversion = builder().build();
    assertEquals(OLD, autoversion.url("/c/large.bin"));
    assertEquals("200 0 ", sent(autoversion, OLD));
    deploy("1");
    Optional<AssetResponse> answer = autoversion.respond(Asked.get(OLD));
    assertEquals("large.bin", answer.orElseThrow().headers().get("Location"));
    time.advance(Duration.ofSeconds(1));
    assertEquals(NEW, autoversion.url("/c/large.bin"));
    assertEquals("200 1 ", sent(autoversion, NEW));
  }

  @Test
  void replacedAfterWarmUp_newVersion() throws IOException {
    Autoversion autoversion = builder().build();
    autoversion.warmUp();
    deploy("1");
    time.advance(Duration.ofSeconds(1));
    assertEquals(NEW, autoversion.url("/c/large.bin"));
    assertEquals("200 1 ", sent(autoversion, NEW));
  }

  /** Nothing is looked at again, but what is sent is compared all the same. */
  @Test
  void recheckNever_brokenOff() throws IOException {
    Autoversion autoversion = builder().recheckNever().build();
    assertEquals("200 0 ", sent(autoversion, OLD));
    deploy("1");
    AssetResponse.Body body = autoversion.respond(Asked.get(OLD)).orElseThrow().body();
    assertThrows(IOException.class, () -> body.writeTo(OutputStream.nullOutputStream()));
  }

  @Test
  void gone_keepsItsVersion() throws IOException {
    Autoversion autoversion = builder().build();
    assertEquals(OLD, autoversion.url("/c/large.bin"));
    Files.delete(site.resolve("app.jar"));
    time.advance(Duration.ofSeconds(1));
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(OLD, autoversion.url("/c/large.bin"));
      assertEquals(1, log.lines().size());
    }
  }
}
