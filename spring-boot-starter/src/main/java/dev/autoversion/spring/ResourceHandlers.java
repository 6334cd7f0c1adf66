package dev.autoversion.spring;

import dev.autoversion.AssetSource;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DescriptiveResource;
import org.springframework.core.io.Resource;

/** What Spring serves by itself; asked late, since to know it takes the whole web configuration. */
interface ResourceHandlers {
  /** The bean that Spring MVC and WebFlux both give their handlers to. */
  String MAPPING = "resourceHandlerMapping";

  /** Stands for any resource, where all have one version. */
  Resource ANY = new DescriptiveResource("any");

  /** {@return what each handler serves} */
  List<Served> served();

  /** {@return "" or what leads the paths of this application: {@code /shop}} */
  String contextPath();

  /**
   * The source of a location.
   *
   * @throws IllegalArgumentException if the location is too wide to be public
   */
  default Optional<Location> locate(Resource location) throws IOException {
    return Locations.of(location);
  }

  /** What leads all that Spring MVC answers, the actuator's endpoints too: {@code /app}, or "". */
  static String servletPath(Environment environment) {
    return path(environment, "spring.mvc.servlet.path");
  }

  /** A property that is a path, as Spring reads it: {@code app/} gives {@code /app}, none "". */
  static String path(Environment environment, String property) {
    String path = environment.getProperty(property, "");
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return plain.isEmpty() || plain.startsWith("/") ? plain : "/" + plain;
  }

  /** Those of one type. */
  static <T> Stream<T> only(Class<T> type, Collection<?> all) {
    return all.stream().filter(type::isInstance).map(type::cast);
  }

  /** Those of an application that serves nothing. */
  static ResourceHandlers none() {
    return new ResourceHandlers() {
      @Override
      public List<Served> served() {
        return List.of();
      }

      @Override
      public String contextPath() {
        return "";
      }
    };
  }

  /**
   * What one handler serves.
   *
   * @param pattern where: {@code /webjars/**}
   * @param locations in the order of the search
   * @param chain whether Spring's own chain looks for the resources
   * @param versioned whether that puts versions into their names as well
   * @param fixedVersions what that puts before their paths
   */
  record Served(
      String pattern,
      List<Resource> locations,
      boolean chain,
      boolean versioned,
      List<String> fixedVersions) {}

  /**
   * A place where resources are.
   *
   * @param source finds them
   * @param changing whether they lie in a folder, where they may change
   */
  record Location(AssetSource source, boolean changing) {}
}
