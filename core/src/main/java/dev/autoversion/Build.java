package dev.autoversion;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What builds left behind for one mount: the latest editions of its manifests, and the server that
 * replaces them in development. If two manifests have a name, the first is used.
 */
final class Build {
  private final String prefix;
  private final Warnings warnings;
  private final List<LatestEdition> editions;
  private final @Nullable DevServer devServer;
  // Null if files can't change.
  private final @Nullable Edited edited;

  Build(Mount mount, Freshness freshness, Warnings warnings) {
    this.prefix = mount.prefix();
    this.warnings = warnings;
    this.editions =
        mount.manifests().stream()
            .map(manifest -> new LatestEdition(prefix, manifest, freshness, warnings))
            .toList();
    URI server = mount.devServer();
    this.devServer = server == null ? null : new DevServer(server, freshness.ticker(), warnings);
    this.edited = freshness.never() ? null : new Edited(mount.source());
  }

  /** Whether there is none, so that everything is looked for among the mount's assets. */
  boolean isEmpty() {
    return editions.isEmpty() && devServer == null;
  }

  /** Where the development server has its files, while it answers. */
  Optional<String> devBase() {
    return devServer == null ? Optional.empty() : devServer.base();
  }

  /** What manifests say, or nothing if a user's own one throws: that must not break a page. */
  <T> Optional<T> guarded(Supplier<Optional<T>> answer) {
    try {
      return answer.get();
    } catch (RuntimeException e) {
      failed(e);
      return Optional.empty();
    }
  }

  /** Logs what a user's own manifest has thrown, and returns the reason. */
  String failed(RuntimeException e) {
    String reason = "a manifest of " + Printable.quote(prefix + "/") + " failed: " + e;
    String message = reason + "; what it names stays as it is";
    warnings.failure("manifests of " + prefix, message, "manifest", e);
    return reason;
  }

  /** What a build, or its server, gives for a reference; empty if it does not know it. */
  Optional<Resolution> resolve(MountedUrl at, long now) {
    if (at.path().flatMap(SitePath::exclusion).isPresent()) {
      return Optional.empty();
    }
    Optional<String> dev = devBase();
    return dev.isPresent()
        ? dev.map(base -> Published.inDevelopment(at, base, now))
        : find(at, now).map(match -> unlessExcluded(Published.of(at, match, now)));
  }

  private static Resolution unlessExcluded(Published published) {
    return published
        .exclusion()
        .<Resolution>map(
            pattern ->
                new Resolution.Ignored(
                    published.at(), Mount.whyExcluded(pattern), published.checkedAt()))
        .orElse(published);
  }

  /** The published file that a reference names, unless the asset was edited since. */
  Optional<Edition.Match> find(MountedUrl at, long now) {
    for (LatestEdition each : editions) {
      Optional<Edition.Match> match = each.at(now).find(at);
      if (match.isPresent()) {
        return match.filter(found -> !isEdited(found, at));
      }
    }
    return Optional.empty();
  }

  private boolean isEdited(Edition.Match found, MountedUrl at) {
    Manifest.Copy copy = found.copy();
    return edited != null
        && copy != null
        && !found.itself()
        && found
            .file()
            .below(at.mount().prefix())
            .filter(file -> edited.since(file, copy))
            .isPresent();
  }

  /** The published file that has a URL, in the spelling of {@link PublishedFile#url} or another. */
  Optional<Edition.Match> byUrl(String url, long now) {
    for (LatestEdition each : editions) {
      Edition edition = each.at(now);
      String folder = PublishedFile.folder(prefix, edition.manifest().base());
      Optional<Edition.Match> match =
          edition.byUrl(url).or(() -> edition.byUrl(PublishedFile.inOurSpelling(folder, url)));
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }

  /** Whether a URL names what this build or an earlier one has written. */
  boolean hasWritten(MountedUrl at, long now) {
    Optional<LogicalPath> path = at.path().map(SitePath::path);
    return guarded(() -> path.filter(it -> copies(now).stream().anyMatch(each -> each.wrote(it))))
        .isPresent();
  }

  /** What recognises the files that each build has read and written. */
  List<Copies> copies(long now) {
    return editions(now).stream().map(Edition::copies).toList();
  }

  List<Edition> editions(long now) {
    return editions.stream().map(each -> each.at(now)).toList();
  }

  /** The paths inside the application that name published files. */
  List<String> references(long now) {
    return editions(now).stream().flatMap(each -> each.references().stream()).toList();
  }

  /** Makes the next call look for new editions. */
  void doubt() {
    editions.forEach(LatestEdition::doubt);
  }
}
