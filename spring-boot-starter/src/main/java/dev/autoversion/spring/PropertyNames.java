package dev.autoversion.spring;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The names below {@code autoversion.}; a misspelt one would be silently ignored. */
final class PropertyNames {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");
  private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("autoversion");
  // Spring Boot's own check (ignoreUnknownFields) treats a known name without a value as unknown.
  static final List<String> ALL =
      List.of(
          "enabled",
          "placement",
          "version",
          "hash-length",
          "fixed-version",
          "host",
          "host-except",
          "on-missing",
          "exclude",
          "mounts",
          "manifests",
          "build-manifest",
          "dev-servers",
          "modules",
          "warm-up",
          "recheck-after",
          "maximum-size",
          "maximum-bytes",
          "filter.enabled",
          "filter.order");

  private PropertyNames() {}

  /** Warns about each name in the application's own settings that does not exist. */
  static void check(Environment environment) {
    if (environment instanceof ConfigurableEnvironment all) {
      ConfigurationPropertySources.from(all.getPropertySources()).forEach(PropertyNames::check);
    }
  }

  private static void check(ConfigurationPropertySource source) {
    if (!isShared(source.getUnderlyingSource())
        && source instanceof IterableConfigurationPropertySource names) {
      names.stream()
          .filter(ROOT::isAncestorOf)
          .filter(name -> !isKnown(name))
          .map(source::getConfigurationProperty)
          .filter(Objects::nonNull) // A name without a value is not set.
          .forEach(PropertyNames::warn);
    }
  }

  /**
   * Whether it belongs to the machine; others who share it may use such names for something else.
   */
  private static boolean isShared(Object source) {
    return source instanceof SystemEnvironmentPropertySource
        || source instanceof PropertySource<?> named
            && named.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
  }

  /** Also the parent of a known one: YAML gives "filter" if nothing is below it. */
  private static boolean isKnown(ConfigurationPropertyName name) {
    return ALL.stream()
        .map(ROOT::append)
        .anyMatch(
            known -> known.equals(name) || known.isAncestorOf(name) || name.isAncestorOf(known));
  }

  /** Not a reason to stop the start: an earlier release may meet the settings of a later one. */
  private static void warn(ConfigurationProperty property) {
    LOG.log(
        System.Logger.Level.WARNING,
        "there is no property '"
            + property.getName()
            + "'"
            + (property.getOrigin() == null ? "" : ", set in " + property.getOrigin())
            + "; there are "
            + String.join(", ", ALL));
  }
}
