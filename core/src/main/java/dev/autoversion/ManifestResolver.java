package dev.autoversion;

import java.util.Optional;

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
    Optional<String> dev = build.devBase();
    if (dev.isPresent()) {
      return Published.inDevelopment(at, dev.get(), look.now());
    }
    Optional<Edition.Match> match = build.find(at, look.now());
    if (match.isEmpty()) {
      return live.resolve(at, look);
    }
    Published published = Published.of(at, match.get(), look.now());
    Optional<String> pattern = published.exclusion();
    return pattern.isEmpty()
        ? published
        : new Resolution.Left(at, Mount.whyExcluded(pattern.get()), look.now());
  }
}
