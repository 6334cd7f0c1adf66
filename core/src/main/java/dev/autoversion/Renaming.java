package dev.autoversion;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a build has put a hash into a file's name. Manifests don't say: {@code main.js}
 * made from {@code src/main.ts} has none. What is new in the name is taken for a hash if it has a
 * digit, a capital or eight small letters in a row.
 */
final class Renaming {
  private static final int SHORTEST = 8; // The default of bundlers.

  private final Manifest manifest;
  private volatile @Nullable Set<String> stems;
  private volatile @Nullable Boolean ofPages;

  Renaming(Manifest manifest) {
    this.manifest = manifest;
  }

  /**
   * Whether a file was renamed, or has a hash in its query. A file without names is treated like
   * scripts and stylesheets.
   *
   * @param names the file's names
   */
  boolean isOf(String file, List<String> names) {
    return hasHashInQuery(file, names)
        || mayHaveHash(file, names)
            && (names.stream().anyMatch(name -> !isOfAChunk(name)) || isOfPages());
  }

  /**
   * {@code a.js?revision=dev} has none, since a parameter's name is the same in each build, nor has
   * {@code a.woff?v=4.7.0} under this very name.
   */
  private static boolean hasHashInQuery(String file, List<String> names) {
    String query = UrlParts.of(file).query();
    return Stream.of(query.split("&"))
            .anyMatch(part -> isLikeAHash(part.substring(part.indexOf('=') + 1)))
        && names.stream().noneMatch(name -> name.endsWith(query));
  }

  private boolean isOfPages() {
    Boolean known = ofPages;
    if (known == null) {
      try (Stream<String> names = manifest.names()) {
        known =
            names
                .filter(name -> !isOfAChunk(name))
                .anyMatch(
                    name ->
                        manifest
                            .published(name)
                            .filter(file -> isForPages(file) && mayHaveHash(file, List.of(name)))
                            .isPresent());
      }
      ofPages = known;
    }
    return known;
  }

  /**
   * {@code bundle.js} for {@code main.js} and {@code page2.bundle.js} for {@code page2.js} have
   * none.
   */
  private boolean mayHaveHash(String file, List<String> names) {
    String rest = stem(file);
    if (stems().contains(rest)) {
      return false;
    }
    for (String name : names) {
      boolean prefixed = rest.startsWith(stem(name)) && !isOfAWorker(name);
      rest = prefixed ? rest.substring(stem(name).length()) : rest;
    }
    return isLikeAHash(rest);
  }

  private static boolean isLikeAHash(String text) {
    int letters = 0;
    for (int i = 0; i < text.length() && letters < SHORTEST; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z') {
        return true;
      }
      letters = c >= 'a' && c <= 'z' ? letters + 1 : 0;
    }
    return letters == SHORTEST;
  }

  private Set<String> stems() {
    Set<String> known = stems;
    if (known == null) {
      try (Stream<String> names = manifest.names()) {
        known = names.filter(name -> !isOfAChunk(name)).map(Renaming::stem).collect(toSet());
      }
      stems = known;
    }
    return known;
  }

  private static boolean isForPages(String file) {
    MediaType type = MediaType.ofUrl(file);
    return type.isScript() || type.isStylesheet();
  }

  /** Vite names a chunk without a source of its own after its file: {@code _shared-DKlPqP-Q.js}. */
  private static boolean isOfAChunk(String name) {
    return name.startsWith("_", name.lastIndexOf('/') + 1) || isOfAWorker(name);
  }

  /** Since 8.4 also a worker, with its folder: {@code _worker_assets/w-BZ0ffai0.js}. */
  private static boolean isOfAWorker(String name) {
    return name.startsWith("_worker_");
  }

  private static String stem(String path) {
    String plain = UrlParts.of(path).path();
    String last = plain.substring(plain.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }
}
