package dev.autoversion;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * While a referrer's references are rewritten, compares what they lead to with what its version was
 * made from. Files may change at any time, and bytes that lead elsewhere than the version says must
 * not be cached for ever under it.
 */
final class CoverCheck {
  private final Set<String> covered = new HashSet<>();
  private final boolean byContent;
  private boolean holds = true;

  /** A check against the cover whose version the bytes will have. */
  CoverCheck(Cover cover, VersionStrategy strategy) {
    this.byContent = strategy.identifiesContent();
    for (int i = 0; i < cover.targets().size(); i++) {
      SitePath path = cover.targets().get(i).path();
      covered.add(path.key());
      covered.add(key(path, cover.covered().get(i)));
    }
  }

  /** Records what one reference leads to. */
  void record(Resolution to) {
    holds &= agrees(to);
  }

  private boolean agrees(Resolution to) {
    SitePath named = to.at().path().orElse(null);
    if (to instanceof Resolution.Versioned versioned) {
      return covered.contains(key(versioned.seen().path(), versioned.version()))
          && original(versioned).filter(covered::contains).isEmpty();
    }
    if (named == null) {
      return true;
    }
    // If the version is not a hash, a build's files add nothing to it. What is covered must still
    // be there.
    return to instanceof Published published
        ? !byContent || covered.contains(key(named, published.versionOfUrl()))
        : !covered.contains(named.key());
  }

  /** What a build's copy would have been taken for, had that not changed meanwhile. */
  private Optional<String> original(Resolution.Versioned copy) {
    return copy.finding()
        .original()
        .filter(name -> byContent && copy.seen().mayBeCopyOf(name))
        .flatMap(name -> copy.at().path(name.url()).map(path -> key(path, name.version())));
  }

  /** Whether all references led to what is covered. */
  boolean holds() {
    return holds;
  }

  private static String key(SitePath path, Version version) {
    return path.key() + "\n" + version;
  }
}
