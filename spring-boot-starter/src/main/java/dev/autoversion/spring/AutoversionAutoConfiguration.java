package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;

/** The {@link Autoversion} of an application, unless it has one of its own. */
@AutoConfiguration
@EnableConfigurationProperties(AutoversionProperties.class)
@ImportRuntimeHints(AutoversionHints.class)
public class AutoversionAutoConfiguration {
  private static final String DEVTOOLS = "org.springframework.boot.devtools.restart.Restarter";
  private static final String FIXED = "spring.web.resources.chain.strategy.fixed.version";

  /** For Spring. */
  public AutoversionAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  Autoversion autoversion(
      AutoversionProperties properties,
      ObjectProvider<AutoversionBuilderCustomizer> customizers,
      ObjectProvider<ResourceHandlers> handlers,
      ResourceLoader loader,
      Environment environment) {
    if (!properties.enabled()) {
      return Autoversion.none();
    }
    Autoversion.Builder builder =
        new ToldBuilder(properties, customizers.orderedStream().toList()).tell();
    boolean devtools = ClassUtils.isPresent(DEVTOOLS, loader.getClassLoader());
    return Autoversion.deferred(
        new SiteMaker(
            builder,
            () -> handlers.getIfAvailable(ResourceHandlers::none),
            mounts(properties, loader),
            new SiteMaker.Environs(devtools, environment.getProperty(FIXED, ""))));
  }

  @Bean
  StartLine autoversionStartLine(
      Autoversion autoversion, AutoversionProperties properties, Environment environment) {
    return new StartLine(autoversion, properties, environment);
  }

  /** A bad prefix ends the start, so it is tried at once. */
  private static Map<String, List<Resource>> mounts(
      AutoversionProperties properties, ResourceLoader loader) {
    Map<String, List<Resource>> mounts = new LinkedHashMap<>();
    properties
        .mounts()
        .forEach(
            (prefix, locations) -> {
              try {
                SiteMaker.checkPrefix(prefix);
              } catch (IllegalArgumentException e) {
                String message = String.valueOf(e.getMessage());
                throw new BadPropertyException("mounts[" + prefix + "]", locations, message, e);
              }
              String at = prefix.endsWith("/") ? prefix : prefix + "/";
              mounts.put(at, locations.stream().map(place -> resource(place, loader)).toList());
            });
    return mounts;
  }

  private static Resource resource(String place, ResourceLoader loader) {
    return loader.getResource(place.endsWith("/") ? place : place + "/");
  }
}
