package dev.autoversion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** An asset whose bytes are here already, so that all that is told of them is of the same ones. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HeldAsset(Asset asset, byte[] bytes) implements Asset {
  // A larger file is hashed as a stream and never searched for references.
  private static final int LARGEST = 1 << 25;

  /** The asset with its bytes, or as it is where they are too many to hold. */
  static Asset of(Asset asset) throws IOException {
    byte[] bytes;
    try (InputStream opened = asset.open()) {
      bytes = opened.readNBytes(LARGEST);
    }
    return fits(bytes.length) ? new HeldAsset(asset, bytes) : asset;
  }

  /** Whether an asset of this size, -1 where it is not known, is held. */
  static boolean fits(long size) {
    return size < LARGEST;
  }

  @Override
  public LogicalPath path() {
    return asset.path();
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public FileTime lastModified() throws IOException {
    return asset.lastModified();
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public Optional<Path> file() {
    return asset.file();
  }

  @Override
  public Stamp stamp() throws IOException {
    return asset.stamp();
  }

  @Override
  public Stamp stampNow() throws IOException {
    return asset.stampNow();
  }

  @Override
  public boolean hasReliableTime() throws IOException {
    return asset.hasReliableTime();
  }
}
