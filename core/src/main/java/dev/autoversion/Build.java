package dev.autoversion;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What builds left behind for one mount: the latest editions of its manifests, and the server that
 * stands in for them in development. Of two manifests the first that has a name.
 */
final class Build {
  private final List<LatestEdition> editions;
  private final @Nullable DevServer devServer;

  private Build(List<LatestEdition> editions, @Nullable DevServer devServer) {
    this.editions = editions;
    this.devServer = devServer;
  }

  static Build of(Mount mount, Freshness freshness, Warnings warnings) {
    return new Build(
        mount.manifests().stream()
            .map(told -> new LatestEdition(mount.prefix(), told, freshness, warnings))
            .toList(),
        mount.devServer() == null
            ? null
            : new DevServer(Objects.requireNonNull(mount.devServer()), freshness.ticker()));
  }

  /** Whether there is none, so that all is looked for among the mount's assets. */
  boolean isEmpty() {
    return editions.isEmpty() && devServer == null;
  }

  /** Where the server in development has its files, while it answers. */
  Optional<String> devBase() {
    return devServer == null ? Optional.empty() : devServer.base();
  }

  /** Where a browser finds what a reference names, if a build or its server has it. */
  Optional<String> url(MountedUrl at, long now) {
    Optional<String> dev = devBase();
    return dev.isPresent()
        ? dev.map(base -> base + at.rest())
        : find(at, now).map(Edition.Match::url);
  }

  /** The published file that a reference names. */
  Optional<Edition.Match> find(MountedUrl at, long now) {
    for (LatestEdition each : editions) {
      Optional<Edition.Match> match = each.at(now).find(at);
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }

  /** The published file that has a URL, as {@link PublishedFile#url} gives it. */
  Optional<Edition.Match> byUrl(String url, long now) {
    for (LatestEdition each : editions) {
      Optional<Edition.Match> match = each.at(now).byUrl(url);
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }

  List<Edition> editions(long now) {
    return editions.stream().map(each -> each.at(now)).toList();
  }

  /** Looks for new ones at the next question. */
  void doubt() {
    editions.forEach(LatestEdition::doubt);
  }
}
