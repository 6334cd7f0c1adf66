package dev.autoversion;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What sources have found out on the way to assets; all of it is forgotten at once when it is old.
 */
final class Facts {
  // One for each folder of assets; a site with more folders checks some of them again.
  private static final int MOST = 10_000;

  private final long maximumAge;
  private volatile @Nullable Young young;

  /** Facts are forgotten at the maximum age of an answer, and after a second at the latest. */
  Facts(Freshness freshness) {
    this.maximumAge = Math.min(freshness.nanos(), Freshness.DEFAULT_AGE.toNanos());
  }

  private record Young(long since, Set<Object> all) {}

  /** The recent facts, to be added to. */
  Set<Object> at(long now) {
    Young known = young;
    if (known == null || now - known.since() >= maximumAge || known.all().size() >= MOST) {
      known = new Young(now, ConcurrentHashMap.newKeySet());
      young = known;
    }
    return known.all();
  }
}
