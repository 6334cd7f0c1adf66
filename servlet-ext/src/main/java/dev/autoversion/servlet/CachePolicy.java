package dev.autoversion.servlet;

import dev.autoversion.Delivery;
import jakarta.servlet.http.HttpServletResponse;

/** What an answer says about caching, decided when its first bytes are about to leave. */
interface CachePolicy {
  String HEADER = "Cache-Control";

  /** One year, the longest that caches honour, and no questions on reload (RFC 8246). */
  String IMMUTABLE = "public, max-age=31536000, immutable";

  String NO_STORE = "no-store";

  /** For a versioned URL. */
  static CachePolicy of(Delivery delivery) {
    return delivery.isCurrent() ? new IfUnmoved(delivery) : never();
  }

  /** For a versioned URL whose answer is not the asset of that version. */
  static CachePolicy never() {
    return new Never();
  }

  /** For a URL without a version. */
  static CachePolicy ofPlainUrl() {
    return new OfPlainUrl();
  }

  /** The value for an answer with a status, or "" where the container's own stays. */
  String valueFor(int status, GuardedResponse response);

  /** Whether the container's own value is dropped, whatever the status. */
  default boolean replacesContainers() {
    return true;
  }

  /** The current version: for ever, if that is what is sent. */
  record IfUnmoved(Delivery delivery) implements CachePolicy {
    @Override
    public String valueFor(int status, GuardedResponse response) {
      boolean asset =
          status == HttpServletResponse.SC_OK
              || status == HttpServletResponse.SC_PARTIAL_CONTENT
              || status == HttpServletResponse.SC_NOT_MODIFIED;
      return asset && response.claimsToBe(delivery) && delivery.isUnmoved() ? IMMUTABLE : NO_STORE;
    }
  }

  /** Another version: a cache would keep it under the wrong name. */
  record Never() implements CachePolicy {
    @Override
    public String valueFor(int status, GuardedResponse response) {
      return NO_STORE;
    }
  }

  /** A plain URL: only an absence is not kept, as it may end with the next node's deploy. */
  record OfPlainUrl() implements CachePolicy {
    @Override
    public String valueFor(int status, GuardedResponse response) {
      return status == HttpServletResponse.SC_NOT_FOUND ? NO_STORE : "";
    }

    @Override
    public boolean replacesContainers() {
      return false;
    }
  }
}
