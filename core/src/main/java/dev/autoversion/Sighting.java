package dev.autoversion;

/** What the last look at an asset showed, and when, in nanoseconds of the ticker. */
sealed interface Sighting {
  long checkedAt();

  /**
   * An asset and its version.
   *
   * @param settled whether an equal stamp will mean equal bytes; false for a file changed so
   *     recently that another edit could hide, and for an asset that has neither time nor identity
   * @param lasting whether to remember it; false for a file that changed while it was read
   */
  record Seen(Stamp stamp, Version version, boolean settled, boolean lasting, long checkedAt)
      implements Sighting {
    Seen checkedAgain(long now) {
      return new Seen(stamp, version, settled, lasting, now);
    }
  }

  /** No asset. */
  record Absent(long checkedAt) implements Sighting {}

  /** An asset without a version, or a source that failed; the reason is for {@code explain}. */
  record Unversioned(String reason, long checkedAt) implements Sighting {}
}
