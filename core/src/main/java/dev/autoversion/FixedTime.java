package dev.autoversion;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notices the fixed time (1970, 1980, 1985) that image builders and package stores give to all
 * files and that no edit changes. Two files that old with exactly the same time are enough: nobody
 * edited two at once, decades before there was a web.
 */
final class FixedTime {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");

  /** Image builders, package stores and npm give earlier times to the files of every release. */
  static final FileTime FIRST_OF_THE_WEB = FileTime.from(Instant.parse("1990-01-01T00:00:00Z"));

  private @Nullable LogicalPath path;
  private @Nullable FileTime time;
  private boolean warned;

  /** Notes an asset's time; warns once if it is a fixed one that another asset has, too. */
  void see(LogicalPath next, FileTime modified) {
    if (modified.compareTo(FIRST_OF_THE_WEB) >= 0) {
      return;
    }
    LogicalPath other = twin(next, modified);
    if (other != null) {
      LOG.log(
          System.Logger.Level.WARNING,
          Printable.quote(other.value())
              + " and "
              + Printable.quote(next.value())
              + " both have the time "
              + modified
              + ", which image builders give to all files; lastModified() won't show an edit of"
              + " them, so use contentHash()");
    }
  }

  /** Another file with the same time, unless this was already reported. */
  private synchronized @Nullable LogicalPath twin(LogicalPath next, FileTime modified) {
    LogicalPath other = path;
    boolean equal = !warned && other != null && !other.equals(next) && modified.equals(time);
    warned |= equal;
    path = next;
    time = modified;
    return equal ? other : null;
  }
}
