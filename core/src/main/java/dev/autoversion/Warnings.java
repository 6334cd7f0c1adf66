package dev.autoversion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Log lines for those who run the site: each subject once while it is remembered, a bounded number
 * of subjects, and a bounded number of lines a minute, so that hostile traffic can't flood a log.
 */
final class Warnings {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");
  private static final int LINES_A_MINUTE = 100;
  // A line shows no more of it, and remembering long ones whole would make the bound meaningless.
  private static final int LONGEST_SUBJECT = 256;
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final Map<String, Boolean> warned;
  private final LongSupplier ticker;
  private long minuteBegan;
  private int lines;
  private long heldBack;

  Warnings(long maximumSize, LongSupplier ticker) {
    this.warned = new BoundedMap(maximumSize);
    this.ticker = ticker;
    this.minuteBegan = ticker.getAsLong();
  }

  /** Logs a message unless its subject was logged before. */
  void once(String subject, Supplier<String> message) {
    if (mayLog(subject)) {
      LOG.log(System.Logger.Level.WARNING, message.get());
    }
  }

  void once(String subject, Supplier<String> message, Throwable cause) {
    if (mayLog(subject)) {
      LOG.log(System.Logger.Level.WARNING, message.get(), cause);
    }
  }

  /** Lets a subject be logged again, as it has recovered. */
  synchronized void forget(String subject) {
    warned.remove(cut(subject));
  }

  synchronized void forgetAll() {
    warned.clear();
  }

  private boolean mayLog(String subject) {
    long unsaid = admit(subject);
    if (unsaid > 0) {
      LOG.log(System.Logger.Level.WARNING, unsaid + " warnings were held back in the last minutes");
    }
    return unsaid >= 0;
  }

  /** The number of lines held back before this one, or -1 if this one is not to be logged. */
  private synchronized long admit(String subject) {
    if (warned.put(cut(subject), true) != null) {
      return -1;
    }
    long unsaid = 0;
    long now = ticker.getAsLong();
    if (now - minuteBegan >= MINUTE) {
      minuteBegan = now;
      lines = 0;
      unsaid = heldBack;
      heldBack = 0;
    }
    if (lines < LINES_A_MINUTE) {
      lines++;
      return unsaid;
    }
    heldBack++;
    return -1;
  }

  private static String cut(String subject) {
    return subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
  }

  private static final class BoundedMap extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1L;

    private final long maximumSize;

    BoundedMap(long maximumSize) {
      this.maximumSize = maximumSize;
    }

    @Override
    protected boolean removeEldestEntry(Map.@Nullable Entry<String, Boolean> eldest) {
      return size() > maximumSize;
    }
  }
}
