package dev.autoversion.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;

/**
 * The headers that tell caches how long they may keep an answer: {@code Cache-Control}, and those
 * for particular caches, which override it there ({@code CDN-Cache-Control}, RFC 9213; {@code
 * X-Accel-Expires} of nginx, {@code Edge-Control} of Akamai).
 */
final class CacheHeaders {
  static final String CACHE_CONTROL = "Cache-Control";
  static final String NO_STORE = "no-store";

  private CacheHeaders() {}

  static boolean has(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return plain.endsWith("cache-control")
        || plain.equals("surrogate-control")
        || plain.equals("edge-control")
        || plain.equals("x-accel-expires");
  }

  /** Forbids every cache to keep an answer, whatever was set before. */
  static void forbid(HttpServletResponse response) {
    for (String name : List.copyOf(response.getHeaderNames())) {
      if (has(name)) {
        response.setHeader(name, name.equalsIgnoreCase("X-Accel-Expires") ? "0" : NO_STORE);
      }
    }
    response.setHeader(CACHE_CONTROL, NO_STORE);
  }
}
