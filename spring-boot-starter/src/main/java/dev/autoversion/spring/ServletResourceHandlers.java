package dev.autoversion.spring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.resource.FixedVersionStrategy;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** What Spring MVC serves. */
record ServletResourceHandlers(BeanFactory beans, ServletFolders folders, Environment environment)
    implements ResourceHandlers {
  @Override
  public List<Served> served() {
    List<Served> served = new ArrayList<>();
    // With add-mappings=false and no handler from the user, the bean is Spring's null bean.
    if (beans.containsBean(MAPPING)
        && beans.getBean(MAPPING) instanceof AbstractUrlHandlerMapping mapping) {
      mapping
          .getHandlerMap()
          .forEach(
              (pattern, handler) -> {
                if (handler instanceof ResourceHttpRequestHandler resources) {
                  served.add(
                      served(ResourceHandlers.servletPath(environment) + pattern, resources));
                }
              });
    }
    return served;
  }

  private Served served(String pattern, ResourceHttpRequestHandler handler) {
    List<ResourceResolver> chain = handler.getResourceResolvers();
    List<VersionResourceResolver> versioning =
        ResourceHandlers.only(VersionResourceResolver.class, chain).toList();
    List<String> fixedVersions =
        versioning.stream()
            .map(resolver -> resolver.getStrategyMap().values())
            .flatMap(all -> ResourceHandlers.only(FixedVersionStrategy.class, all))
            .map(strategy -> strategy.getResourceVersion(ANY))
            .toList();
    return new Served(
        pattern, locations(handler), chain.size() > 1, !versioning.isEmpty(), fixedVersions);
  }

  /** Without those that name the same folder twice, as Spring Boot's own do. */
  private List<Resource> locations(ResourceHttpRequestHandler handler) {
    @Nullable ClassLoader loader =
        beans instanceof ConfigurableBeanFactory factory ? factory.getBeanClassLoader() : null;
    return handler.getLocations().stream()
        .map(location -> folders.resolve(location, loader))
        .distinct()
        .toList();
  }

  @Override
  public String contextPath() {
    return folders.contextPath();
  }

  @Override
  public Optional<Location> locate(Resource location) throws IOException {
    return folders.locate(location);
  }

  @Override
  public boolean staysEmpty(Resource location) {
    return folders.staysEmpty(location);
  }
}
