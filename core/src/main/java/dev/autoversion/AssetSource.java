package dev.autoversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A place where assets live. The built-in ones are a directory and the class path; implement it for
 * any other place. A source is asked again whenever a version is rechecked, by many threads.
 *
 * <p>Its {@code toString} appears in messages: say what is searched, {@code "directory
 * /srv/static"}.
 */
@FunctionalInterface
public interface AssetSource {
  /**
   * The asset of a name: {@code js/app.js} gives the file {@code /srv/static/js/app.js}.
   *
   * @param path the name, already validated
   * @return the asset, or empty if there is none; directories and special files are not assets
   * @throws IOException if the source can't tell; the last known version then stays in use
   */
  Optional<Asset> find(LogicalPath path) throws IOException;

  /**
   * The asset of a name, found with the help of what earlier looks have found out. Override it if a
   * look checks more than the asset itself, as a directory checks the folders above: a fact that
   * one look adds, such as "this folder is no link", need not be checked again for at most a
   * second. A source that wraps another passes the facts on. Default: {@link #find(LogicalPath)}.
   *
   * @param path the name, already validated
   * @param facts what looks of the last second have added: if a fact is in it, it need not be
   *     checked. All sources and threads share this set, so a fact must contain its source and
   *     everything that would differ if it were no longer true: {@code List.of(this, folder,
   *     inode)}
   * @return the asset, or empty where there is none
   * @throws IOException if the source can't tell
   */
  default Optional<Asset> find(LogicalPath path, Set<Object> facts) throws IOException {
    return find(path);
  }

  /**
   * The names of all assets, as far as the source can list them, for {@link Autoversion#warmUp} and
   * for suggestions. Default: none.
   *
   * @return the names; the caller closes the stream. If the list is incomplete, the stream ends
   *     with an {@link UncheckedIOException}
   * @throws IOException if the source can't be listed
   */
  default Stream<LogicalPath> paths() throws IOException {
    return Stream.empty();
  }

  /**
   * All assets, in the order that is fastest to read, for {@link Autoversion#warmUp}: an archive is
   * opened once and read from front to back. Default: those of {@link #paths}, found one by one.
   *
   * <p>An asset may be opened only while the stream is open, by any thread. If something can't be
   * listed, the stream still gives everything else and then ends with an {@link
   * UncheckedIOException}; to read in parallel, take the assets from the stream first.
   *
   * @return the assets, each name once; the caller closes the stream
   * @throws IOException if the source can't be listed
   */
  default Stream<Asset> assets() throws IOException {
    return ListedAssets.of(this);
  }

  /**
   * Why a name has no asset, for messages: {@code it is a folder}. Asked only when {@link #find}
   * has found nothing; may take longer than that. Default: empty; the message then only says "no
   * asset".
   *
   * @param path the name
   * @return the reason, a sentence that begins with "it" or "the"; empty if there is nothing to add
   * @throws IOException if the source can't tell
   */
  default Optional<String> whyAbsent(LogicalPath path) throws IOException {
    return Optional.empty();
  }

  /**
   * The files below a directory. Symbolic links are followed while they stay below its real path;
   * {@link #paths} also lists a linked folder's files, but not those behind another linked folder
   * inside it.
   *
   * @param root the directory; it need not exist yet
   * @return the source
   * @throws IllegalArgumentException if the root is no directory, or the whole disk
   */
  static AssetSource directory(Path root) {
    return DirectorySource.of(root, DirectorySource.Links.INSIDE);
  }

  /**
   * The files below a directory, and those outside of it that links lead to: for trees built of
   * links (Bazel's runfiles, Capistrano's {@code linked_dirs}, Nix). Whoever may make a link below
   * the root decides what is public.
   *
   * <p>{@link #paths} also lists a linked folder's files, but follows no link upwards, and one
   * inside a linked folder only if no other link has led to the same folder, so circles end.
   *
   * @param root the directory; it need not exist yet
   * @return the source
   * @throws IllegalArgumentException if the root is no directory, or the whole disk
   */
  static AssetSource linkedDirectory(Path root) {
    return DirectorySource.of(root, DirectorySource.Links.ANYWHERE);
  }

  /**
   * The resources below a name on the class path, in directories, jars and nested jars alike:
   * {@code "META-INF/resources/webjars"}. Uses the context class loader of the calling thread. A
   * root that does not exist is warned about once. {@link #paths} lists the folders and jars that
   * the class loader reveals.
   *
   * @param resourceRoot a resource name that ends above the assets
   * @return the source
   * @throws IllegalArgumentException if the root is no plain name, as {@code a/../b}, or too wide:
   *     empty, {@code /}, {@code META-INF} or {@code WEB-INF}
   */
  static AssetSource classpath(String resourceRoot) {
    return ClasspathSource.of(resourceRoot, ClasspathSource.contextClassLoader());
  }

  /**
   * The resources below a name, as a class loader sees them.
   *
   * @param resourceRoot a resource name that ends above the assets
   * @param loader the class loader to ask
   * @return the source
   * @throws IllegalArgumentException if the root is no plain name, as {@code a/../b}, or too wide:
   *     empty, {@code /}, {@code META-INF} or {@code WEB-INF}
   */
  static AssetSource classpath(String resourceRoot, ClassLoader loader) {
    return ClasspathSource.of(resourceRoot, loader);
  }

  /**
   * Several sources in turn; the first that has the asset wins, as in a server's resource chain.
   *
   * @param sources the sources in the order of the search
   * @return the source
   * @throws IllegalArgumentException if there is no source
   */
  static AssetSource firstOf(AssetSource... sources) {
    for (AssetSource source : sources) {
      Objects.requireNonNull(source, "source");
    }
    return FirstOf.of(List.of(sources));
  }
}
