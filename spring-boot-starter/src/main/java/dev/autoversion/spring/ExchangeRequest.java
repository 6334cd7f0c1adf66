package dev.autoversion.spring;

import dev.autoversion.AssetRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * A request of WebFlux.
 *
 * @param path the path, including the context path
 */
record ExchangeRequest(ServerHttpRequest request, String path, String contextPath)
    implements AssetRequest {
  /**
   * The request with the builder's context path, if a proxy sends another one.
   *
   * @param configured the builder's, or ""
   */
  static ExchangeRequest of(ServerWebExchange exchange, String configured) {
    ServerHttpRequest request = exchange.getRequest();
    String path = request.getURI().getRawPath();
    String own = request.getPath().contextPath().value();
    boolean other = !configured.isEmpty() && !configured.equals(own) && path.startsWith(own);
    return other
        ? new ExchangeRequest(request, configured + path.substring(own.length()), configured)
        : new ExchangeRequest(request, path, own);
  }

  @Override
  public String method() {
    return request.getMethod().name();
  }

  @Override
  public Optional<String> query() {
    return Optional.ofNullable(request.getURI().getRawQuery());
  }

  /** Uses only what Spring 6 and 7 have in common. */
  @Override
  public List<String> headers(String name) {
    for (Map.Entry<String, List<String>> header : request.getHeaders().headerSet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue();
      }
    }
    return List.of();
  }
}
