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

  /** The same for a reference in an asset. */
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

  /** Applies the site's policy to a missing import of a script. */
  void missing(MissingReference missing) {
    if (settings.onMissing() == OnMissing.FAIL) {
      throw new MissingAssetException(missing.describe());
    }
    if (settings.onMissing() == OnMissing.WARN) {
      warnings.miss(missing.subject(), missing::describeOnce);
    }
  }

  /** What a reference becomes, and its log message, with its place in a template, or "". */
  Answer answer(Answer.Question question, Resolution resolution, Supplier<String> place) {
    MissingReference missing = resolution.missing().orElse(null);
    if (missing != null) {
      return missing(question, missing, resolution.checkedAt(), place);
    }
    if (resolution instanceof Resolution.Versioned versioned) {
      return answer(question, versioned);
    }
    if (resolution instanceof Published published) {
      return Answer.versioned(
          question, published.placed(hosting), Answer.Kind.VERSIONED, resolution.checkedAt());
    }
    Answer.Kind kind =
        resolution instanceof Resolution.Unversioned ? Answer.Kind.PASSING : Answer.Kind.UNCHANGED;
    return Answer.unchanged(question, kind, resolution.checkedAt());
  }

  /** The same for a page: an exception from a placement does not break it. */
  Answer answerInPage(Answer.Question question, Resolution resolution, Supplier<String> place) {
    try {
      return answer(question, resolution, place);
    } catch (RuntimeException e) { // From a user's own placement.
      failed(question.reference(), e);
      return Answer.unchanged(question, Answer.Kind.PASSING, resolution.checkedAt());
    }
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

  private Answer answer(Answer.Question question, Resolution.Versioned versioned) {
    Cover cover = versioned.cover();
    for (MissingReference missing : cover.missing()) {
      if (settings.onMissing() == OnMissing.FAIL) {
        return Answer.failing(question, missing.describe(), cover.checkedAt());
      }
      if (settings.onMissing() == OnMissing.WARN) {
        warnings.miss(missing.subject(), missing::describeOnce);
      }
    }
    Answer.Kind kind =
        cover.steadiness() == Steadiness.MOVING
            ? Answer.Kind.FLEETING
            : settings.freshness().never() && !cover.isSettled()
                ? Answer.Kind.PASSING
                : Answer.Kind.VERSIONED;
    return Answer.versioned(question, url(versioned, hosting), kind, cover.checkedAt());
  }

  private Answer missing(
      Answer.Question question, MissingReference missing, long checkedAt, Supplier<String> place) {
    if (settings.onMissing() == OnMissing.FAIL) {
      return Answer.failing(question, missing.describe(), checkedAt);
    }
    if (settings.onMissing() == OnMissing.WARN) {
      warnings.miss(missing.subject(), () -> at(place.get()) + missing.describeOnce());
    }
    return Answer.unchanged(question, Answer.Kind.UNCHANGED, checkedAt);
  }

  /** {@code cart.html:12: }, in front of a message; "" if no place is known. */
  static String at(String place) {
    return place.isEmpty() ? "" : Printable.escape(place) + ": ";
  }

  /** The versioned URL, with the host before it unless it is already there or not wanted. */
  private String url(Resolution.Versioned versioned, Hosting hosting) {
    String path = versioned.seen().path().path().value();
    return hosting.url(versioned.at(), path, versioned.url(settings.placement()));
  }

  private Optional<String> url(Resolution resolution, Hosting hosting) {
    if (resolution instanceof Published published) {
      return Optional.of(published.placed(hosting));
    }
    return resolution instanceof Resolution.Versioned versioned && !versioned.isStaleName()
        ? Optional.of(url(versioned, hosting))
        : Optional.empty();
  }
}
