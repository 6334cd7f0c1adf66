package dev.autoversion;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what the references of a stylesheet lead to, as they are written anew, with what its
 * version was made of. Files may change at any time, and bytes that lead elsewhere than the version
 * says must not be kept for ever under it.
 */
final class CoverCheck {
  private final Set<String> covered = new HashSet<>();
  private final boolean byContent;
  private boolean holds = true;

  /** With the cover whose version the bytes will have. */
  CoverCheck(Cover cover, VersionStrategy strategy) {
    this.byContent = strategy.identifiesContent();
    for (int i = 0; i < cover.targets().size(); i++) {
      SitePath path = cover.targets().get(i).path();
      covered.add(path.key());
      covered.add(key(path, cover.covered().get(i)));
    }
  }

  /** Notes what one reference leads to. */
  void led(Resolution to) {
    Optional<SitePath> named = to.at().path(to.at().url());
    if (to instanceof Resolution.Versioned versioned) {
      holds &= covered.contains(key(versioned.seen().path(), versioned.version()));
    } else if (to instanceof Published published) {
      // With a version that is no hash, what a build has made adds nothing to it.
      holds &=
          !byContent
              || named.isEmpty()
              || covered.contains(key(named.get(), published.versionOfUrl()));
    } else { // Of another name that was taken for a version, an asset may be covered all the same.
      holds &= named.isEmpty() || !covered.contains(named.get().key());
    }
  }

  /** Whether all led to what is covered. */
  boolean holds() {
    return holds;
  }

  private static String key(SitePath path, Version version) {
    return path.key() + "\n" + version;
  }
}
