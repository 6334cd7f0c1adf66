package dev.autoversion.spring;

import dev.autoversion.AssetResponse;
import dev.autoversion.Autoversion;
import dev.autoversion.Storing;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Answers versioned URLs in WebFlux with the bytes that were hashed; every other request goes down
 * the chain, and links are versioned where they are encoded. Answers that may need the disk are
 * made off the event loop; requests that are not ours stay on it. A link is looked up by the thread
 * that renders its page. Everything that is mounted is public.
 */
public final class AutoversionWebFilter implements WebFilter, Ordered {
  private final Autoversion autoversion;
  private final int order;

  /**
   * A filter over the {@link Autoversion} that the templates use.
   *
   * @param autoversion the one that made the URLs
   * @param order its place among the filters, after those for security
   */
  public AutoversionWebFilter(Autoversion autoversion, int order) {
    this.autoversion = Objects.requireNonNull(autoversion, "autoversion");
    this.order = order;
  }

  @Override
  public int getOrder() {
    return order;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ExchangeLinks.version(exchange, autoversion);
    ExchangeRequest request = ExchangeRequest.of(exchange, autoversion.contextPath());
    if (!autoversion.mayRespond(request)) {
      ExchangeStoring.limit(exchange, autoversion.storing(request));
      return chain.filter(exchange);
    }
    return Mono.fromCallable(() -> answer(request))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(answer -> send(answer, exchange, chain));
  }

  private Answer answer(ExchangeRequest request) {
    Optional<AssetResponse> response = autoversion.respond(request);
    return new Answer(
        response, response.isPresent() ? Storing.AS_IT_SAYS : autoversion.storing(request));
  }

  /** What is sent, or what caches may do with someone else's answer. */
  private record Answer(Optional<AssetResponse> response, Storing storing) {}

  private static Mono<Void> send(Answer answer, ServerWebExchange exchange, WebFilterChain chain) {
    if (answer.response().isPresent()) {
      return new ExchangeSending(
              answer.response().get(), exchange.getRequest(), exchange.getResponse())
          .send();
    }
    ExchangeStoring.limit(exchange, answer.storing());
    return chain.filter(exchange);
  }
}
