package dev.autoversion;

import java.io.IOException;
import java.nio.file.Path;

/** The last commit of the repository. */
record GitCommitStrategy(GitHistory history) implements VersionStrategy {
  private static final String NEEDS_JGIT =
      " needs JGit; add org.eclipse.jgit:org.eclipse.jgit to your dependencies";

  static GitCommitStrategy of(Path workTree) {
    return new GitCommitStrategy(history("gitCommit()", workTree));
  }

  static GitHistory history(String asker, Path workTree) {
    try {
      return GitHistory.open(workTree);
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(asker + NEEDS_JGIT, e);
    }
  }

  @Override
  public Version versionOf(Asset asset) throws IOException {
    return GitHistory.version(history.head());
  }

  @Override
  public boolean followsAsset() {
    return false;
  }

  /** The referrer's own version: choosing it promises that nothing changes within a release. */
  @Override
  public Version versionOf(Bundle bundle) {
    return bundle.versions().get(0);
  }

  @Override
  public boolean couldGive(Version version) {
    return GitHistory.isVersion(version);
  }

  @Override
  public String toString() {
    return "gitCommit(" + history + ")";
  }
}
