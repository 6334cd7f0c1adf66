package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Any bytes as a manifest: as properties, unless they begin as JSON does. */
public final class ManifestTarget {
  private static final Path FOLDER = folder();

  private ManifestTarget() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    // Each odd value is told, and there are many.
    Logger log = Logger.getLogger("dev.autoversion.manifest");
    Level level = log.getLevel();
    log.setLevel(Level.OFF);
    try {
      read(data);
    } finally {
      log.setLevel(level);
    }
  }

  private static void read(byte[] data) throws IOException {
    boolean json = data.length == 0 || data[0] == '{' || data[0] == '[' || data[0] < 0;
    Path file = FOLDER.resolve(json ? "manifest.json" : "manifest.properties");
    Files.write(file, data);
    try {
      assertHarmless(Manifests.read(file));
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().startsWith(file + " "), e::toString);
    }
  }

  private static void assertHarmless(Manifest manifest) {
    for (String name : manifest.names().limit(100).toList()) {
      manifest.published(name).ifPresent(ManifestTarget::assertHarmless);
      manifest.entry(name).ifPresent(ManifestTarget::assertHarmless);
    }
    manifest.files().forEach(ManifestTarget::assertHarmless);
    // An address of an import map is relative by its dots.
    manifest.imports().values().stream()
        .map(url -> url.startsWith("./") ? url.substring(2) : url)
        .forEach(ManifestTarget::assertHarmless);
  }

  private static void assertHarmless(Manifest.Entry entry) {
    Stream.of(entry.stylesheets(), entry.scripts(), entry.modules(), entry.preloads())
        .flatMap(List::stream)
        .forEach(ManifestTarget::assertHarmless);
  }

  /** Inside the build, or on another site over HTTP. */
  private static void assertHarmless(String file) {
    assertTrue(file.codePoints().noneMatch(c -> c < ' ' || c == 0x7f || c == '\\'), file);
    String lower = file.toLowerCase(Locale.ROOT);
    boolean whole = lower.startsWith("https://") || lower.startsWith("http://");
    String path = file.split("[?#]", 2)[0];
    assertTrue(whole || !path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*"), file);
    for (String segment : path.split("/", -1)) {
      String decoded = segment.replaceAll("(?i)%2e", ".");
      assertFalse(decoded.equals(".") || decoded.equals(".."), file);
    }
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("manifests");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
