package dev.autoversion;

import dev.autoversion.reference.Reference;
import java.util.List;

/** What the last look at an asset showed, and when, in nanoseconds of the ticker. */
sealed interface Sighting {
  long checkedAt();

  /**
   * An asset and its own version.
   *
   * @param references what it refers to, if it is a referrer
   */
  record Seen(
      SitePath path,
      Stamp stamp,
      Version version,
      List<Reference> references,
      Steadiness steadiness,
      long checkedAt)
      implements Sighting {
    Seen checkedAgain(long now) {
      return withVersion(version, now);
    }

    Seen withVersion(Version other, long now) {
      return new Seen(path, stamp, other, references, steadiness, now);
    }

    /**
     * Whether its name may be another asset's with a version, and its bytes what that is sent as.
     */
    boolean mayBeCopyOf(AssetUrl name) {
      return references.isEmpty()
          ? version.equals(name.version())
          : name.version().hasFormOf(version);
    }

    /** Whether another look at the asset showed the same bytes. */
    boolean isSameAs(Seen other) {
      return version.equals(other.version) && stamp.equals(other.stamp);
    }

    /** This sighting, due for another look at once; kept if that fails. */
    Seen doubted(long longAgo) {
      return new Seen(path, stamp, version, references, Steadiness.YOUNG, longAgo);
    }
  }

  /** No asset. */
  record Absent(long checkedAt) implements Sighting {}

  /** A name that a pattern excludes; the reason is for {@code explain}. */
  record Excluded(String reason, long checkedAt) implements Sighting {}

  /** An asset without a version, or a source that failed; the reason is for {@code explain}. */
  record Unversioned(String reason, long checkedAt) implements Sighting {}
}
