package dev.autoversion;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The assets that a source lists by name, each found when its turn comes. */
final class Found {
  private Found() {}

  static Stream<Asset> by(AssetSource source) {
    Failures failures = new Failures();
    Freshness freshness = Freshness.after(Freshness.DEFAULT_AGE);
    Facts facts = new Facts(freshness);
    return InTurn.of(
        List.of(
            new InTurn.Part<>(
                "",
                () ->
                    source
                        .paths()
                        .flatMap(path -> find(source, path, facts.at(freshness.now()), failures)))),
        failures);
  }

  private static Stream<Asset> find(
      AssetSource source, LogicalPath path, Set<Object> facts, Failures failures) {
    try {
      return source.find(path, facts).stream();
    } catch (IOException e) {
      failures.add(e);
    } catch (RuntimeException e) { // From a source of the user's own.
      failures.add(e.toString(), new IOException(e));
    }
    return Stream.empty();
  }
}
