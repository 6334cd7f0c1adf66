package dev.autoversion;

import java.io.ByteArrayOutputStream;

/** Holds at most this many bytes, and tells if there were more. */
final class Bounded extends ByteArrayOutputStream {
  private final long most;
  private boolean overflowed;

  Bounded(long most) {
    this.most = most;
  }

  boolean hasOverflowed() {
    return overflowed;
  }

  @Override
  public synchronized void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    overflowed |= count + (long) length > most;
    if (!overflowed) {
      super.write(bytes, offset, length);
    }
  }
}
