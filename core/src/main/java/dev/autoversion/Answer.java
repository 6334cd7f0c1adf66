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
    /** Left unchanged. */
    UNCHANGED,
    /** A look-up failed, or a file has not settled: rechecked even where nothing else is. */
    PROVISIONAL,
    /** Used once, since the file kept changing. */
    USED_ONCE
  }

  private Answer(Question question, String url, Kind kind, @Nullable String failure, long at) {
    this.reference = question.reference();
    this.contextPath = question.contextPath();
    this.url = url.equals(reference) ? reference : url;
    this.kind = kind;
    this.failure = failure;
    this.checkedAt = at;
  }

  /** A reference, and the request's context path. */
  record Question(String reference, String contextPath) {}

  static Answer versioned(Question question, String url, Kind kind, long checkedAt) {
    return new Answer(question, url, kind, null, checkedAt);
  }

  static Answer unchanged(Question question, Kind kind, long checkedAt) {
    return new Answer(question, question.reference(), kind, null, checkedAt);
  }

  static Answer failing(Question question, String message, long checkedAt) {
    return new Answer(question, question.reference(), Kind.UNCHANGED, message, checkedAt);
  }

  /** The key of an answer; {@link #isTo} distinguishes the few that share one. */
  static String key(String reference, String contextPath) {
    return contextPath.isEmpty() ? reference : contextPath + "\n" + reference;
  }

  boolean isTo(String otherReference, String otherContextPath) {
    return reference.equals(otherReference) && contextPath.equals(otherContextPath);
  }

  /** The URL; throws if the asset is missing and {@link OnMissing#FAIL} was chosen. */
  String url() {
    if (failure != null) {
      throw new MissingAssetException(failure);
    }
    return url;
  }
}
