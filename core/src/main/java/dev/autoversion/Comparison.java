package dev.autoversion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Compares what is written to it with what coded bytes decode to; fails at the first difference.
 */
final class Comparison extends OutputStream {
  private static final int BUFFER = 1 << 14;

  private final InputStream decoded;
  private final byte[] buffer = new byte[BUFFER];

  private Comparison(InputStream decoded) {
    this.decoded = decoded;
  }

  static Comparison of(Codec codec, byte[] coded) throws IOException {
    return new Comparison(codec.decoder(new ByteArrayInputStream(coded)));
  }

  boolean isAtEnd() throws IOException {
    return decoded.read() < 0;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      int n = decoded.readNBytes(buffer, 0, Math.min(BUFFER, length - done));
      int from = offset + done;
      if (n == 0 || !Arrays.equals(buffer, 0, n, bytes, from, from + n)) {
        throw new IOException("other bytes");
      }
      done += n;
    }
  }

  @Override
  public void close() throws IOException {
    decoded.close();
  }
}
