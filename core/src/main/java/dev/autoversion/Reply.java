package dev.autoversion;

import org.jspecify.annotations.Nullable;

/**
 * What a request's URL stands for, and when the assets behind it were looked at.
 *
 * @param key the key of what is sent, or ""
 */
record Reply(
    Request request,
    Kind kind,
    Storing storing,
    Age age,
    String key,
    @Nullable AssetResponse redirect) {
  /** Decides what is done. */
  enum Kind {
    /** Sent, to be cached for ever or revalidated, as its headers say. */
    SENT,
    /** Sent, but never cached: the URL names another version. */
    SENT_ONCE,
    /** Redirected to the plain URL. */
    REDIRECTED,
    /** Left to the server. */
    LEFT_TO_SERVER
  }

  /** A request's path and query, and its context path. */
  record Request(String url, String contextPath) {}

  /**
   * When the assets were looked at.
   *
   * @param settled whether only a change of the files will change it
   * @param failed whether an asset could not be looked at
   */
  record Age(long checkedAt, boolean settled, boolean failed) {
    Age(long checkedAt, boolean settled) {
      this(checkedAt, settled, false);
    }

    static Age failed(long checkedAt) {
      return new Age(checkedAt, false, true);
    }
  }

  static Reply sent(Request request, Kind kind, Age age, String key) {
    return new Reply(request, kind, Storing.NEVER, age, key, null);
  }

  static Reply redirected(Request request, Age age, AssetResponse redirect) {
    return new Reply(request, Kind.REDIRECTED, Storing.NEVER, age, "", redirect);
  }

  static Reply leftToServer(Request request, Storing storing, Age age) {
    return new Reply(request, Kind.LEFT_TO_SERVER, storing, age, "", null);
  }

  /** This reply, kept after a failed look. */
  Reply checkedAgain(long now) {
    return new Reply(request, kind, storing, new Age(now, false), key, redirect);
  }

  boolean isFresh(Freshness freshness) {
    return freshness.isFresh(age.checkedAt(), age.settled(), freshness.now());
  }

  boolean isSent() {
    return kind == Kind.SENT || kind == Kind.SENT_ONCE;
  }
}
