package dev.autoversion.manifest;

import dev.autoversion.Manifest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Manifests of one small shop as its build tools wrote them. */
final class Samples {
  private static final Path ROOT = root();

  private Samples() {}

  static Manifest read(String path) {
    return Manifests.read(path(path));
  }

  static Path path(String path) {
    return ROOT.resolve(path);
  }

  static String text(String path) throws IOException {
    return Files.readString(path(path));
  }

  static List<String> lines(String path) throws IOException {
    return Files.readAllLines(path(path));
  }

  private static Path root() {
    try {
      return Path.of(Samples.class.getResource("/fixtures/manifests").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
