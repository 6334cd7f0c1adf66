package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

/**
 * A regular file, as one look at it showed it.
 *
 * @param location where it was found; not a link itself, but the folders above may be
 */
record FileAsset(LogicalPath path, Path location, Stamp stamp) implements Asset {
  /** The file that a path leads to, if there is a regular one. */
  static Optional<Asset> at(LogicalPath path, Path file) throws IOException {
    Objects.requireNonNull(path, "path");
    try {
      return regular(path, file.toRealPath());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      if (DeadEnd.isOn(file.toAbsolutePath())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The file itself, which is not a link, if it is a regular one. */
  static Optional<Asset> regular(LogicalPath path, Path file) throws IOException {
    Stamp stamp = Stamp.ofFile(file);
    return stamp.size() < 0 ? Optional.empty() : Optional.of(new FileAsset(path, file, stamp));
  }

  @Override
  public Stamp stampNow() throws IOException {
    return Stamp.ofFile(location);
  }

  @Override
  public long size() {
    return stamp.size();
  }

  @Override
  public FileTime lastModified() {
    return stamp.modified();
  }

  @Override
  public InputStream open() throws IOException {
    try {
      return Files.newInputStream(location, LinkOption.NOFOLLOW_LINKS);
    } catch (UnsupportedOperationException e) { // From a file system without links, like zip's.
      return Files.newInputStream(location);
    }
  }

  @Override
  public Optional<Path> file() {
    try {
      return Optional.of(location.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
