package dev.autoversion.manifest;

import dev.autoversion.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A file or a resource that contains a manifest. */
sealed interface Place {
  /** Its name in messages. */
  String written();

  /** What one look at it shows; while this stays equal, it need not be read again. */
  Stamp stamp() throws IOException;

  /** When it was changed; long ago if it can't change. */
  Instant modified() throws IOException;

  InputStream open() throws IOException;

  /**
   * A file.
   *
   * @param written as the user wrote it
   */
  record OfFile(String written, Path path) implements Place {
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
   * @param written its name on the class path
   * @param address where the class loader found it
   */
  record OfArchive(String written, URL address) implements Place {
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
