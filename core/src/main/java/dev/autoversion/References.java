package dev.autoversion;

import dev.autoversion.reference.Reference;
import java.util.Optional;

/**
 * Follows the references of a stylesheet, breadth first, to all it reaches. Each asset is looked at
 * by itself, so circles need no care, no load waits for another, and whichever asset one starts
 * from gets the same answer every time.
 */
final class References {
  private final Mounts mounts;
  private final AssetFinder finder;
  private final AssetLookup lookup;

  References(Mounts mounts, AssetFinder finder, AssetLookup lookup) {
    this.mounts = mounts;
    this.finder = finder;
    this.lookup = lookup;
  }

  /** All that a stylesheet reaches, itself first. */
  Reach follow(Finding stylesheet, Sighting.Seen root, long now, Memory memory) {
    Reach reach = new Reach(root.checkedAt());
    reach.add(stylesheet, root);
    for (int i = 0; i < reach.size(); i++) {
      Reach.Member from = reach.member(i);
      reach.link(
          from.seen().references().stream()
              .map(found -> target(from.base(), found, reach, now, memory))
              .toList());
    }
    return reach;
  }

  /** What a stylesheet's reference leads to, if it lies under a mount. */
  Optional<Finding> find(String stylesheet, String reference, long now, Memory memory) {
    String absolute =
        UrlPath.isRelative(reference) ? UrlPath.resolve(stylesheet, reference) : reference;
    return mounts
        .locate(absolute)
        .map(at -> finder.find(at, now, (mount, path) -> lookup.look(mount, path, now, memory)));
  }

  private int target(String stylesheet, Reference found, Reach reach, long now, Memory memory) {
    Optional<Finding> finding = find(stylesheet, found.value(), now, memory);
    if (finding.isEmpty()) {
      return Reach.NOWHERE;
    }
    Sighting sighting = finding.get().sighting();
    if (sighting instanceof Sighting.Seen seen) {
      return reach.add(finding.get(), seen);
    }
    if (sighting instanceof Sighting.Unversioned) {
      reach.fail();
    } else {
      reach.miss(new Reach.Miss(stylesheet, found, finding.get().at()));
    }
    return Reach.NOWHERE;
  }
}
