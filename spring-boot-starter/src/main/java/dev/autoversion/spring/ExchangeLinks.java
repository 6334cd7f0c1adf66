package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import dev.autoversion.page.LinkPlace;
import org.springframework.web.server.ServerWebExchange;

/** Versions the links that a page of WebFlux encodes: {@code @{/css/app.css}}. */
record ExchangeLinks(ServerWebExchange exchange, Autoversion autoversion) {
  static void version(ServerWebExchange exchange, Autoversion autoversion) {
    exchange.addUrlTransformer(new ExchangeLinks(exchange, autoversion)::encoded);
  }

  private String encoded(String link) {
    String versioned = version(link, exchange.getRequest().getPath().contextPath().value());
    if (!versioned.equals(link)) {
      LinkPlace.tell(exchange.getAttribute(LinkPlace.ATTRIBUTE), autoversion, versioned);
    }
    return versioned;
  }

  private String version(String link, String own) {
    String versioned = autoversion.url(link, own, this::place);
    String configured = autoversion.contextPath();
    // If the builder was given no context path, the first look-up was about the prefix.
    boolean known = configured.isEmpty() || configured.equals(own);
    if (known || !versioned.equals(link) || !isBelow(own, link)) {
      return versioned;
    }
    // A proxy sends another prefix than the one that the builder was given.
    String inside =
        autoversion.url(configured + link.substring(own.length()), configured, this::place);
    return isBelow(configured, inside) ? own + inside.substring(configured.length()) : inside;
  }

  private String place() {
    return LinkPlace.of(exchange.getAttribute(LinkPlace.ATTRIBUTE));
  }

  private static boolean isBelow(String contextPath, String link) {
    return link.startsWith(contextPath) && link.startsWith("/", contextPath.length());
  }
}
