package dev.autoversion.spring;

import dev.autoversion.Storing;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Keeps caches from storing an answer that must not be stored as the asset's. */
final class ExchangeStoring {
  static final String NO_STORE = "no-store";
  private static final String OF_NGINX = "x-accel-expires";

  private ExchangeStoring() {}

  static void limit(ServerWebExchange exchange, Storing storing) {
    if (storing != Storing.AS_IT_SAYS) {
      ServerHttpResponse response = exchange.getResponse();
      response.beforeCommit(() -> Mono.fromRunnable(() -> judge(response, storing)));
    }
  }

  private static void judge(ServerHttpResponse response, Storing storing) {
    @Nullable HttpStatusCode status = response.getStatusCode();
    if (storing.forbids(status == null ? HttpStatus.OK.value() : status.value())) {
      forbid(response.getHeaders());
    }
  }

  /** Forbids every cache to keep an answer, whatever was set before. */
  static void forbid(HttpHeaders headers) {
    headers.headerSet().stream()
        .map(Map.Entry::getKey)
        .filter(ExchangeStoring::isOfCaches)
        .toList()
        .forEach(name -> headers.set(name, name.equalsIgnoreCase(OF_NGINX) ? "0" : NO_STORE));
    headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
  }

  /**
   * Includes the headers for particular caches, which override the general one there ({@code
   * CDN-Cache-Control}, RFC 9213; {@code X-Accel-Expires} of nginx, {@code Edge-Control} of
   * Akamai).
   */
  private static boolean isOfCaches(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return plain.endsWith("cache-control")
        || plain.equals("surrogate-control")
        || plain.equals("edge-control")
        || plain.equals(OF_NGINX);
  }
}
