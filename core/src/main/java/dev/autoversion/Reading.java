package dev.autoversion;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * An asset that is read once: what a strategy reads also goes to a sink, so that exactly the bytes
 * whose version was computed are used.
 */
final class Reading implements WrappedAsset {
  private static final int BUFFER = 1 << 16;

  private final Asset asset;
  private final OutputStream sink;
  private long read;
  private boolean ended;

  private Reading(Asset asset, OutputStream sink) {
    this.asset = asset;
    this.sink = sink;
  }

  /**
   * Reads an asset into a sink.
   *
   * @return whether all of it went there, and it was the asset that was seen
   */
  static boolean copy(Asset asset, Sighting.Seen seen, VersionStrategy strategy, OutputStream sink)
      throws IOException {
    Stamp before = asset.stampNow();
    Reading reading = new Reading(asset, sink);
    Version version = strategy.versionOf(reading);
    if (!version.equals(seen.version())) {
      return false;
    }
    if (strategy.identifiesContent() && reading.ended) {
      return true;
    }
    // The version does not depend on the bytes, so compare the stamps.
    reading.finish();
    return before.equals(seen.stamp()) && asset.stampNow().equals(before);
  }

  /** Reads what the strategy did not read. */
  private void finish() throws IOException {
    if (ended) {
      return;
    }
    try (InputStream rest = WrappedAsset.opened(asset)) {
      rest.skipNBytes(read);
      byte[] buffer = new byte[BUFFER];
      for (int n = rest.readNBytes(buffer, 0, BUFFER); n > 0; ) {
        sink.write(buffer, 0, n);
        n = rest.readNBytes(buffer, 0, BUFFER);
      }
    }
    ended = true;
  }

  @Override
  public Asset asset() {
    return asset;
  }

  @Override
  public InputStream open() throws IOException {
    if (read > 0 || ended) { // A user's strategy may read twice.
      return asset.open();
    }
    return new FilterInputStream(WrappedAsset.opened(asset)) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = in.read(bytes, offset, length);
        if (n > 0) {
          sink.write(bytes, offset, n);
          read += n;
        }
        ended |= n < 0;
        return n;
      }

      @Override
      public long skip(long count) throws IOException {
        return 0; // Never skip, so that the sink misses nothing.
      }

      @Override
      public boolean markSupported() {
        return false;
      }
    };
  }
}
