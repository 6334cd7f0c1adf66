package dev.autoversion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Computes an asset's version; knows nothing of URLs. {@link #contentHash()} is right everywhere.
 * Choose another only for a reason: modification times differ between nodes and are reset by
 * checkouts and image builds; with a commit or a release number, unchanged assets get new versions
 * too.
 *
 * <p>Implement it for versions of your own: it must be pure with respect to the asset and
 * thread-safe, and its {@code toString} names it in messages.
 */
@FunctionalInterface
public interface VersionStrategy {
  /**
   * The version of an asset as it is now: the bytes {@code two} give {@code 3fc4ccfe7458}.
   *
   * @param asset the asset; its bytes are read at most once
   * @return the version
   * @throws UnversionedAssetException if the asset has none; references to it then stay as they are
   * @throws IOException if it can't be determined now; the last known version then stays in use
   */
  Version versionOf(Asset asset) throws IOException;

  /**
   * The version of a referrer, such as a stylesheet, together with everything it reaches, so that
   * it changes when an image does. Default: the first 12 hex digits of a SHA-256 over the bundle.
   *
   * @param bundle the referrer and everything it reaches
   * @return the version
   * @throws IOException if it can't be determined now; references to the referrer then stay as they
   *     are
   */
  default Version versionOf(Bundle bundle) throws IOException {
    return ContentHashStrategy.of(12).versionOf(bundle);
  }

  /**
   * {@return whether a version stays the same as long as the asset's size, times and identity do}
   * Default: true. If it is false, as for a commit, the strategy is asked again at every recheck.
   */
  default boolean followsAsset() {
    return true;
  }

  /**
   * {@return whether equal versions mean equal bytes} Default: false. If it is true, as for a
   * content hash, a copy that a build left under the versioned name is recognised and not versioned
   * again.
   */
  default boolean identifiesContent() {
    return false;
  }

  /**
   * Whether a version has the form of this strategy's versions, so that a name that merely looks
   * versioned is not taken for a vanished asset: {@code file} in {@code my-file.js} does not have
   * the form of a content hash. A URL with any other version is never answered, so accept those of
   * bundles as well: 12 hex digits by default. Default: true.
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
   * 2014 post. Nodes must share the files, and checkouts and image builds must keep the times.
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
   * The last commit that changed the asset: 12 hex digits, as {@code git log -1} shows for the
   * file. An edit without a commit does not change it. Needs JGit; files only.
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
   * One version for all assets, such as a release number: {@code 2.4.1}. Choosing it promises that
   * no asset changes within a release.
   *
   * @param version 1 to 64 letters, digits, dots and dashes
   * @return the strategy
   * @throws IllegalArgumentException if the text is not a version
   */
  static VersionStrategy fixed(String version) {
    return new FixedVersionStrategy(new Version(Objects.requireNonNull(version, "version")));
  }
}
