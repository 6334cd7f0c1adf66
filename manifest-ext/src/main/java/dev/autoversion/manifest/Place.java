package dev.autoversion.manifest;

import dev.autoversion.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file or a resource that holds a manifest. */
sealed interface Place {
  /** As messages name it. */
  String told();

  /** What one look at it shows; equal while it need not be read again. */
  Stamp stamp() throws IOException;

  /** Whether it was changed so recently that another change could hide behind the same time. */
  boolean isRecent() throws IOException;

  InputStream open() throws IOException;

  /**
   * A file.
   *
   * @param told as the user wrote it
   */
  record OfFile(String told, Path path) implements Place {
    // As for assets: git calls such a file "racily clean".
    private static final long RECENT_MILLIS = 2_000;

    @Override
    public Stamp stamp() throws IOException {
      return Stamp.ofFile(path.toRealPath());
    }

    @Override
    public boolean isRecent() throws IOException {
      long age = System.currentTimeMillis() - Files.getLastModifiedTime(path).toMillis();
      return Math.abs(age) < RECENT_MILLIS;
    }

    @Override
    public InputStream open() throws IOException {
      if (!Files.isRegularFile(path)) { // A pipe would never end.
        throw new Malformed("it is no regular file");
      }
      return Files.newInputStream(path);
    }
  }

  /**
   * An entry of an archive, which does not change while that is open.
   *
   * @param told its name on the class path
   * @param address where the class loader found it
   */
  record OfArchive(String told, URL address) implements Place {
    @Override
    public Stamp stamp() {
      return Stamp.ofIdentity(address.toString());
    }

    @Override
    public boolean isRecent() {
      return false;
    }

    @Override
    public InputStream open() throws IOException {
      URLConnection connection = address.openConnection();
      // A cached archive would be shared with whoever closes it first.
      connection.setUseCaches(false);
      return connection.getInputStream();
    }
  }
}
