package dev.autoversion;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Bytes of an asset whose stamp can't guarantee them: they are hashed while they are sent, and the
 * last ones are sent only if the version is right. Only a buffer is held in memory.
 */
record WatchedBytes(Asset asset, Sighting.Seen seen, VersionStrategy strategy, long length)
    implements Bytes {
  @Override
  public boolean isProvisional() {
    return true;
  }

  @Override
  public boolean hasParts() {
    return false;
  }

  @Override
  public boolean isThere() throws IOException {
    return asset.stampNow().equals(seen.stamp());
  }

  @Override
  public AssetResponse.Body body(long offset, long partLength) {
    return new Whole(this);
  }

  private IOException brokenOff() {
    return new IOException(
        Printable.quote(asset.path().value())
            + " was changed while it was sent, or has not the "
            + length
            + " bytes that its source reported; broken off");
  }

  private record Whole(WatchedBytes all) implements AssetResponse.Body {
    @Override
    public long length() {
      return all.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      Latecomer late = new Latecomer(out, all);
      if (!Reading.copy(all.asset, all.seen, all.strategy, late) || !late.isWhole()) {
        throw all.brokenOff();
      }
      late.release();
    }
  }

  /** Passes on everything but the latest piece. */
  private static final class Latecomer extends OutputStream {
    private final OutputStream out;
    private final WatchedBytes all;
    private long missing;
    private byte[] latest = {};

    Latecomer(OutputStream out, WatchedBytes all) {
      this.out = out;
      this.all = all;
      this.missing = all.length;
    }

    boolean isWhole() {
      return missing == 0;
    }

    void release() throws IOException {
      out.write(latest);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      missing -= length;
      if (missing < 0) {
        throw all.brokenOff();
      }
      out.write(latest);
      latest = Arrays.copyOfRange(bytes, offset, offset + length);
    }
  }
}
