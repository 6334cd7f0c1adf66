package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.util.Optional;

/** Bytes of an asset that has settled: its stamp guarantees them. */
record FiledBytes(Asset asset, Stamp stamp, long length) implements Bytes {
  private static final int BUFFER = 1 << 16;

  @Override
  public boolean hasParts() {
    return true;
  }

  @Override
  public boolean isThere() throws IOException {
    return asset.stampNow().equals(stamp);
  }

  @Override
  public AssetResponse.Body body(long offset, long partLength) {
    return new Part(this, offset, partLength);
  }

  /** Fails if the file is no longer the one that was hashed. */
  void verify() throws IOException {
    if (!isThere()) {
      throw new IOException(
          Printable.quote(asset.path().value()) + " was changed while it was sent; broken off");
    }
  }

  /** The bytes from an offset on, read in one go; the last ones only if the file is unchanged. */
  private void copy(long offset, long count, OutputStream out) throws IOException {
    try (InputStream in = WrappedAsset.opened(asset)) {
      verify();
      in.skipNBytes(offset);
      byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(count, 1))];
      for (long left = count; left > 0; ) {
        int n = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
        left -= n;
        if (n == 0 || left == 0) {
          verify();
        }
        if (left == 0 && offset + count == length && in.read() >= 0) {
          throw unlikeReported("more");
        }
        if (n == 0) {
          throw unlikeReported("fewer");
        }
        out.write(buffer, 0, n);
      }
    }
  }

  private IOException unlikeReported(String what) {
    String name = Printable.quote(asset.path().value());
    return new IOException(
        name
            + " has "
            + what
            + " bytes than the "
            + length
            + " that its source reported; broken off");
  }

  private record Part(FiledBytes all, long offset, long length) implements AssetResponse.Body {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      all.copy(offset, length, out);
    }

    @Override
    public void verify() throws IOException {
      all.verify();
    }

    @Override
    public Optional<AssetResponse.FileRange> file() {
      try {
        return all.asset
            .file()
            .filter(file -> file.getFileSystem().equals(FileSystems.getDefault()))
            .filter(file -> all.stamp.size() == all.length) // Otherwise its bytes are others.
            .map(file -> new AssetResponse.FileRange(file, offset, length));
      } catch (UncheckedIOException e) { // writeTo reports what is wrong.
        return Optional.empty();
      }
    }
  }
}
