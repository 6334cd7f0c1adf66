package dev.autoversion.spring;

import dev.autoversion.servlet.ServletContextSource;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.context.support.ServletContextResource;

/** What there is without Spring MVC, as beside Jersey: only what the properties mount. */
record ServletFolders(ServletContext context) implements ResourceHandlers {
  @Override
  public List<Served> served() {
    return List.of();
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
