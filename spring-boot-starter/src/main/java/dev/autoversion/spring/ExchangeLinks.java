package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import org.springframework.web.server.ServerWebExchange;

/** Versions the links that a page of WebFlux encodes: {@code @{/css/app.css}}. */
final class ExchangeLinks {
  private ExchangeLinks() {}

  static void version(ServerWebExchange exchange, Autoversion autoversion) {
    String own = exchange.getRequest().getPath().contextPath().value();
    exchange.addUrlTransformer(link -> version(link, own, autoversion));
  }

  private static String version(String link, String own, Autoversion autoversion) {
    String versioned = autoversion.url(link, own);
    String told = autoversion.settings().getOrDefault("contextPath", "");
    if (!versioned.equals(link) || told.equals(own) || !isBelow(own, link)) {
      return versioned;
    }
    // A proxy tells another prefix than the one that the builder was told.
    String inside = autoversion.url(told + link.substring(own.length()), told);
    return isBelow(told, inside) ? own + inside.substring(told.length()) : inside;
  }

  private static boolean isBelow(String contextPath, String link) {
    return link.startsWith(contextPath) && link.startsWith("/", contextPath.length());
  }
}
