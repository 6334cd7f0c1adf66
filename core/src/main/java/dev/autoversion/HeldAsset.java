package dev.autoversion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An asset whose bytes are here already, so that all that is told of them is of the same ones. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HeldAsset(Asset asset, byte[] bytes) implements WrappedAsset {
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
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
