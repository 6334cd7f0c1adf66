package dev.autoversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several sources, searched in order. One that fails ends the search, or the wrong file could win.
 */
record FirstOf(List<AssetSource> sources) implements AssetSource {
  static AssetSource of(List<AssetSource> sources) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("firstOf() needs a source");
    }
    return sources.size() == 1
        ? sources.get(0)
        : new FirstOf(sources.stream().flatMap(source -> parts(source).stream()).toList());
  }

  /** The sources that a source is made of; most are their own only one. */
  static List<AssetSource> parts(AssetSource source) {
    return source instanceof FirstOf several ? several.sources : List.of(source);
  }

  @Override
  public Optional<Asset> find(LogicalPath path) throws IOException {
    for (AssetSource source : sources) {
      Optional<Asset> asset = source.find(path);
      if (asset.isPresent()) {
        return asset;
      }
    }
    return Optional.empty();
  }

  /** Lists each source when its turn comes, so that none stays open where another one fails. */
  @Override
  public Stream<LogicalPath> paths() {
    return sources.stream().flatMap(FirstOf::paths).distinct();
  }

  @Override
  public String toString() {
    return sources.stream().map(AssetSource::toString).collect(Collectors.joining(", "));
  }

  private static Stream<LogicalPath> paths(AssetSource source) {
    try {
      return source.paths();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
