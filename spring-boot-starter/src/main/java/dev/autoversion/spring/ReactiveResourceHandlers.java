package dev.autoversion.spring;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.resource.FixedVersionStrategy;
import org.springframework.web.reactive.resource.ResourceResolver;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.reactive.resource.VersionResourceResolver;

/** What Spring WebFlux serves. */
record ReactiveResourceHandlers(BeanFactory beans, Environment environment)
    implements ResourceHandlers {
  @Override
  public List<Served> served() {
    List<Served> served = new ArrayList<>();
    // With add-mappings=false and no handler from the user, the bean maps nothing.
    if (beans.containsBean(MAPPING)
        && beans.getBean(MAPPING) instanceof AbstractUrlHandlerMapping mapping) {
      mapping
          .getHandlerMap()
          .forEach(
              (pattern, handler) -> {
                if (handler instanceof ResourceWebHandler resources) {
                  served.add(served(pattern.getPatternString(), resources));
                }
              });
    }
    return served;
  }

  private static Served served(String pattern, ResourceWebHandler handler) {
    List<ResourceResolver> chain = handler.getResourceResolvers();
    List<VersionResourceResolver> versioning =
        ResourceHandlers.only(VersionResourceResolver.class, chain).toList();
    List<String> fixedVersions =
        versioning.stream()
            .map(resolver -> resolver.getStrategyMap().values())
            .flatMap(all -> ResourceHandlers.only(FixedVersionStrategy.class, all))
            .map(strategy -> strategy.getResourceVersion(ANY).toFuture().join())
            .toList();
    return new Served(
        pattern, handler.getLocations(), chain.size() > 1, !versioning.isEmpty(), fixedVersions);
  }

  @Override
  public String contextPath() {
    return ResourceHandlers.path(environment, "spring.webflux.base-path");
  }
}
