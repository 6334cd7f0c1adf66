package dev.autoversion;

import java.util.List;
import java.util.Set;

/**
 * The version that covers an asset and all it reaches.
 *
 * @param own the look at the asset itself
 * @param version its own version where it reaches nothing
 * @param reachesOthers whether a reference of it leads to an asset
 * @param missing references that lead to none, at any depth
 * @param steadiness how far all that was reached may be trusted
 * @param failed whether an asset on the way could not be looked at
 * @param checkedAt the oldest look on the way
 * @param circle the keys of the stylesheets that reach each other, where the asset is one of them
 */
record Cover(
    Sighting.Seen own,
    Version version,
    boolean reachesOthers,
    List<MissingReference> missing,
    Steadiness steadiness,
    boolean failed,
    long checkedAt,
    Set<String> circle) {
  /** Of an asset that refers to nothing. */
  static Cover ofItself(Sighting.Seen own) {
    return new Cover(
        own, own.version(), false, List.of(), own.steadiness(), false, own.checkedAt(), Set.of());
  }

  /** Whether another look at the asset showed the same bytes. */
  boolean isOf(Sighting.Seen seen) {
    return own.version().equals(seen.version()) && own.stamp().equals(seen.stamp());
  }

  /** Whether nothing but a change of the files will change it. */
  boolean isSettled() {
    return steadiness == Steadiness.SETTLED && !failed;
  }
}
