package dev.autoversion.spring;

import dev.autoversion.servlet.ServletContextSource;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.web.context.support.ServletContextResource;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.resource.FixedVersionStrategy;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** What Spring MVC serves. */
record ServletResourceHandlers(BeanFactory beans, ServletContext context, Environment environment)
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

  private static Served served(String pattern, ResourceHttpRequestHandler handler) {
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
        pattern, handler.getLocations(), chain.size() > 1, !versioning.isEmpty(), fixedVersions);
  }

  @Override
  public String contextPath() {
    return context.getContextPath();
  }

  /**
   * Also finds the folders of a WAR. An embedded container's own folder is empty, and {@code
   * META-INF/resources} is on the class path, too.
   */
  @Override
  public Optional<Location> locate(Resource location) throws IOException {
    if (!(location instanceof ServletContextResource resource)) {
      return ResourceHandlers.super.locate(location);
    }
    String path = resource.getPath();
    @Nullable String real = context.getRealPath(path);
    String @Nullable [] files = real == null ? null : new File(real).list();
    if (files != null && files.length == 0) {
      return Optional.empty();
    }
    return Optional.of(new Location(ServletContextSource.of(context, path), files != null));
  }
}
