package dev.autoversion;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a build left behind: which file was published under which name. Choose it for the output of
 * a bundler, which has already put hashes into its file names; {@code
 * dev.autoversion.manifest.Manifests} reads the manifests of the usual bundlers. Your own
 * implementation may, for example, be backed by a database.
 *
 * <p>A name is the part of a reference below its mount, decoded, without a leading slash: {@code
 * src/main.js}. A file is written in one of three ways: {@code assets/main-DKlPqP-Q.js} lies below
 * {@link #base()}, {@code /build/main-DKlPqP-Q.js} lies inside the application, and {@code
 * https://cdn.example/main-DKlPqP-Q.js} is a complete URL. Only the last is percent-encoded. A file
 * that has a {@link #copy} is just a name: a {@code ?} in it does not begin a query.
 *
 * <p>The methods are called often, and by any number of threads at once: answer from memory.
 */
public interface Manifest {
  /**
   * The file that was published under a name: {@code src/main.js} gives {@code
   * assets/main-DKlPqP-Q.js}.
   *
   * @param name the name
   * @return the file, or empty if the build knows no such name
   */
  Optional<String> published(String name);

  /**
   * Everything that a page loads for an entry. Default: the published file alone, by its extension.
   *
   * @param name the entry's name
   * @return its files, or empty if the build knows no such name
   */
  default Optional<Entry> entry(String name) {
    return published(name).map(Entry::of);
  }

  /**
   * The value of the HTML attribute {@code integrity}, if the build wrote one. Default: that of the
   * {@link #copy}.
   *
   * @param name a name, or a published file
   * @return {@code sha384-…}, or empty if it is not known
   */
  default Optional<String> integrity(String name) {
    return copy(name).map(Copy::integrity);
  }

  /**
   * What is known about a published file that is a copy of an asset, under a name that contains the
   * asset's version: it is served without hashing it for a version, and only with the bytes that
   * the build wrote. Default: none; a bundler's files are not copies.
   *
   * @param name a name, or a published file
   * @return the copy, or empty if the file is not one
   */
  default Optional<Copy> copy(String name) {
    return Optional.empty();
  }

  /**
   * {@return all names, for suggestions and warm-ups} They include the own name of a published file
   * that can be asked for by it, unless that name contains a hash. The caller closes the stream.
   */
  Stream<String> names();

  /**
   * {@return all published files, including those without a name of their own} A request for one of
   * them is answered as immutable, unless the file is also one of the names: then it contains no
   * hash. The caller closes the stream.
   */
  default Stream<String> files() {
    return names().flatMap(name -> published(name).stream());
  }

  /**
   * For modules of the build that import each other under other names than their published files:
   * the file that each such name means. {@code assets/util-DY0shX9z.js} gives {@code
   * assets/util-CWIQju0G.js} in a build whose modules keep the same bytes when what they import
   * changes. A page's import map contains these pairs. Both are written as files are. Default:
   * none.
   *
   * @return what a module asks for, mapped to the published file
   */
  default Map<String, String> imports() {
    return Map.of();
  }

  /**
   * Where files lie that are written without a leading slash: {@code https://cdn.example/x/},
   * {@code /other/}. Default: "", below the mount.
   *
   * @return a URL that ends with a slash, or ""
   */
  default String base() {
    return "";
  }

  /**
   * This manifest as it is now: itself, or a newer one if it has changed. Everything for one answer
   * is taken from the same one. Default: itself.
   *
   * @return itself, or another one, which is consistent in itself
   * @throws IOException if it can't be read now; the last one is kept and the failure is reported
   */
  default Manifest current() throws IOException {
    return this;
  }

  /**
   * The mounts that this manifest has parts for: {@code /static} and {@code /webjars}. Default:
   * none, since all of it belongs to the mount that it is added to.
   *
   * @return their prefixes; {@code /} for the whole site
   */
  default Set<String> mounts() {
    return Set.of();
  }

  /**
   * The part of this manifest for one mount; the builder asks for it. Default: all of it.
   *
   * @param prefix the mount's: {@code /static}, or {@code /} for the whole site
   * @return that part
   * @throws IllegalArgumentException if it only has parts for other mounts
   */
  default Manifest mountedAt(String prefix) {
    return this;
  }

  /**
   * A manifest whose files are not served below the mount: {@code servedAt("https://cdn.example")}
   * gives {@code main.js} the URL {@code https://cdn.example/main-DKlPqP-Q.js}.
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
   * What a page loads for an entry, in loading order.
   *
   * @param stylesheets for {@code <link rel="stylesheet">}
   * @param scripts for {@code <script defer>}
   * @param modules for {@code <script type="module">}
   * @param preloads what the modules import, for {@code <link rel="modulepreload">}
   * @param lazy what the entry itself may import later
   * @param legacy for browsers without modules: the polyfills that include SystemJS, and then what
   *     SystemJS imports
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
     * The entry of one file: {@code a.css} is a stylesheet, {@code a.mjs} a module, anything else a
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

  /**
   * A copy of an asset under a name with its version, as the build wrote it.
   *
   * @param name the asset: {@code js/app.js}
   * @param version the version in the copy's name: {@code 9f3c2ab1d04e}
   * @param integrity that of the copy's bytes: {@code sha384-…}
   * @param size the number of those bytes
   * @param codings the content codings that are files beside the copy, and their sizes: {@code br}
   *     and 3210 for {@code js/app-9f3c2ab1d04e.js.br}
   * @param covers the other assets that the version covers, by their names in this manifest
   */
  record Copy(
      String name,
      Version version,
      String integrity,
      long size,
      Map<String, Long> codings,
      List<String> covers) {
    /**
     * Copies the collections.
     *
     * @param name the asset
     * @param version the version in the copy's name
     * @param integrity that of the copy's bytes
     * @param size the number of those bytes
     * @param codings the content codings beside the copy, and their sizes
     * @param covers the other assets that the version covers
     * @throws IllegalArgumentException if a size is negative, or the integrity no {@code sha384-…}
     */
    public Copy {
      codings = Map.copyOf(codings);
      covers = List.copyOf(covers);
      if (!integrity.startsWith("sha384-")) {
        throw new IllegalArgumentException(
            "the integrity of a copy is 'sha384-…', unlike " + Printable.quote(integrity));
      }
      if (size < 0 || codings.values().stream().anyMatch(bytes -> bytes < 0)) {
        throw new IllegalArgumentException(
            "a copy has 0 or more bytes, unlike " + size + " and " + codings);
      }
    }
  }
}
