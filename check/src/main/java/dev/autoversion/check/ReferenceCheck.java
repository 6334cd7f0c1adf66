package dev.autoversion.check;

import dev.autoversion.Autoversion;
import dev.autoversion.Explanation;
import dev.autoversion.Manifest.Entry;
import dev.autoversion.MissingAssetException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that an asset or an entry is behind a reference. */
final class ReferenceCheck {
  private final Autoversion autoversion;

  ReferenceCheck(Autoversion autoversion) {
    this.autoversion = autoversion;
  }

  /** What is wrong with a reference, if anything is. */
  Optional<Missing> missing(Reference reference) {
    String asked = asked(reference);
    if (!autoversion.isMounted(asked)) {
      return isElsewhere(asked) || reference.word().equals(Reference.LINK)
          ? Optional.empty()
          : Optional.of(
              missing(reference, "'" + asked + "' lies under no mount of " + autoversion));
    }
    Explanation explanation = autoversion.explain(asked);
    return explanation.isMissing() && !(reference.mayBeEntry() && isEntry(asked))
        ? explanation.reason().map(reason -> missing(reference, reason))
        : Optional.empty();
  }

  /** The reference as it appears in a page. */
  private String asked(Reference reference) {
    return reference.inside() && !isElsewhere(reference.text())
        ? autoversion.contextPath() + reference.text()
        : reference.text();
  }

  private static Missing missing(Reference reference, String reason) {
    return new Missing(reference.place(), reference.text(), reason);
  }

  /**
   * Whether it is nothing that can be checked: another site's URL, a relative one, a place in the
   * page, or empty.
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
