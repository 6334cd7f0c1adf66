package dev.autoversion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An asset that keeps its bytes from the first reading on, where they are few. */
final class ReadOnce implements WrappedAsset {
  /** More bytes than this are read again. */
  static final int SMALL = 1 << 20;

  private final Asset asset;
  private byte @Nullable [] bytes;

  ReadOnce(Asset asset) {
    this.asset = asset;
  }

  @Override
  public Asset asset() {
    return asset;
  }

  @Override
  public InputStream open() throws IOException {
    byte[] known = bytes;
    if (known == null) {
      if (asset.stamp().size() > SMALL) {
        return asset.open();
      }
      try (InputStream opened = asset.open()) {
        known = opened.readNBytes(SMALL + 1);
      }
      if (known.length > SMALL) {
        return asset.open();
      }
      bytes = known;
    }
    return new ByteArrayInputStream(known);
  }
}
