package dev.autoversion;

import java.io.IOException;
import java.util.Optional;

/**
 * A reference with no asset behind it, and words for whoever looks for that.
 *
 * @param at the mount it lies under
 * @param written the reference as it stands there
 * @param referrer the referrer or script it stands in, or "" for a page
 * @param line the line in that, from 1
 */
record MissingReference(MountedUrl at, String written, String referrer, int line) {
  /** One in a page, which knows best where it stands. */
  static MissingReference inPage(MountedUrl at) {
    return new MissingReference(at, at.reference(), "", 0);
  }

  /** The same subject is told once. */
  String subject() {
    return referrer.isEmpty()
        ? "missing " + at.head() + UrlParts.of(at.url()).path()
        : "missing " + written + " in " + referrer;
  }

  /** Without query and fragment, which make no difference: the words for a log. */
  String describeOnce() {
    String path = at.head() + UrlParts.of(at.url()).path();
    return describe(referrer.isEmpty() ? path : at.reference());
  }

  /** {@code no asset for '/s/ap.js'; searched directory /srv/static; did you mean '/s/app.js'?} */
  String describe() {
    return describe(at.reference());
  }

  private String describe(String reference) {
    Optional<LogicalPath> wanted = at.path(at.url()).map(SitePath::path);
    String near =
        Suggestion.near(at.mount(), wanted.map(LogicalPath::value).orElse(at.below(at.url())))
            .map(name -> "; did you mean " + Printable.quote(at.referenceTo(name)) + "?")
            .orElse("");
    return "no asset for "
        + Printable.quote(reference)
        + wanted.map(this::whyAbsent).orElse("; an asset can't have that name")
        + "; searched "
        + at.mount().described()
        + near
        + origin();
  }

  private String whyAbsent(LogicalPath path) {
    try {
      return at.mount().source().whyAbsent(path).map(why -> "; " + why).orElse("");
    } catch (IOException | RuntimeException e) { // The latter from a source of the user's own.
      return ""; // Its failure is reported where an asset is looked for.
    }
  }

  private String origin() {
    return referrer.isEmpty()
        ? ""
        : "; "
            + Printable.quote(referrer)
            + " refers to it as "
            + Printable.quote(written)
            + " in line "
            + line;
  }
}
