package dev.autoversion.spring;

import dev.autoversion.Manifest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Finds the copies of its assets that autoversion's own build has left for an application. */
final class BuiltAssets {
  /** Where {@code mvn autoversion:fingerprint} writes it. */
  static final String MANIFEST = "META-INF/autoversion/manifest.json";

  private static final String NONE = "none";
  private static final String DEVTOOLS = "org.springframework.boot.devtools.restart.Restarter";

  private BuiltAssets() {}

  /** Whether Spring Boot's devtools are present: an edit must then show at the next reload. */
  static boolean hasDevtools(ClassLoader loader) {
    return ClassUtils.isPresent(DEVTOOLS, loader);
  }

  /**
   * The manifest, with a part for each mount; if no property names one, the one in the usual place
   * is used, unless devtools are present.
   *
   * @param property the property, if it was set
   * @throws BadPropertyException if the file exists and is not a manifest
   */
  static Optional<Manifest> find(@Nullable String property, ClassLoader loader) {
    if (property == null || property.isBlank()) {
      return hasDevtools(loader) || loader.getResource(MANIFEST) == null
          ? Optional.empty()
          : Optional.of(read("classpath:" + MANIFEST, loader));
    }
    return location(property).map(location -> read(location, loader));
  }

  /** The location that the property names, if it names one. */
  static Optional<String> location(@Nullable String property) {
    return Optional.ofNullable(property).filter(text -> !text.isBlank() && !text.equals(NONE));
  }

  private static Manifest read(String location, ClassLoader loader) {
    try {
      return new ManifestLocation(location, loader).read();
    } catch (IllegalArgumentException e) {
      throw new BadPropertyException("build-manifest", location, e);
    }
  }
}
