package dev.autoversion;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the asset whose name is nearest to one that is missing. */
final class Suggestion {
  // The search of a bigger source stops here: a suggestion is not worth a second of waiting.
  private static final int MOST_NAMES = 20_000;

  private Suggestion() {}

  /**
   * {@code js/ap.js} and {@code static/js/app.js} give {@code js/app.js}; nothing if no name is
   * near.
   */
  static Optional<String> near(Mount mount, String wanted) {
    if (wanted.length() > 200) {
      return Optional.empty();
    }
    String target = wanted.toLowerCase(Locale.ROOT);
    Best best = new Best(target);
    try (Stream<String> names = mount.names()) {
      names.limit(MOST_NAMES).forEach(best::offer);
    } catch (IOException | RuntimeException e) { // The latter from a user's own source.
      // The source's failure is reported when an asset is looked for; use what it listed.
    }
    return Optional.ofNullable(best.name).filter(name -> !name.equals(wanted));
  }

  private static final class Best {
    private final String target;
    private int distance;
    private @Nullable String name;

    Best(String target) {
      this.target = target;
      this.distance = Math.max(2, target.length() / 3) + 1;
    }

    void offer(String candidate) {
      String lower = candidate.toLowerCase(Locale.ROOT);
      int found =
          target.endsWith("/" + lower)
              ? Math.min(2 * foldersInFront(lower), distance + 1)
              : EditDistance.between(target, lower, distance + 1);
      if (found < distance || (found == distance && precedesBest(candidate))) {
        distance = found;
        name = candidate;
      }
    }

    /** As many as there are where who wrote {@code static/js/app.js} named the disk's folder. */
    private int foldersInFront(String end) {
      String front = target.substring(0, target.length() - end.length());
      return (int) front.chars().filter(c -> c == '/').count();
    }

    private boolean precedesBest(String candidate) {
      return name != null && candidate.compareTo(name) < 0;
    }
  }
}
