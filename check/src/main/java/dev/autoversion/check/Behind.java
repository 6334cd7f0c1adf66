package dev.autoversion.check;

import dev.autoversion.Autoversion;
import dev.autoversion.Explanation;
import dev.autoversion.Manifest.Entry;
import dev.autoversion.MissingAssetException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks whether an asset or an entry is behind a reference. */
final class Behind {
  private final Autoversion autoversion;

  Behind(Autoversion autoversion) {
    this.autoversion = autoversion;
  }

  /** What is wrong with a reference, if anything is. */
  Optional<Missing> check(Found found) {
    String reference = asked(found);
    if (!autoversion.isMounted(reference)) {
      return isElsewhere(reference) || found.word().equals(Found.LINK)
          ? Optional.empty()
          : missing(found, "'" + reference + "' lies under no mount of " + autoversion);
    }
    Explanation explanation = autoversion.explain(reference);
    return explanation.isMissing() && !(found.mayBeEntry() && isEntry(reference))
        ? explanation.reason().flatMap(reason -> missing(found, reason))
        : Optional.empty();
  }

  /** The reference as it appears in a page. */
  private String asked(Found found) {
    return found.inside() && !isElsewhere(found.reference())
        ? autoversion.contextPath() + found.reference()
        : found.reference();
  }

  private static Optional<Missing> missing(Found found, String reason) {
    return Optional.of(new Missing(found.place(), found.reference(), reason));
  }

  /**
   * Whether it can't be an asset of this site: another site's URL, a place in the page, or empty.
   */
  private static boolean isElsewhere(String reference) {
    return !reference.startsWith("/") || reference.startsWith("//");
  }

  /** A user's own manifest may know entries that are not files. */
  private boolean isEntry(String reference) {
    try {
      Entry entry = autoversion.entry(reference, "");
      return Stream.of(entry.stylesheets(), entry.scripts(), entry.modules())
          .flatMap(List::stream)
          .anyMatch(url -> !url.equals(reference));
    } catch (MissingAssetException e) {
      return false;
    }
  }
}
