package dev.autoversion;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What autoversion logs while this is open; as an extension, during each test.
 *
 * <p>Public for the tests of other modules.
 */
public final class CapturedLog extends Handler
    implements AutoCloseable, BeforeEachCallback, AfterEachCallback {
  // Held, as the log manager itself forgets loggers that nobody uses.
  private final Logger logger = Logger.getLogger("dev.autoversion");
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<Boolean> traces = new CopyOnWriteArrayList<>();

  public static CapturedLog open() {
    CapturedLog log = new CapturedLog();
    log.capture();
    return log;
  }

  private void capture() {
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    capture();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    close();
  }

  /** The messages that an action has logged. */
  public static List<String> of(Runnable action) {
    try (CapturedLog log = open()) {
      action.run();
      return List.copyOf(log.messages);
    }
  }

  /** For each line whether it came with a stack trace. */
  List<Boolean> traces() {
    return List.copyOf(traces);
  }

  /** The level and the message of each line. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord line) {
    traces.add(line.getThrown() != null);
    String message = new SimpleFormatter().formatMessage(line);
    messages.add(message);
    lines.add(line.getLevel() + " " + message);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
