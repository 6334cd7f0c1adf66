package dev.autoversion;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Log lines for those who run the site: each subject once while it is remembered, a bounded number
 * of subjects, and a bounded number of lines a minute, so that hostile traffic can't flood a log.
 * Misses, which visitors can cause, and failures have separate bounds: a flood of one does not hide
 * the other.
 */
final class Warnings {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");
  private static final int LINES_A_MINUTE = 100;
  // A line shows no more, and remembering long ones whole would make the bound meaningless.
  private static final int LONGEST_SUBJECT = 256;
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final Budget misses;
  private final Budget failures;
  private final Set<String> traced;

  Warnings(long maximumSize, LongSupplier ticker) {
    this.misses = new Budget(maximumSize, ticker);
    this.failures = new Budget(maximumSize, ticker);
    this.traced = bounded(maximumSize);
  }

  /** Logs that there is no such asset, unless the subject was logged before. */
  void miss(String subject, Supplier<String> message) {
    log(misses, subject, message);
  }

  /** Logs a failure or a wrong setup, unless the subject was logged before. */
  void failure(String subject, Supplier<String> message) {
    log(failures, subject, message);
  }

  /**
   * Logs a failure with its cause. The stack trace is logged once for each class of exceptions from
   * what was asked: an unreliable disk would fill a log with them.
   */
  void failure(String subject, String message, String asked, Throwable cause) {
    if (!failures.admit(subject)) {
      return;
    }
    if (addTraced(asked + " " + cause.getClass().getName())) {
      LOG.log(System.Logger.Level.WARNING, message, cause);
    } else {
      LOG.log(System.Logger.Level.WARNING, message);
    }
  }

  /** Logs that an asset's source takes too long, so that its last version stays. */
  void unanswered(SitePath path) {
    failure(
        path.key(),
        () ->
            Printable.quote(path.name())
                + " keeps its last version: "
                + path.mount().described()
                + " has not answered for "
                + TimeUnit.NANOSECONDS.toSeconds(SingleFlight.PATIENCE)
                + " s");
  }

  /** Logs that a source or strategy asks for the asset that it is looking at; gives the message. */
  String circle(SitePath path, VersionStrategy strategy) {
    String message =
        Printable.quote(path.name())
            + " is asked for by its own source or strategy while that looks at it: "
            + path.mount().described()
            + ", "
            + strategy
            + "; ask for other assets there, or for none";
    failure("circle " + path.key(), () -> message);
    return message;
  }

  /** Logs that the bytes of an asset with a known version can't be read. */
  void unreadable(SitePath path, Exception cause) {
    String name = path.mount().described();
    String message = Printable.quote(path.name()) + " can't be read: " + name + ": " + cause;
    failure("read " + path.key(), message, name, cause);
  }

  /** Logs that a content coding of an asset can't be made. */
  void uncompressed(SitePath path, Coding coding, Exception cause) {
    String message =
        Printable.quote(path.name())
            + " can't be compressed ("
            + coding.token()
            + "), so it is sent without: "
            + cause;
    failure(coding.token() + " of " + path.key(), message, coding.token(), cause);
  }

  /** Lets a failure be logged again, since its subject has recovered. */
  void forget(String subject) {
    failures.forget(subject);
  }

  void forgetAll() {
    misses.forgetAll();
    failures.forgetAll();
    synchronized (traced) {
      traced.clear();
    }
  }

  private static void log(Budget budget, String subject, Supplier<String> message) {
    if (budget.admit(subject)) {
      LOG.log(System.Logger.Level.WARNING, message.get());
    }
  }

  private boolean addTraced(String kind) {
    synchronized (traced) {
      return traced.add(cut(kind));
    }
  }

  private static String cut(String subject) {
    return subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
  }

  /** How much may be logged of one kind. */
  private static final class Budget {
    private final Set<String> logged;
    private final LongSupplier ticker;
    private long minuteBegan;
    private int lines;
    private long heldBack;

    Budget(long maximumSize, LongSupplier ticker) {
      this.logged = bounded(maximumSize);
      this.ticker = ticker;
      this.minuteBegan = ticker.getAsLong();
    }

    /** Counts a line; false if it is not to be logged. */
    boolean admit(String subject) {
      long unsaid = add(cut(subject));
      if (unsaid > 0) {
        LOG.log(
            System.Logger.Level.WARNING, unsaid + " warnings were held back in the last minutes");
      }
      return unsaid >= 0;
    }

    synchronized void forget(String subject) {
      logged.remove(cut(subject));
    }

    synchronized void forgetAll() {
      logged.clear();
    }

    /**
     * The number of lines held back before this one, or -1 if this one is not to be logged. Lines
     * held back count as not logged.
     */
    private synchronized long add(String subject) {
      if (logged.contains(subject)) {
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
      if (lines == LINES_A_MINUTE) {
        heldBack++;
        return -1;
      }
      lines++;
      logged.add(subject);
      return unsaid;
    }
  }

  private static Set<String> bounded(long maximumSize) {
    return Collections.newSetFromMap(
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.@Nullable Entry<String, Boolean> eldest) {
            return size() > maximumSize;
          }
        });
  }
}
