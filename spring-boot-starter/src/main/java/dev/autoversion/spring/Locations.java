package dev.autoversion.spring;

import dev.autoversion.AssetSource;
import dev.autoversion.spring.ResourceHandlers.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileUrlResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;

/** Makes sources of Spring's locations. */
final class Locations {
  private Locations() {}

  /**
   * The source of a location; empty if the location does not exist.
   *
   * @throws IllegalArgumentException if the location is too wide to be public
   */
  static Optional<Location> of(Resource location) throws IOException {
    if (location instanceof ClassPathResource resource) {
      return ofClassPath(resource);
    }
    return Optional.of(
        location.isFile()
            ? new Location(AssetSource.directory(location.getFile().toPath()), true)
            : new Location(new ResourceSource(location), false));
  }

  /**
   * Checks a location from a property. If it does not exist, that is reported when it is mounted.
   *
   * @throws IllegalArgumentException if it is not a folder, or too wide to be public
   */
  static void check(Resource location) {
    boolean known = location instanceof ClassPathResource || location instanceof FileUrlResource;
    try {
      if (known && location.exists()) {
        of(location);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(location.getDescription(), e);
    }
  }

  /** Few applications have more than one or two of Spring Boot's four default locations. */
  private static Optional<Location> ofClassPath(ClassPathResource location) throws IOException {
    ClassLoader loader = Objects.requireNonNullElseGet(location.getClassLoader(), Locations::own);
    String root = withoutSlashes(location.getPath());
    List<URL> places = places(root, loader);
    if (!root.isEmpty() && places.isEmpty()) {
      return Optional.empty();
    }
    boolean changing = places.stream().anyMatch(place -> place.getProtocol().equals("file"));
    return Optional.of(new Location(AssetSource.classpath(root, loader), changing));
  }

  private static List<URL> places(String root, ClassLoader loader) throws IOException {
    List<URL> folders = Collections.list(loader.getResources(root + "/"));
    return folders.isEmpty() ? Collections.list(loader.getResources(root)) : folders;
  }

  private static ClassLoader own() {
    return Objects.requireNonNull(ClassUtils.getDefaultClassLoader(), "class loader");
  }

  private static String withoutSlashes(String path) {
    int from = path.startsWith("/") ? 1 : 0;
    int to = path.length() > from && path.endsWith("/") ? path.length() - 1 : path.length();
    return path.substring(from, to);
  }
}
