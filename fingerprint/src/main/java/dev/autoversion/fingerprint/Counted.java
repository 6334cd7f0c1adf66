package dev.autoversion.fingerprint;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that counts what is written to it. */
final class Counted extends FilterOutputStream {
  private long length;

  Counted(OutputStream out) {
    super(new BufferedOutputStream(out, 1 << 16));
  }

  long length() {
    return length;
  }

  @Override
  public void write(int one) throws IOException {
    out.write(one);
    length++;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    out.write(bytes, offset, count);
    length += count;
  }
}
