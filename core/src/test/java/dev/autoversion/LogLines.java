package dev.autoversion;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the library logs while this is open, as a user of java.util.logging gets it. */
final class LogLines extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("dev.autoversion");
  private final boolean forwarded = logger.getUseParentHandlers();
  private final List<String> lines = new ArrayList<>();

  LogLines() {
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  /** Each with its level: {@code WARNING: no asset for ...}. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public synchronized void publish(LogRecord line) {
    Level level = line.getLevel();
    lines.add(level + ": " + new SimpleFormatter().formatMessage(line));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(forwarded);
  }
}
