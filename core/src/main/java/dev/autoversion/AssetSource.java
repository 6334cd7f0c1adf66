package dev.autoversion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
   * @return the asset, or empty where there is none; directories and special files are none
   * @throws IOException if the source can't tell; the last known version then stays in use
   */
  Optional<Asset> find(LogicalPath path) throws IOException;

  /**
   * The names of all assets, as far as the source can list them, for {@link Autoversion#warmUp} and
   * for suggestions. Default: none.
   *
   * @return the names; the caller closes the stream. An {@link java.io.UncheckedIOException} at its
   *     end says that it is not whole
   * @throws IOException if the source can't be listed
   */
  default Stream<LogicalPath> paths() throws IOException {
    return Stream.empty();
  }

  /**
   * The files below a directory. Symbolic links are followed while they stay below its real path;
   * {@link #paths} lists a linked folder's files as well, but not those behind another linked
   * folder inside it.
   *
   * @param root the directory; it need not exist yet
   * @return the source
   * @throws IllegalArgumentException if the root exists and is not a directory
   */
  static AssetSource directory(Path root) {
    return DirectorySource.of(root);
  }

  /**
   * The resources below a name on the class path, in directories, jars and nested jars alike:
   * {@code "META-INF/resources/webjars"}. Uses the context class loader of the calling thread.
   * {@link #paths} lists folders and jars that have an entry for the root itself, as nearly all do;
   * a class loader can't tell the others.
   *
   * @param resourceRoot a resource name that ends above the assets
   * @return the source
   * @throws IllegalArgumentException if the root is too wide: empty, {@code /} or {@code META-INF}
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
   * @throws IllegalArgumentException if the root is too wide: empty, {@code /} or {@code META-INF}
   */
  static AssetSource classpath(String resourceRoot, ClassLoader loader) {
    return ClasspathSource.of(resourceRoot, loader);
  }

  /**
   * Several sources in turn; the first that has an asset wins, as in a server's resource chain.
   *
   * @param sources the sources in the order of the search
   * @return the source
   * @throws IllegalArgumentException if there is no source
   */
  static AssetSource firstOf(AssetSource... sources) {
    return FirstOf.of(List.of(sources));
  }
}
