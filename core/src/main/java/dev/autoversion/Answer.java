package dev.autoversion;

import org.jspecify.annotations.Nullable;

/** What a reference became, and when the assets behind it were looked at. */
final class Answer {
  private final String url;
  private final @Nullable String failure;
  final String reference;
  final Kind kind;
  final long checkedAt;

  /** Decides where an answer is remembered, and for how long. */
  enum Kind {
    /** Versioned: kept apart from the others, so that no flood of misses evicts it. */
    VERSIONED,
    /** Left as it is. */
    LEFT,
    /** Left as it is because a look-up failed: asked again even where the rest never is. */
    FAILED,
    /** Used once, as the file would not hold still. */
    FLEETING
  }

  private Answer(
      String reference, String url, Kind kind, @Nullable String failure, long checkedAt) {
    this.reference = reference;
    this.url = url;
    this.kind = kind;
    this.failure = failure;
    this.checkedAt = checkedAt;
  }

  static Answer versioned(String reference, String url, Kind kind, long checkedAt) {
    return new Answer(reference, url, kind, null, checkedAt);
  }

  static Answer left(String reference, Kind kind, long checkedAt) {
    return new Answer(reference, reference, kind, null, checkedAt);
  }

  static Answer failing(String reference, String message, long checkedAt) {
    return new Answer(reference, reference, Kind.LEFT, message, checkedAt);
  }

  /** The URL; throws where the user chose {@link OnMissing#FAIL} and the asset is missing. */
  String url() {
    if (failure != null) {
      throw new MissingAssetException(failure);
    }
    return url;
  }
}
