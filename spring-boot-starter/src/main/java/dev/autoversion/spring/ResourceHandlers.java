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

/** What Spring serves by itself; asked late, since it takes the whole web configuration to know. */
interface ResourceHandlers {
  /** The bean in which both Spring MVC and WebFlux put their handlers. */
  String MAPPING = "resourceHandlerMapping";

  /** Stands for any resource, if all have the same version. */
  Resource ANY = new DescriptiveResource("any");

  /** {@return what each handler serves} */
  List<Served> served();

  /** {@return the application's context path, "" or {@code /shop}} */
  String contextPath();

  /**
   * The source of a location.
   *
   * @throws IllegalArgumentException if the location is too wide to be public
   */
  default Optional<Location> locate(Resource location) throws IOException {
    return Locations.of(location);
  }

  /** Whether a location has nothing in it and never will. */
  default boolean staysEmpty(Resource location) {
    return false;
  }

  /**
   * The prefix of everything that Spring MVC answers, including actuator endpoints: {@code /app},
   * or "".
   */
  static String servletPath(Environment environment) {
    return path(environment, "spring.mvc.servlet.path");
  }

  /**
   * A property that is a path, as Spring reads it: {@code app/} gives {@code /app}; "" if it is not
   * set.
   */
  static String path(Environment environment, String property) {
    String path = environment.getProperty(property, "");
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return plain.isEmpty() || plain.startsWith("/") ? plain : "/" + plain;
  }

  /** The elements of one type. */
  static <T> Stream<T> only(Class<T> type, Collection<?> all) {
    return all.stream().filter(type::isInstance).map(type::cast);
  }

  /** The handlers of an application that serves nothing. */
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
   * @param versioned whether that chain also puts versions into their names
   * @param fixedVersions what it puts before their paths
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
   * @param source finds the resources
   * @param changing whether they lie in a folder, where they may change
   */
  record Location(AssetSource source, boolean changing) {}
}
