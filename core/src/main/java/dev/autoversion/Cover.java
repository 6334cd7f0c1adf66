package dev.autoversion;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The version that covers an asset and all it reaches.
 *
 * @param own the look at the asset itself
 * @param version its own version where it reaches nothing
 * @param links for each of its references the asset that it leads to, and that one's version
 * @param missing references that lead to none, at any depth
 * @param steadiness how far all that was reached may be trusted
 * @param failed whether an asset on the way could not be looked at
 * @param checkedAt the oldest look on the way
 * @param circle the keys of the stylesheets that reach each other, where the asset is one of them
 */
record Cover(
    Sighting.Seen own,
    Version version,
    List<Optional<Link>> links,
    List<MissingReference> missing,
    Steadiness steadiness,
    boolean failed,
    long checkedAt,
    Set<String> circle) {
  /** Of an asset that refers to nothing. */
  static Cover ofItself(Sighting.Seen own) {
    return new Cover(
        own,
        own.version(),
        Collections.nCopies(own.references().size(), Optional.empty()),
        List.of(),
        own.steadiness(),
        false,
        own.checkedAt(),
        Set.of());
  }

  /** An asset that is referred to, and the version that covers it. */
  record Link(Sighting.Seen target, Version version) {}

  /** The assets that its references lead to. */
  List<Sighting.Seen> targets() {
    return links.stream().flatMap(Optional::stream).map(Link::target).toList();
  }

  /** Whether a reference of it leads to an asset. */
  boolean reachesOthers() {
    return links.stream().anyMatch(Optional::isPresent);
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
