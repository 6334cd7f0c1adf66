package dev.autoversion.manifest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What manifests log while this is open. */
final class WarningLog extends Handler implements AutoCloseable {
  // Held, as the log manager itself forgets loggers that nobody uses.
  private final Logger logger = Logger.getLogger("dev.autoversion.manifest");
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private WarningLog() {}

  static WarningLog open() {
    WarningLog log = new WarningLog();
    log.logger.addHandler(log);
    log.logger.setUseParentHandlers(false);
    return log;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(line.getLevel() + " " + line.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
