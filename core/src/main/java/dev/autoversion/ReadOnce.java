package dev.autoversion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An asset that keeps its bytes once they are read, if they are few, or if no stamp guarantees them
 * and there is room. It belongs to one look, and so to one thread.
 */
final class ReadOnce implements WrappedAsset {
  /** Larger assets are read again once the file has settled. */
  static final int SMALL = 1 << 20;

  private final Asset asset;
  private final String key;
  private final SharedBytes shared;
  private byte @Nullable [] bytes;

  ReadOnce(Asset asset, String key, SharedBytes shared) {
    this.asset = asset;
    this.key = key;
    this.shared = shared;
  }

  @Override
  public Asset asset() {
    return asset;
  }

  @Override
  public InputStream open() throws IOException {
    byte[] known = bytes == null ? read() : bytes;
    bytes = known;
    return known == null ? asset.open() : new ByteArrayInputStream(known);
  }

  private byte @Nullable [] read() throws IOException {
    Stamp stamp = asset.stamp();
    return stamp.size() > SMALL ? shared.read(key, asset, stamp) : small(asset);
  }

  /** The bytes of an asset; null if they are more than {@link #SMALL}. */
  static byte @Nullable [] small(Asset asset) throws IOException {
    try (InputStream opened = WrappedAsset.opened(asset)) {
      byte[] bytes = opened.readNBytes(SMALL + 1);
      return bytes.length > SMALL ? null : bytes;
    }
  }
}
