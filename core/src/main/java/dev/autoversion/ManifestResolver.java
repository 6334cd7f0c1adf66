package dev.autoversion;

import java.util.Optional;

/** Asks what a build left behind; a name that it does not know is an asset like any other. */
final class ManifestResolver implements Resolver {
  private final Build build;
  private final Resolver live;

  ManifestResolver(Build build, Resolver live) {
    this.build = build;
    this.live = live;
  }

  @Override
  public Resolution resolve(MountedUrl at, Look look) {
    Optional<Resolution> built;
    try {
      built = build.resolve(at, look.now());
    } catch (RuntimeException e) { // From a user's own manifest.
      return new Resolution.Unversioned(at, build.failed(e), look.now());
    }
    return built.isPresent() ? built.get() : live.resolve(at, look);
  }
}
