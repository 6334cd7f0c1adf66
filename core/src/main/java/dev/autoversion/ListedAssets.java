package dev.autoversion;

import java.util.List;
import java.util.stream.Stream;

/** The assets that a source lists by name, each found when its turn comes. */
final class ListedAssets {
  private ListedAssets() {}

  static Stream<Asset> of(AssetSource source) {
    Failures failures = new Failures();
    Freshness freshness = Freshness.after(Freshness.DEFAULT_AGE);
    Facts facts = new Facts(freshness);
    InTurn.Part<Asset> all =
        new InTurn.Part<>(
            "",
            () ->
                source
                    .paths()
                    .flatMap(
                        path -> failures.find(() -> source.find(path, facts.at(freshness.now())))));
    return InTurn.of(List.of(all), failures);
  }
}
