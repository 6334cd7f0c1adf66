package dev.autoversion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered: the answer to each reference, and the last sighting of each asset. All
 * bounded; the seam to Caffeine. Entries have no expiry of Caffeine's, which reads the clock on
 * every hit (2.9 times the cost of a plain one); an answer knows its age itself. Nothing is loaded
 * inside the cache, since a load may need others.
 */
final class VersionCache {
  // Longer ones are answered all the same; remembering them would make the bound meaningless.
  private static final int LONGEST_REFERENCE = 2048;

  // Some hundred large ones; what does not fit is made anew for each request.
  private static final long BYTES_OF_STYLESHEETS = 1 << 25;

  private final RecentAnswers recent;
  private final Cache<String, Answer> versioned;
  private final Cache<String, Answer> left;
  private final Cache<String, Sighting.Seen> assets;
  private final Cache<String, RewrittenStylesheet> stylesheets;

  VersionCache(long maximumSize) {
    recent = new RecentAnswers(maximumSize);
    versioned = bounded(maximumSize);
    left = bounded(maximumSize);
    assets = bounded(maximumSize);
    stylesheets =
        Caffeine.newBuilder()
            .maximumWeight(BYTES_OF_STYLESHEETS)
            .weigher((String key, RewrittenStylesheet stylesheet) -> stylesheet.size())
            .executor(Runnable::run)
            .build();
  }

  /** The answer to a reference that was asked for again and again, if it has kept its place. */
  @Nullable Answer recent(String reference) {
    return recent.get(reference);
  }

  /** The answer to a reference, if it is remembered. */
  @Nullable Answer find(String reference) {
    Answer found = versioned.getIfPresent(reference);
    Answer answer = found == null ? left.getIfPresent(reference) : found;
    if (answer != null) {
      recent.put(answer);
    }
    return answer;
  }

  void remember(Answer answer) {
    String reference = answer.reference;
    if (answer.kind == Answer.Kind.FLEETING || reference.length() > LONGEST_REFERENCE) {
      return;
    }
    boolean isVersioned = answer.kind == Answer.Kind.VERSIONED;
    (isVersioned ? versioned : left).put(reference, answer);
    (isVersioned ? left : versioned).invalidate(reference);
    recent.renew(answer);
  }

  Sighting.@Nullable Seen asset(String key) {
    return assets.getIfPresent(key);
  }

  void remember(String key, Sighting.Seen seen) {
    assets.put(key, seen);
  }

  void forgetAsset(String key) {
    assets.invalidate(key);
  }

  @Nullable RewrittenStylesheet rewritten(String key) {
    return stylesheets.getIfPresent(key);
  }

  void remember(String key, RewrittenStylesheet stylesheet) {
    stylesheets.put(key, stylesheet);
  }

  /** The number of references remembered. */
  long size() {
    versioned.cleanUp();
    left.cleanUp();
    return versioned.estimatedSize() + left.estimatedSize();
  }

  /** Runs its upkeep on the calling thread: there is none of our own to outlive a redeploy. */
  private static <V> Cache<String, V> bounded(long maximumSize) {
    return Caffeine.newBuilder().maximumSize(maximumSize).executor(Runnable::run).build();
  }
}
