package dev.autoversion.manifest;

import dev.autoversion.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A file that contains a manifest, or a part of one: on disk, or in an archive. */
sealed interface ManifestFile {
  /** Its name in messages. */
  String name();

  /** What one look at it shows; while this stays equal, it need not be read again. */
  Stamp stamp() throws IOException;

  /** When it was changed; long ago if it can't change. */
  Instant modified() throws IOException;

  InputStream open() throws IOException;

  /** The file that a class loader finds; empty if there is none. */
  static Optional<ManifestFile> onClassPath(String resource, ClassLoader loader) {
    URL address = loader.getResource(resource);
    if (address == null) {
      return Optional.empty();
    }
    String name = "classpath:" + resource;
    if (!address.getProtocol().equals("file")) {
      return Optional.of(new OfArchive(name, address));
    }
    try {
      Path path = Path.of(address.toURI());
      return Files.isRegularFile(path) ? Optional.of(new OfFile(name, path)) : Optional.empty();
    } catch (URISyntaxException e) { // The loader does not escape its URLs.
      return Optional.of(new OfArchive(name, address));
    }
  }

  /**
   * A file on disk.
   *
   * @param name as the user wrote it
   */
  record OfFile(String name, Path path) implements ManifestFile {
    @Override
    public Stamp stamp() throws IOException {
      return Stamp.ofFile(path.toRealPath());
    }

    @Override
    public Instant modified() throws IOException {
      return Files.getLastModifiedTime(path).toInstant();
    }

    @Override
    public InputStream open() throws IOException {
      if (!Files.isRegularFile(path)) { // A pipe might never end.
        throw new ManifestException("it is not a regular file");
      }
      return Files.newInputStream(path);
    }
  }

  /**
   * An entry of an archive, which does not change while the archive is open.
   *
   * @param name as on the class path
   * @param address where the class loader found it
   */
  record OfArchive(String name, URL address) implements ManifestFile {
    @Override
    public Stamp stamp() {
      return Stamp.ofIdentity(address.toString());
    }

    @Override
    public Instant modified() {
      return Instant.EPOCH;
    }

    @Override
    public InputStream open() throws IOException {
      URLConnection connection = address.openConnection();
      // A cached archive is shared, and another user may close it first.
      connection.setUseCaches(false);
      return connection.getInputStream();
    }
  }
}
