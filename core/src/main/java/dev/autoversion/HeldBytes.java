package dev.autoversion;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Bytes in memory. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HeldBytes(byte[] bytes) implements Bytes {
  static final AssetResponse.Body NOTHING = new HeldBytes(new byte[0]).body(0, 0);

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
    return new Part(bytes, (int) offset, (int) length);
  }

  private static final class Part implements AssetResponse.Body {
    private final byte[] bytes;
    private final int offset;
    private final int length;

    Part(byte[] bytes, int offset, int length) {
      this.bytes = bytes;
      this.offset = offset;
      this.length = length;
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public Optional<ByteBuffer> bytes() {
      return Optional.of(ByteBuffer.wrap(bytes, offset, length).slice().asReadOnlyBuffer());
    }
  }
}
