package dev.autoversion;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a build left behind: which file was published under which name. Choose it for the output of
 * a bundler, which has put hashes into the names of its files already; {@code
 * dev.autoversion.manifest.Manifests} reads those of the usual ones. One of your own may ask a
 * database.
 *
 * <p>A name is what a reference says below its mount, decoded, without a slash in front: {@code
 * src/main.js}. A file is told in one of three ways: {@code assets/main-DKlPqP-Q.js} lies below
 * {@link #base()}, {@code /build/main-DKlPqP-Q.js} inside the application, and {@code
 * https://cdn.example/main-DKlPqP-Q.js} where it says. None is percent-encoded, but for what
 * follows a scheme.
 *
 * <p>Its methods are called by any number of threads at once, and often: they answer from memory.
 */
public interface Manifest {
  /**
   * The file that was published under a name: {@code src/main.js} gives {@code
   * assets/main-DKlPqP-Q.js}.
   *
   * @param name the name
   * @return the file, or empty where the build knows no such name
   */
  Optional<String> published(String name);

  /**
   * All that a page loads for an entry. Default: the published file alone, by its extension.
   *
   * @param name the entry's name
   * @return its files, or empty where the build knows no such name
   */
  default Optional<Entry> entry(String name) {
    return published(name).map(Entry::of);
  }

  /**
   * The value of the HTML attribute {@code integrity}, where the build wrote one.
   *
   * @param name a name, or a published file
   * @return {@code sha384-…}, or empty where it is not known
   */
  default Optional<String> integrity(String name) {
    return Optional.empty();
  }

  /** {@return all names, for suggestions and warm-ups} The caller closes the stream. */
  Stream<String> names();

  /**
   * {@return all published files, those without a name of their own included} A request for one of
   * them is answered as what never changes. The caller closes the stream.
   */
  default Stream<String> files() {
    return names().flatMap(name -> published(name).stream());
  }

  /**
   * How the modules of the build name one another where that is not by their published files: what
   * they ask for, and the file that they mean. {@code assets/util-DY0shX9z.js} gives {@code
   * assets/util-CWIQju0G.js} in a build whose modules keep the same bytes when what they import
   * changes. A page's import map says it. Both are told as files are. Default: none.
   *
   * @return what a module asks for, and the published file
   */
  default Map<String, String> imports() {
    return Map.of();
  }

  /**
   * Where files lie that are told without a slash in front: {@code https://cdn.example/x/}, {@code
   * /other/}. Default: "", below the mount.
   *
   * @return a URL that ends with a slash, or ""
   */
  default String base() {
    return "";
  }

  /**
   * This manifest as it is now: itself unless it has changed since. All that belongs to one answer
   * is asked of one of them. Default: itself, for ever.
   *
   * @return itself, or another one that never changes half
   * @throws IOException if it can't be read now; the last one is kept and the failure reported
   */
  default Manifest current() throws IOException {
    return this;
  }

  /**
   * The same manifest, whose files are served elsewhere than below the mount: {@code
   * servedAt("https://cdn.example/x/")}.
   *
   * @param base where the output folder is served: an {@code http} or {@code https} URL, or a path
   *     inside the application
   * @return a manifest with that base
   * @throws IllegalArgumentException if it is neither
   */
  default Manifest servedAt(String base) {
    return ServedManifest.of(this, Objects.requireNonNull(base, "base"));
  }

  /**
   * What a page loads for an entry, in the order in which it loads it.
   *
   * @param stylesheets for {@code <link rel="stylesheet">}
   * @param scripts for {@code <script defer>}
   * @param modules for {@code <script type="module">}
   * @param preloads what the modules import, for {@code <link rel="modulepreload">}
   * @param lazy what the entry itself may import later
   * @param legacy for browsers without modules: the polyfills that bring SystemJS, and then what
   *     that imports
   */
  record Entry(
      List<String> stylesheets,
      List<String> scripts,
      List<String> modules,
      List<String> preloads,
      List<String> lazy,
      List<String> legacy) {
    /**
     * Copies the lists.
     *
     * @param stylesheets for {@code <link rel="stylesheet">}
     * @param scripts for {@code <script defer>}
     * @param modules for {@code <script type="module">}
     * @param preloads for {@code <link rel="modulepreload">}
     * @param lazy what may be imported later
     * @param legacy for browsers without modules
     */
    public Entry {
      stylesheets = List.copyOf(stylesheets);
      scripts = List.copyOf(scripts);
      modules = List.copyOf(modules);
      preloads = List.copyOf(preloads);
      lazy = List.copyOf(lazy);
      legacy = List.copyOf(legacy);
    }

    /**
     * The entry of one file: {@code a.css} is a stylesheet, {@code a.mjs} a module, all else a
     * script.
     *
     * @param file the published file
     * @return an entry that loads only that
     */
    public static Entry of(String file) {
      String path = UrlParts.of(file).path();
      List<String> one = List.of(file);
      List<String> none = List.of();
      if (path.endsWith(".css")) {
        return new Entry(one, none, none, none, none, none);
      }
      return path.endsWith(".mjs")
          ? new Entry(none, none, one, none, none, none)
          : new Entry(none, one, none, none, none, none);
    }
  }
}
