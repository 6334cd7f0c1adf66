package dev.autoversion.servlet;

import dev.autoversion.Asset;
import dev.autoversion.LogicalPath;
import dev.autoversion.Stamp;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file inside an archive of a web application. Its address identifies its bytes until the archive
 * is replaced; from then on it is read at every recheck.
 */
record PackedAsset(LogicalPath path, WebApp app, String name, String address) implements Asset {
  /** A web application, and what is known of its archives. */
  record WebApp(ServletContext context, PackedLibraries libraries, PackedArchives archives) {}

  /** Not known: to find it out, the JDK copies a whole nested archive each time. */
  @Override
  public long size() {
    return -1;
  }

  @Override
  public FileTime lastModified() {
    return FileTime.fromMillis(0);
  }

  @Override
  public boolean hasReliableTime() {
    return false;
  }

  @Override
  public Stamp stamp() {
    return app.archives().isReplaced(address)
        ? Stamp.of(size(), lastModified())
        : Stamp.ofIdentity(address);
  }

  /** Through the container, which already has the archive open. */
  @Override
  public InputStream open() throws IOException {
    Optional<InputStream> kept = app.libraries().open(address);
    if (kept.isPresent()) {
      return kept.get();
    }
    @Nullable InputStream bytes = app.context().getResourceAsStream(name);
    if (bytes == null) {
      throw new NoSuchFileException(name);
    }
    return bytes;
  }
}
