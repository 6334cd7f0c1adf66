package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import dev.autoversion.page.LinkPlace;
import java.util.function.Supplier;
import org.springframework.web.server.ServerWebExchange;

/** Versions the links that a page of WebFlux encodes: {@code @{/css/app.css}}. */
final class ExchangeLinks {
  private ExchangeLinks() {}

  static void version(ServerWebExchange exchange, Autoversion autoversion) {
    String own = exchange.getRequest().getPath().contextPath().value();
    Supplier<String> place = () -> LinkPlace.of(exchange.getAttribute(LinkPlace.ATTRIBUTE));
    exchange.addUrlTransformer(link -> version(link, own, autoversion, place));
  }

  private static String version(
      String link, String own, Autoversion autoversion, Supplier<String> place) {
    String versioned = autoversion.url(link, own, place);
    String told = autoversion.settings().getOrDefault("contextPath", "");
    // If the builder was given no context path, the first look-up was about the prefix.
    boolean known = told.isEmpty() || told.equals(own);
    if (known || !versioned.equals(link) || !isBelow(own, link)) {
      return versioned;
    }
    // A proxy sends another prefix than the one that the builder was given.
    String inside = autoversion.url(told + link.substring(own.length()), told, place);
    return isBelow(told, inside) ? own + inside.substring(told.length()) : inside;
  }

  private static boolean isBelow(String contextPath, String link) {
    return link.startsWith(contextPath) && link.startsWith("/", contextPath.length());
  }
}
