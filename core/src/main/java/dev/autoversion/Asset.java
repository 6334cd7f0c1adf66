package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * One file that a browser may ask for, as an {@link AssetSource} found it. Implement it for assets
 * of your own source, say rows of a database; size and time then tell whether it may have changed.
 */
public interface Asset {
  /** {@return the asset's name inside its source: {@code js/app.js}} */
  LogicalPath path();

  /**
   * The size.
   *
   * @return the number of bytes, or -1 where it is not known without reading
   * @throws IOException if the source can't tell now
   */
  long size() throws IOException;

  /**
   * When the asset was last changed.
   *
   * @return the time; the epoch, 1970-01-01T00:00:00Z, where it is not known: the bytes are then
   *     read at every recheck, unless there is a real file to look at
   * @throws IOException if the source can't tell now
   */
  FileTime lastModified() throws IOException;

  /**
   * Opens the asset's bytes.
   *
   * @return the bytes from the start; the caller closes the stream
   * @throws IOException if it can't be opened
   */
  InputStream open() throws IOException;

  /**
   * {@return the real file behind the asset, with all symbolic links resolved; empty where there is
   * none}
   *
   * @throws java.io.UncheckedIOException if the links can't be resolved now
   */
  default Optional<Path> file() {
    return Optional.empty();
  }
}
