package dev.autoversion;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which files a build has given another name than those it was told. That is all that shows whether
 * there is a hash in it: {@code main.js} of {@code src/main.ts} has none.
 */
final class Renaming {
  private final Manifest manifest;
  private volatile @Nullable Set<String> told;
  private volatile @Nullable Boolean ofPages;

  Renaming(Manifest manifest) {
    this.manifest = manifest;
  }

  /**
   * Whether a file was renamed. One that has no name is taken for what scripts and stylesheets are.
   *
   * @param names those of the file
   */
  boolean isOf(String file, List<String> names) {
    return !told().contains(stem(file))
        && (names.stream().anyMatch(name -> !isOfAChunk(name)) || isOfPages());
  }

  private boolean isOfPages() {
    Boolean known = ofPages;
    if (known == null) {
      try (Stream<String> names = manifest.names()) {
        known =
            names
                .filter(name -> !isOfAChunk(name))
                .flatMap(name -> manifest.published(name).stream())
                .anyMatch(file -> isForPages(file) && !told().contains(stem(file)));
      }
      ofPages = known;
    }
    return known;
  }

  private Set<String> told() {
    Set<String> known = told;
    if (known == null) {
      try (Stream<String> names = manifest.names()) {
        known = names.filter(name -> !isOfAChunk(name)).map(Renaming::stem).collect(toSet());
      }
      told = known;
    }
    return known;
  }

  private static boolean isForPages(String file) {
    MediaType type = MediaType.ofPath(UrlParts.of(file).path());
    return type.isScript() || type.isStylesheet();
  }

  /** Vite calls what has no source of its own by its file's name: {@code _shared-DKlPqP-Q.js}. */
  private static boolean isOfAChunk(String name) {
    return name.startsWith("_", name.lastIndexOf('/') + 1);
  }

  private static String stem(String path) {
    String plain = UrlParts.of(path).path();
    String last = plain.substring(plain.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }
}
