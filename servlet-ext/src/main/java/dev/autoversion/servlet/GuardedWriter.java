package dev.autoversion.servlet;

import java.io.PrintWriter;

/** A writer that gives notice before its first characters leave. */
final class GuardedWriter extends PrintWriter {
  private final Runnable beforeWrite;

  GuardedWriter(PrintWriter writer, Runnable beforeWrite) {
    super(writer);
    this.beforeWrite = beforeWrite;
  }

  @Override
  public void write(int character) {
    beforeWrite.run();
    super.write(character);
  }

  @Override
  public void write(char[] characters, int from, int length) {
    beforeWrite.run();
    super.write(characters, from, length);
  }

  @Override
  public void write(String text, int from, int length) {
    beforeWrite.run();
    super.write(text, from, length);
  }

  @Override
  public void println() {
    beforeWrite.run();
    super.println();
  }

  @Override
  public void flush() {
    beforeWrite.run();
    super.flush();
  }

  @Override
  public void close() {
    beforeWrite.run();
    super.close();
  }
}
