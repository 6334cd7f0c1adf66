package dev.autoversion;

/** Finds what is behind a reference under its mounts. */
sealed interface Resolver permits LiveResolver, ManifestResolver {
  Resolution resolve(MountedUrl at, Look look);
}
