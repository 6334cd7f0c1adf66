package dev.autoversion;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks what a build left behind; what that does not know is an asset like any other. */
final class ManifestResolver implements Resolver {
  private final Build build;
  private final Resolver live;

  ManifestResolver(Build build, Resolver live) {
    this.build = build;
    this.live = live;
  }

  @Override
  public Resolution resolve(MountedUrl at, Look look) {
    if (at.path(at.url()).flatMap(SitePath::exclusion).isPresent()) {
      return live.resolve(at, look);
    }
    Resolution built;
    try {
      built = built(at, look);
    } catch (RuntimeException e) { // From a manifest of the user's own.
      return new Resolution.Unversioned(at, build.failed(e), look.now());
    }
    return built == null ? live.resolve(at, look) : built;
  }

  private @Nullable Resolution built(MountedUrl at, Look look) {
    Optional<String> dev = build.devBase();
    if (dev.isPresent()) {
      return Published.inDevelopment(at, dev.get(), look.now());
    }
    Edition.Match match = build.find(at, look.now()).orElse(null);
    if (match == null) {
      return null;
    }
    Published published = Published.of(at, match, look.now());
    Optional<String> pattern = published.exclusion();
    return pattern.isEmpty()
        ? published
        : new Resolution.Left(at, Mount.whyExcluded(pattern.get()), look.now());
  }
}
