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
   *     read at every recheck, unless {@link #stamp} tells more
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

  /**
   * What tells whether the bytes are still the same, as it was when the asset was found. Default:
   * the stamp of {@link #file}, now, where there is one, else size and time.
   *
   * @return the stamp
   * @throws IOException if it can't be told now
   */
  default Stamp stamp() throws IOException {
    Path file = file().orElse(null);
    return file == null ? Stamp.of(size(), lastModified()) : Stamp.ofFile(file);
  }

  /**
   * What {@link #stamp} would be if the asset were found now; asked after the bytes have been read.
   * Default: {@link #stamp}, for assets that remember none.
   *
   * @return the stamp
   * @throws IOException if it can't be told now
   */
  default Stamp stampNow() throws IOException {
    return stamp();
  }

  /**
   * {@return whether {@link #lastModified} changes when the bytes do} Default: true. Say false
   * where all assets have one time, as in a reproducible archive; {@code lastModified()} then gives
   * the asset no version.
   *
   * @throws IOException if it can't be told now
   */
  default boolean hasReliableTime() throws IOException {
    return true;
  }

  /**
   * An asset that is a real file, for sources of your own; links are followed. It gets all that one
   * of {@link AssetSource#directory} gets: one {@code stat} tells whether it has changed.
   *
   * @param path the asset's name inside its source
   * @param file where it lies; whether it may be public is for the caller to know
   * @return the asset, or empty where there is no regular file
   * @throws IOException if that can't be told now
   */
  static Optional<Asset> ofFile(LogicalPath path, Path file) throws IOException {
    return FileAsset.at(path, file);
  }
}
