package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

/** Another asset, except for how its bytes are read. */
interface WrappedAsset extends Asset {
  Asset asset();

  /** The bytes of a user's own asset; a class loader gives null for what is not there. */
  static InputStream opened(Asset asset) throws IOException {
    return Objects.requireNonNull(asset.open(), "open() of the asset gave null");
  }

  @Override
  default LogicalPath path() {
    return asset().path();
  }

  @Override
  default long size() throws IOException {
    return asset().size();
  }

  @Override
  default FileTime lastModified() throws IOException {
    return asset().lastModified();
  }

  @Override
  default Optional<Path> file() {
    return asset().file();
  }

  @Override
  default Stamp stamp() throws IOException {
    return asset().stamp();
  }

  @Override
  default Stamp stampNow() throws IOException {
    return asset().stampNow();
  }

  @Override
  default boolean hasReliableTime() throws IOException {
    return asset().hasReliableTime();
  }
}
