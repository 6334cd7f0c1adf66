package dev.autoversion;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A reference with no asset behind it, and messages about it.
 *
 * @param at the mount it lies under
 * @param written the reference as written
 * @param referrer the referrer or script that contains it, or "" for a page
 * @param line the line in that file, from 1
 * @param current what is there instead of the version in its name, if anything
 */
record MissingReference(
    MountedUrl at, String written, String referrer, int line, @Nullable Current current) {
  /** An asset and its version. */
  record Current(String url, Version version) {}

  /** A reference in a page, which itself knows the place best. */
  static MissingReference inPage(MountedUrl at) {
    return new MissingReference(at, at.reference(), "", 0, null);
  }

  /** This reference, as it is written in a file. */
  MissingReference in(String referrer, String written, int line) {
    return new MissingReference(at, written, referrer, line, current);
  }

  /** A reference whose name contains another version than the asset has now. */
  MissingReference butFor(String url, Version version) {
    return new MissingReference(at, written, referrer, line, new Current(url, version));
  }

  /** Identifies it in the log, where each subject is reported once. */
  String subject() {
    return referrer.isEmpty()
        ? "missing " + at.head() + path()
        : "missing " + written + " in " + referrer;
  }

  /** The message for the log, without what makes no difference: query, fragment, session. */
  String describeOnce() {
    return referrer.isEmpty()
        ? describe(at.head() + path(), MissingReference::withoutSession)
        : describe();
  }

  /** {@code no asset for '/s/ap.js'; searched directory /srv/static; did you mean '/s/app.js'?} */
  String describe() {
    return describe(at.reference(), url -> url);
  }

  private String describe(String reference, UnaryOperator<String> shown) {
    String what = "no asset for " + Printable.quote(reference);
    return what
        + (current == null
            ? whyNone()
            : ": "
                + Printable.quote(shown.apply(current.url()))
                + " is there in another version, "
                + current.version()
                + "; write its name without a version")
        + origin();
  }

  private String whyNone() {
    Optional<LogicalPath> wanted = at.path(path()).map(SitePath::path);
    String near =
        Suggestion.near(at.mount(), wanted.map(LogicalPath::value).orElse(at.below(path())))
            .map(name -> "; did you mean " + Printable.quote(at.referenceTo(name)) + "?")
            .orElse("");
    return wanted
            .map(path -> whyAbsent(at.mount(), path).map(why -> "; " + why).orElse(""))
            .orElse("; an asset can't have that name")
        + "; searched "
        + at.mount().described()
        + near;
  }

  private String path() {
    return withoutSession(at.url());
  }

  /** Without {@code ;jsessionid=7}: each visitor has another one, which no log should show. */
  private static String withoutSession(String url) {
    String path = UrlParts.of(url).path();
    String plain = UrlParts.withoutParameters(path);
    return path.indexOf('=', plain.length()) < 0 ? path : plain; // Only parameters have one.
  }

  /** Why a source does not find what may be there: a link that leads out of its root. */
  static Optional<String> whyAbsent(Mount mount, LogicalPath path) {
    try {
      return Objects.requireNonNull(mount.source().whyAbsent(path));
    } catch (IOException | RuntimeException e) { // The latter from a user's own source.
      return Optional.empty(); // The failure is reported when an asset is looked for.
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
