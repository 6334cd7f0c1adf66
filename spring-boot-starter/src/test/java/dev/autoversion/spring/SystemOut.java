package dev.autoversion.spring;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What is printed while this is open, as an application's log is. */
final class SystemOut implements AutoCloseable {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream before = System.out;

  private SystemOut() {}

  static SystemOut open() {
    SystemOut out = new SystemOut();
    System.setOut(new PrintStream(out.bytes, true, StandardCharsets.UTF_8));
    return out;
  }

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    System.setOut(before);
    before.print(text());
  }
}
