package dev.autoversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The last commit that changed the asset. Results are remembered until the head moves. */
final class GitFileCommitStrategy implements VersionStrategy {
  private final GitHistory history;
  private volatile Known known = new Known("", Map.of(), Map.of());

  private GitFileCommitStrategy(GitHistory history) {
    this.history = history;
  }

  static GitFileCommitStrategy of(Path workTree) {
    return new GitFileCommitStrategy(GitCommitStrategy.history("gitFileCommit()", workTree));
  }

  @Override
  public Version versionOf(Asset asset) throws IOException {
    Path file =
        file(asset)
            .filter(history::holds)
            .orElseThrow(() -> unknown(asset, "is no file of the work tree", "use contentHash()"));
    Known now = knownAt(history.head());
    Version remembered = now.versions().get(file);
    if (remembered != null) {
      return remembered;
    }
    Optional<String> commit = history.lastCommitOf(file, now.head());
    Version version =
        GitHistory.version(
            commit.orElseThrow(() -> unknown(asset, "belongs to no commit of it", "commit it")));
    now.versions().put(file, version);
    return version;
  }

  /** The commit that comes first in the log. */
  @Override
  public Version versionOf(Bundle bundle) throws IOException {
    Known now = knownAt(history.head());
    Set<Version> commits = Set.copyOf(bundle.versions());
    Version remembered = now.newest().get(commits);
    if (remembered != null) {
      return remembered;
    }
    Version version = history.newest(commits, now.head()).orElse(bundle.versions().get(0));
    now.newest().put(commits, version);
    return version;
  }

  @Override
  public boolean followsAsset() {
    return false;
  }

  @Override
  public boolean couldGive(Version version) {
    return GitHistory.isVersion(version);
  }

  @Override
  public String toString() {
    return "gitFileCommit(" + history + ")";
  }

  /**
   * The file; unwraps the exception, since only then a file that just vanished is looked for again.
   */
  private static Optional<Path> file(Asset asset) throws IOException {
    try {
      return asset.file();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Known knownAt(String head) {
    Known now = known;
    if (!now.head().equals(head)) {
      now = new Known(head, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
      known = now;
    }
    return now;
  }

  private UnversionedAssetException unknown(Asset asset, String why, String remedy) {
    return new UnversionedAssetException(
        "git does not know "
            + Printable.quote(asset.path().value())
            + ": it "
            + why
            + " ("
            + history
            + "); "
            + remedy);
  }

  /** The versions found while a commit was checked out, only for files of that commit. */
  private record Known(
      String head, Map<Path, Version> versions, Map<Set<Version>, Version> newest) {}
}
