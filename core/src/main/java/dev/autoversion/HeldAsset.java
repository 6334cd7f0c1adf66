package dev.autoversion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** An asset whose bytes are in memory, so that everything computed from them is consistent. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HeldAsset(Asset asset, byte[] bytes) implements WrappedAsset {
  // A larger file is hashed as a stream and never searched for references.
  private static final int LARGEST = 1 << 25;
  // A stamp may be an archive's and have the archive's size.
  private static final int MOST_AT_ONCE = 1 << 16;

  /** The asset with its bytes, or the asset itself if they are too many to hold. */
  static Asset of(Asset asset) throws IOException {
    // One more than expected, so that the end is seen without another buffer.
    byte[] bytes = new byte[(int) Math.min(Math.max(asset.stamp().size(), 0) + 1, MOST_AT_ONCE)];
    try (InputStream opened = WrappedAsset.opened(asset)) {
      int length = opened.readNBytes(bytes, 0, bytes.length);
      bytes =
          length < bytes.length
              ? Arrays.copyOf(bytes, length)
              : joined(bytes, opened.readNBytes(LARGEST - length));
    }
    return bytes.length < LARGEST ? new HeldAsset(asset, bytes) : asset;
  }

  private static byte[] joined(byte[] front, byte[] rest) {
    byte[] all = Arrays.copyOf(front, front.length + rest.length);
    System.arraycopy(rest, 0, all, front.length, rest.length);
    return all;
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
