package dev.autoversion;

import java.util.Optional;

/** Turns references into versioned URLs: by looking at the assets themselves. */
sealed interface Resolver permits LiveResolver {
  String url(String reference);

  Optional<Version> version(String reference);

  Explanation explain(String reference);

  boolean isMounted(String reference);

  Optional<Delivery> delivery(String url);

  WarmUp warmUp();

  void invalidate();

  CacheStats stats();
}
