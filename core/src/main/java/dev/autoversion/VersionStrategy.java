package dev.autoversion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Computes an asset's version; knows nothing of URLs. {@link #contentHash()} is right everywhere.
 * The others are for those who know why: modification times differ between nodes and are reset by
 * checkouts and image builds, a commit or a release number changes assets that did not change.
 *
 * <p>Implement it for a version of your own: pure with respect to the asset, thread-safe, with a
 * {@code toString} that names it in messages.
 */
@FunctionalInterface
public interface VersionStrategy {
  /**
   * The version of an asset as it is now: the bytes {@code two} give {@code 3fc4ccfe7458}.
   *
   * @param asset the asset; its bytes are read at most once
   * @return the version
   * @throws UnversionedAssetException if the asset has none; its references then stay as they are
   * @throws IOException if it can't be told now; the last known version then stays in use
   */
  Version versionOf(Asset asset) throws IOException;

  /**
   * The version of a referrer, such as a stylesheet, that covers all it reaches, so that it changes
   * when an image does. Default: the first 12 hex digits of a SHA-256 over the bundle.
   *
   * @param bundle the referrer and all it reaches
   * @return the version
   * @throws IOException if it can't be told now; the referrer's references then stay as they are
   */
  default Version versionOf(Bundle bundle) throws IOException {
    return ContentHashStrategy.of(12).versionOf(bundle);
  }

  /**
   * {@return whether a version stays the same as long as the asset's size, times and identity do}
   * Default: true. Where it is false, as for a commit, the strategy is asked again at every
   * recheck.
   */
  default boolean followsAsset() {
    return true;
  }

  /**
   * {@return whether equal versions mean equal bytes} Default: false. Where it is true, as for a
   * content hash, a copy that a build left under the versioned name is known as such and not
   * versioned once more.
   */
  default boolean identifiesContent() {
    return false;
  }

  /**
   * Whether a version has the form of this strategy's, so that a name that merely ends like one is
   * not taken for an asset that has vanished: {@code file} in {@code my-file.js} has not the form
   * of a content hash. Default: every version may be one.
   *
   * @param version a version that was read out of a URL
   * @return whether this strategy could have given it, now or earlier
   */
  default boolean couldGive(Version version) {
    return true;
  }

  /**
   * {@return the first 12 lower-case hex digits of the SHA-256 of the bytes: {@code 3fc4ccfe7458}}
   * Equal bytes give equal versions on every node, whatever the clocks say. The default.
   */
  static VersionStrategy contentHash() {
    return ContentHashStrategy.of(12);
  }

  /**
   * The first digits of the SHA-256 of the bytes, as {@code sha256sum} prints it.
   *
   * @param length the number of hex digits, 8 to 64
   * @return the strategy
   * @throws IllegalArgumentException if the length is out of range
   */
  static VersionStrategy contentHash(int length) {
    return ContentHashStrategy.of(length);
  }

  /**
   * {@return the modification time as Python's {@code str(os.path.getmtime(file))} writes it:
   * {@code 1385738323.1234567}, in seconds since 1970} For sites that move from the filter of the
   * 2014 post; nodes must share the files, and checkouts and image builds must keep the times.
   */
  static VersionStrategy lastModified() {
    return new LastModifiedStrategy();
  }

  /**
   * The last commit of the repository: 12 hex digits of {@code HEAD}. Every commit changes every
   * asset's version, and an edit without a commit changes none. Needs JGit.
   *
   * @param workTree a folder inside the work tree
   * @return the strategy
   * @throws IllegalArgumentException if there is no work tree or no commit in it
   * @throws IllegalStateException if JGit is not on the class path
   */
  static VersionStrategy gitCommit(Path workTree) {
    return GitCommitStrategy.of(Objects.requireNonNull(workTree, "workTree"));
  }

  /**
   * The last commit that changed the asset: 12 hex digits, as {@code git log -1} of the file tells.
   * An edit without a commit does not change it. Needs JGit; files only.
   *
   * @param workTree a folder inside the work tree
   * @return the strategy
   * @throws IllegalArgumentException if there is no work tree or no commit in it
   * @throws IllegalStateException if JGit is not on the class path
   */
  static VersionStrategy gitFileCommit(Path workTree) {
    return GitFileCommitStrategy.of(Objects.requireNonNull(workTree, "workTree"));
  }

  /**
   * One version for all assets, say a release number: {@code 2.4.1}. Whoever chooses it vouches
   * that no asset changes within a release.
   *
   * @param version 1 to 64 letters, digits, dots and dashes
   * @return the strategy
   * @throws IllegalArgumentException if the text is no version
   */
  static VersionStrategy fixed(String version) {
    return new FixedVersionStrategy(new Version(Objects.requireNonNull(version, "version")));
  }
}
