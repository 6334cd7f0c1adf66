package dev.autoversion;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Bytes in memory.
 *
 * @param isProvisional whether they are there only until the file has settled
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HeldBytes(byte[] bytes, boolean isProvisional) implements Bytes {
  static final AssetResponse.Body NOTHING = new HeldBytes(new byte[0]).body(0, 0);

  HeldBytes(byte[] bytes) {
    this(bytes, false);
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public long held() {
    return bytes.length;
  }

  @Override
  public boolean hasParts() {
    return true;
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public Optional<byte[]> array() {
    return Optional.of(bytes);
  }

  @Override
  public AssetResponse.Body body(long offset, long length) {
    return new Part(this, (int) offset, length);
  }

  private record Part(HeldBytes all, int offset, long length) implements AssetResponse.Body {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(all.bytes, offset, (int) length);
    }

    @Override
    public Optional<ByteBuffer> bytes() {
      return Optional.of(
          ByteBuffer.wrap(all.bytes, offset, (int) length).slice().asReadOnlyBuffer());
    }
  }
}
