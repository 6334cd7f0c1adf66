package dev.autoversion;

import java.util.List;
import java.util.Set;

/**
 * The version that covers an asset and all it reaches.
 *
 * @param own the look at the asset itself
 * @param version its own version if it reaches nothing
 * @param targets the assets that its references lead to
 * @param covered for each of those, the version that covers it; two lists, since pairs take five
 *     times the memory
 * @param missing references that lead to none, at any depth
 * @param steadiness how far everything that was reached may be trusted
 * @param failed whether an asset on the way could not be looked at
 * @param checkedAt the oldest look on the way
 * @param circle the keys of the referrers that reach each other, if the asset is one of them
 */
record Cover(
    Sighting.Seen own,
    Version version,
    List<Sighting.Seen> targets,
    List<Version> covered,
    List<MissingReference> missing,
    Steadiness steadiness,
    boolean failed,
    long checkedAt,
    Set<String> circle) {
  /** The cover of an asset that refers to nothing. */
  static Cover ofItself(Sighting.Seen own) {
    return new Cover(
        own,
        own.version(),
        List.of(),
        List.of(),
        List.of(),
        own.steadiness(),
        false,
        own.checkedAt(),
        Set.of());
  }

  /** Whether one of its references leads to an asset. */
  boolean reachesOthers() {
    return !targets.isEmpty();
  }

  /** This cover, due to be computed again at once. */
  Cover doubted(long longAgo) {
    return new Cover(
        own, version, targets, covered, missing, Steadiness.YOUNG, failed, longAgo, circle);
  }

  /** Whether only a change of the files will change it. */
  boolean isSettled() {
    return steadiness == Steadiness.SETTLED && !failed;
  }
}
