package dev.autoversion;

import org.jspecify.annotations.Nullable;

/** What a reference became, and when the assets behind it were looked at. */
final class Answer {
  private final String url;
  private final @Nullable String failure;
  final String reference;
  final String contextPath;
  final Kind kind;
  final long checkedAt;

  /** Decides where an answer is remembered, and for how long. */
  enum Kind {
    /** Versioned: kept apart from the others, so that no flood of misses evicts it. */
    VERSIONED,
    /** Left as it is. */
    LEFT,
    /** A look-up failed, or a file has not settled: asked again even where the rest never is. */
    PASSING,
    /** Used once, as the file would not hold still. */
    FLEETING
  }

  private Answer(Question question, String url, Kind kind, @Nullable String failure, long at) {
    this.reference = question.reference();
    this.contextPath = question.contextPath();
    this.url = url.equals(reference) ? reference : url;
    this.kind = kind;
    this.failure = failure;
    this.checkedAt = at;
  }

  /** A reference, and the context path that the request has. */
  record Question(String reference, String contextPath) {}

  static Answer versioned(Question question, String url, Kind kind, long checkedAt) {
    return new Answer(question, url, kind, null, checkedAt);
  }

  static Answer left(Question question, Kind kind, long checkedAt) {
    return new Answer(question, question.reference(), kind, null, checkedAt);
  }

  static Answer failing(Question question, String message, long checkedAt) {
    return new Answer(question, question.reference(), Kind.LEFT, message, checkedAt);
  }

  /** What an answer is remembered by; {@link #isTo} tells the few that share one apart. */
  static String key(String reference, String contextPath) {
    return contextPath.isEmpty() ? reference : contextPath + "\n" + reference;
  }

  boolean isTo(String otherReference, String otherContextPath) {
    return reference.equals(otherReference) && contextPath.equals(otherContextPath);
  }

  /** The URL; throws where the user chose {@link OnMissing#FAIL} and the asset is missing. */
  String url() {
    if (failure != null) {
      throw new MissingAssetException(failure);
    }
    return url;
  }
}
