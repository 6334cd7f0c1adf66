package dev.autoversion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several sources, searched in order. If one fails, the search ends, since the wrong file could
 * win.
 */
record FirstOf(List<AssetSource> sources) implements AssetSource {
  /** No source at all. */
  static final AssetSource NOTHING = new FirstOf(List.of());

  static AssetSource of(List<AssetSource> sources) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("firstOf() needs a source");
    }
    return sources.size() == 1 ? sources.get(0) : new FirstOf(List.copyOf(sources));
  }

  @Override
  public Optional<Asset> find(LogicalPath path) throws IOException {
    return find(path, new HashSet<>());
  }

  @Override
  public Optional<Asset> find(LogicalPath path, Set<Object> facts) throws IOException {
    return find(path, facts, sources);
  }

  @Override
  public Optional<String> whyAbsent(LogicalPath path) throws IOException {
    for (AssetSource source : sources) {
      Optional<String> reason = source.whyAbsent(path);
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  /** Opens each source when its turn comes, so that none stays open if another one fails. */
  @Override
  public Stream<LogicalPath> paths() {
    List<InTurn.Part<LogicalPath>> parts =
        sources.stream().map(source -> part(source, source::paths)).toList();
    return InTurn.of(parts, new Failures()).distinct();
  }

  /** Earlier sources win, even those that list nothing. */
  @Override
  public Stream<Asset> assets() {
    Failures failures = new Failures();
    Set<LogicalPath> seen = new HashSet<>();
    List<InTurn.Part<Asset>> parts = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      AssetSource source = sources.get(i);
      List<AssetSource> earlier = sources.subList(0, i);
      parts.add(
          part(
              source,
              () ->
                  source
                      .assets()
                      .filter(asset -> seen.add(asset.path()))
                      .flatMap(asset -> failures.find(() -> winner(asset, earlier)))));
    }
    return InTurn.of(parts, failures);
  }

  @Override
  public String toString() {
    return sources.stream().map(AssetSource::toString).collect(Collectors.joining(", "));
  }

  private static <T> InTurn.Part<T> part(AssetSource source, InTurn.Opening<T> opening) {
    return new InTurn.Part<>(source + ": ", opening);
  }

  private static Optional<Asset> winner(Asset asset, List<AssetSource> earlier) throws IOException {
    return find(asset.path(), new HashSet<>(), earlier).or(() -> Optional.of(asset));
  }

  private static Optional<Asset> find(
      LogicalPath path, Set<Object> facts, List<AssetSource> sources) throws IOException {
    for (AssetSource source : sources) {
      Optional<Asset> asset = source.find(path, facts);
      Objects.requireNonNull(asset, () -> "find() of " + source + " gave null");
      if (asset.isPresent()) {
        return asset;
      }
    }
    return Optional.empty();
  }
}
