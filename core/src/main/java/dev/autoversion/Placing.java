package dev.autoversion;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Turns what a reference resolved to into an answer: a versioned URL with the host before it, or
 * the unchanged reference, with the site's reaction to a missing asset.
 */
final class Placing {
  /** No place in a template. */
  static final Supplier<String> NOWHERE = () -> "";

  private final Settings settings;
  private final Warnings warnings;
  private final Hosting hosting;

  Placing(Settings settings, Warnings warnings) {
    this.settings = settings;
    this.warnings = warnings;
    this.hosting = new Hosting(settings.address().host(), settings.hostExcept());
  }

  Hosting hosting() {
    return hosting;
  }

  /** What stands behind a reference; an exception from a placement breaks no page. */
  Resolution resolution(Resolver resolver, MountedUrl at, Look look) {
    try {
      return resolver.resolve(at, look);
    } catch (RuntimeException e) { // From a user's own placement.
      return new Resolution.Unversioned(at, failed(at.reference(), e), look.now());
    }
  }

  /** The version that a URL carries, if it has the form of ours. */
  Optional<AssetUrl> carried(MountedUrl at) {
    String asked = "placement";
    try {
      Optional<AssetUrl> proposed = settings.placement().extract(at.url());
      asked = "strategy";
      return proposed.filter(url -> settings.strategy().couldGive(url.version()));
    } catch (RuntimeException e) { // From a user's own.
      failed(asked, at.reference(), e);
      return Optional.empty();
    }
  }

  /** The URL of what a reference resolved to; empty if the reference stays as it is. */
  Optional<String> url(Resolution resolution) {
    try {
      return url(resolution, hosting);
    } catch (RuntimeException e) { // From a user's own placement.
      failed(resolution.at().reference(), e);
      return Optional.empty();
    }
  }

  /** The URL of what a reference in an asset resolved to; fails if a placement does. */
  Optional<String> urlIn(SitePath referrer, Resolution resolution) {
    return url(resolution, hosting.in(referrer));
  }

  /** Explains a resolution. */
  Explanation explanation(Explanation.Known known, Resolution resolution) {
    Optional<String> url;
    try {
      url = url(resolution, hosting);
    } catch (RuntimeException e) { // From a user's own placement.
      return known.unchanged(failed(resolution.at().reference(), e));
    }
    return url.map(known::versioned)
        .or(() -> resolution.missing().map(it -> known.missing(it::describe)))
        .orElseGet(() -> known.unchanged(resolution.whyUnchanged()));
  }

  /** What a reference becomes in a page, which an exception from a placement does not break. */
  Answer answerInPage(Answer.Question question, Resolution resolution, Supplier<String> place) {
    try {
      return answer(question, resolution, place);
    } catch (RuntimeException e) { // From a user's own placement.
      failed(question.reference(), e);
      return Answer.unchanged(question, Answer.Kind.PROVISIONAL, resolution.checkedAt());
    }
  }

  /** What a reference becomes; what is missing is reported, with its place in a template, or "". */
  Answer answer(Answer.Question question, Resolution resolution, Supplier<String> place) {
    Optional<MissingReference> missing = resolution.missing();
    if (missing.isPresent()) {
      return report(missing.get(), place)
          .map(failure -> Answer.failing(question, failure, resolution.checkedAt()))
          .orElseGet(
              () -> Answer.unchanged(question, Answer.Kind.UNCHANGED, resolution.checkedAt()));
    }
    if (resolution instanceof Resolution.Versioned versioned) {
      return answer(question, versioned);
    }
    if (resolution instanceof Published published) {
      return Answer.versioned(
          question, published.placed(hosting), Answer.Kind.VERSIONED, resolution.checkedAt());
    }
    Answer.Kind kind =
        resolution instanceof Resolution.Unversioned
            ? Answer.Kind.PROVISIONAL
            : Answer.Kind.UNCHANGED;
    return Answer.unchanged(question, kind, resolution.checkedAt());
  }

  private Answer answer(Answer.Question question, Resolution.Versioned versioned) {
    Cover cover = versioned.cover();
    for (MissingReference missing : cover.missing()) {
      Optional<String> failure = report(missing, NOWHERE);
      if (failure.isPresent()) {
        return Answer.failing(question, failure.get(), cover.checkedAt());
      }
    }
    Answer.Kind kind =
        cover.steadiness() == Steadiness.MOVING
            ? Answer.Kind.USED_ONCE
            : settings.freshness().never() && !cover.isSettled()
                ? Answer.Kind.PROVISIONAL
                : Answer.Kind.VERSIONED;
    return Answer.versioned(question, url(versioned, hosting), kind, cover.checkedAt());
  }

  /** Reports a missing import of a script, as the site wants it. */
  void reportImport(MissingReference missing) {
    report(missing, NOWHERE)
        .ifPresent(
            failure -> {
              throw new MissingAssetException(failure);
            });
  }

  /** Logs what is missing, if the site wants that; gives the message if it wants a failure. */
  private Optional<String> report(MissingReference missing, Supplier<String> place) {
    if (settings.onMissing() == OnMissing.WARN) {
      warnings.miss(missing.subject(), () -> at(place.get()) + missing.describeOnce());
    }
    return settings.onMissing() == OnMissing.FAIL
        ? Optional.of(missing.describe())
        : Optional.empty();
  }

  /** {@code cart.html:12: }, in front of a message; "" if no place is known. */
  static String at(String place) {
    return place.isEmpty() ? "" : Printable.escape(place) + ": ";
  }

  private Optional<String> url(Resolution resolution, Hosting hosting) {
    if (resolution instanceof Published published) {
      return Optional.of(published.placed(hosting));
    }
    return resolution instanceof Resolution.Versioned versioned && !versioned.isStaleName()
        ? Optional.of(url(versioned, hosting))
        : Optional.empty();
  }

  /** The versioned URL, with the host before it unless it is already there or not wanted. */
  private String url(Resolution.Versioned versioned, Hosting hosting) {
    String path = versioned.seen().path().path().value();
    return hosting.hosted(versioned.at(), path, versioned.url(settings.placement()));
  }

  /** Logs what a user's own placement has thrown, and returns the reason. */
  private String failed(String reference, RuntimeException cause) {
    return failed("placement", reference, cause);
  }

  private String failed(String asked, String reference, RuntimeException cause) {
    String reason = "its " + asked + " failed: " + cause;
    String message = Printable.quote(reference) + " stays as it is: " + reason;
    warnings.failure("place " + reference, message, asked, cause);
    return reason;
  }
}
