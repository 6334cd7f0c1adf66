package dev.autoversion.manifest;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds a file on the class path. */
final class Resource {
  private Resource() {}

  static Optional<Place> find(String name, ClassLoader loader) {
    URL address = loader.getResource(name);
    if (address == null) {
      return Optional.empty();
    }
    String written = "classpath:" + name;
    if (!address.getProtocol().equals("file")) {
      return Optional.of(new Place.OfArchive(written, address));
    }
    try {
      Path path = Path.of(address.toURI());
      return Files.isRegularFile(path)
          ? Optional.of(new Place.OfFile(written, path))
          : Optional.empty();
    } catch (URISyntaxException e) { // The loader does not escape its URLs.
      return Optional.of(new Place.OfArchive(written, address));
    }
  }
}
