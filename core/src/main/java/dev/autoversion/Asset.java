package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * One file that a browser may ask for, as an {@link AssetSource} found it. Implement it for assets
 * of your own source, such as rows of a database; size and time then show whether it may have
 * changed.
 */
public interface Asset {
  /** {@return the asset's name inside its source: {@code js/app.js}} */
  LogicalPath path();

  /**
   * The size.
   *
   * @return the number of bytes, or -1 if it is not known without reading
   * @throws IOException if the source can't tell now
   */
  long size() throws IOException;

  /**
   * When the asset was last changed.
   *
   * @return the time; the epoch, 1970-01-01T00:00:00Z, if it is not known: the bytes are then read
   *     at every recheck, unless {@link #stamp} is more specific
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
   * {@return the real file behind the asset, with all symbolic links resolved; empty if there is
   * none}
   *
   * @throws java.io.UncheckedIOException if the links can't be resolved now
   */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /**
   * What shows whether the bytes are still the same, as of when the asset was found. Default: the
   * stamp of {@link #file} as it is now, or size and time if there is no file.
   *
   * @return the stamp
   * @throws IOException if it can't be determined now
   */
  default Stamp stamp() throws IOException {
    Path file = file().orElse(null);
    return file == null ? Stamp.of(size(), lastModified()) : Stamp.ofFile(file);
  }

  /**
   * What {@link #stamp} would be if the asset were found now; asked after the bytes have been read.
   * Default: {@link #stamp}, right for assets that keep none from when they were found.
   *
   * @return the stamp
   * @throws IOException if it can't be determined now
   */
  default Stamp stampNow() throws IOException {
    return stamp();
  }

  /**
   * {@return whether {@link #lastModified} changes when the bytes do} Default: true. Return false
   * if all assets have the same time, as in a reproducible archive; {@link
   * VersionStrategy#lastModified} then gives the asset no version.
   *
   * @throws IOException if it can't be determined now
   */
  default boolean hasReliableTime() throws IOException {
    return true;
  }

  /**
   * An asset that is a real file, for sources of your own; links are followed. It is treated like
   * an asset of {@link AssetSource#directory}: one {@code stat} shows whether it has changed.
   *
   * @param path the asset's name inside its source
   * @param file where it is; the caller makes sure that it may be public
   * @return the asset, or empty if there is no regular file
   * @throws IOException if that can't be determined now
   */
  static Optional<Asset> ofFile(LogicalPath path, Path file) throws IOException {
    return FileAsset.at(path, file);
  }
}
