package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** What was opened has the old bytes, and its name has the new jar's times. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void replacedWhenItWasOpened_newVersion(int times) throws IOException {
    AtomicInteger opened = new AtomicInteger();
    ClassLoader slow =
        new Opening(
            loader,
            () -> {
              if (opened.incrementAndGet() == times) {
                deploy("1");
              }
            });
    Autoversion autoversion =
        time.builder().classpath("/c", "static", slow).placement(Placement.fileName()).build();
    autoversion.warmUp();
    time.advance(Duration.ofSeconds(1));
    assertEquals(NEW, autoversion.url("/c/large.bin"));
    assertEquals("200 1 ", sent(autoversion, NEW));
  }

  /** Does something each time that an archive was opened. */
  private static final class Opening extends ClassLoader {
    private final URLStreamHandler handler;

    Opening(ClassLoader loader, Deploy then) {
      super(loader);
      this.handler =
          new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) throws IOException {
              return new Told(url, then);
            }
          };
    }

    @Override
    public URL getResource(String name) {
      URL found = super.getResource(name);
      return found == null ? null : own(found);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      List<URL> own = Collections.list(super.getResources(name)).stream().map(this::own).toList();
      return Collections.enumeration(own);
    }

    private URL own(URL url) {
      try {
        return new URL(null, url.toString(), handler);
      } catch (MalformedURLException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private interface Deploy {
    void run() throws IOException;
  }

  private static final class Told extends JarURLConnection {
    private final JarURLConnection real;
    private final Deploy then;

    Told(URL url, Deploy then) throws IOException {
      super(url);
      this.real = (JarURLConnection) new URL(url.toString()).openConnection();
      this.real.setUseCaches(false);
      this.then = then;
    }

    @Override
    public void connect() {}

    @Override
    public InputStream getInputStream() throws IOException {
      return real.getInputStream();
    }

    @Override
    public long getContentLengthLong() {
      return real.getContentLengthLong();
    }

    @Override
    public JarFile getJarFile() throws IOException {
      JarFile jar = real.getJarFile();
      then.run();
      return jar;
    }
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
