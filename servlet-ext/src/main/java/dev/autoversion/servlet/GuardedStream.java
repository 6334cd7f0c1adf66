package dev.autoversion.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** A stream that gives notice before its first bytes leave. */
final class GuardedStream extends ServletOutputStream {
  private final ServletOutputStream stream;
  private final Runnable beforeWrite;

  GuardedStream(ServletOutputStream stream, Runnable beforeWrite) {
    this.stream = stream;
    this.beforeWrite = beforeWrite;
  }

  @Override
  public void write(int octet) throws IOException {
    beforeWrite.run();
    stream.write(octet);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    beforeWrite.run();
    stream.write(bytes, from, length);
  }

  @Override
  public void flush() throws IOException {
    beforeWrite.run();
    stream.flush();
  }

  @Override
  public void close() throws IOException {
    beforeWrite.run();
    stream.close();
  }

  @Override
  public boolean isReady() {
    return stream.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    stream.setWriteListener(listener);
  }
}
