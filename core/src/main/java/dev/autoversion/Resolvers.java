package dev.autoversion;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which resolver answers under which mount. */
final class Resolvers {
  private final Map<String, Resolver> byPrefix;

  private Resolvers(Map<String, Resolver> byPrefix) {
    this.byPrefix = byPrefix;
  }

  /** One that looks at the assets themselves, under every mount. */
  static Resolvers of(Mounts mounts, Resolver live) {
    return new Resolvers(
        mounts.longestFirst().stream().collect(Collectors.toMap(Mount::prefix, mount -> live)));
  }

  Resolution resolve(MountedUrl at, Look look) {
    String prefix = at.mount().prefix();
    return Objects.requireNonNull(byPrefix.get(prefix), prefix).resolve(at, look);
  }
}
