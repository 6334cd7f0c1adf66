package dev.autoversion;

import dev.autoversion.reference.Reference;
import java.util.List;

/** What the last look at an asset showed, and when, in nanoseconds of the ticker. */
sealed interface Sighting {
  long checkedAt();

  /**
   * An asset and its version.
   *
   * @param version the version; for a stylesheet that was looked at with all it reaches, the one
   *     that covers those
   * @param references what a stylesheet refers to
   * @param settled whether an equal stamp will mean equal bytes; false for a file changed so
   *     recently that another edit could hide, for an empty one, and for an asset that has neither
   *     time nor identity
   * @param lasting whether to remember it; false for a file that changed while it was read
   */
  record Seen(
      Stamp stamp,
      Version version,
      List<Reference> references,
      boolean settled,
      boolean lasting,
      long checkedAt)
      implements Sighting {
    Seen checkedAgain(long now) {
      return withVersion(version, now);
    }

    Seen withVersion(Version other, long now) {
      return new Seen(stamp, other, references, settled, lasting, now);
    }
  }

  /** No asset. */
  record Absent(long checkedAt) implements Sighting {}

  /** An asset without a version, or a source that failed; the reason is for {@code explain}. */
  record Unversioned(String reason, long checkedAt) implements Sighting {}
}
