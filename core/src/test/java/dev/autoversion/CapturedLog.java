package dev.autoversion;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What autoversion logs while this is open. */
final class CapturedLog extends Handler implements AutoCloseable {
  // Held, as the log manager itself forgets loggers that nobody uses.
  private final Logger logger = Logger.getLogger("dev.autoversion");
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<Boolean> traces = new CopyOnWriteArrayList<>();

  private CapturedLog() {}

  static CapturedLog open() {
    CapturedLog log = new CapturedLog();
    log.logger.addHandler(log);
    log.logger.setUseParentHandlers(false);
    return log;
  }

  /** For each line whether it came with a stack trace. */
  List<Boolean> traces() {
    return List.copyOf(traces);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord line) {
    traces.add(line.getThrown() != null);
    lines.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
