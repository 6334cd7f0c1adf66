package dev.autoversion.spring;

import dev.autoversion.servlet.ServletContextSource;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
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

  /** Also finds the folders of a WAR. An embedded container's own folder is empty. */
  @Override
  public Optional<Location> locate(Resource location) throws IOException {
    if (!(location instanceof ServletContextResource resource)) {
      return ResourceHandlers.super.locate(location);
    }
    if (isEmpty(resource)) {
      return Optional.empty();
    }
    String path = resource.getPath();
    return Optional.of(new Location(ServletContextSource.of(context, path), files(path) != null));
  }

  /** A WAR comes with all its files; Undertow has those of a packed one, and lists none. */
  @Override
  public boolean staysEmpty(Resource location) {
    if (!(location instanceof ServletContextResource resource)) {
      return false;
    }
    @Nullable Set<String> files = context.getResourcePaths(resource.getPath());
    return (files == null || files.isEmpty()) && !resource.exists();
  }

  /**
   * What a location stands for: a container whose own folder is empty still has {@code
   * META-INF/resources} of the libraries, which the class path has, too.
   *
   * @param loader the application's
   */
  Resource resolve(Resource location, @Nullable ClassLoader loader) {
    return location instanceof ServletContextResource resource && isEmpty(resource)
        ? new ClassPathResource("META-INF/resources" + resource.getPath(), loader)
        : location;
  }

  private boolean isEmpty(ServletContextResource location) {
    String @Nullable [] files = files(location.getPath());
    return files != null && files.length == 0;
  }

  private String @Nullable [] files(String path) {
    @Nullable String real = context.getRealPath(path);
    return real == null ? null : new File(real).list();
  }
}
