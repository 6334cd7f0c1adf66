package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** Provides the {@link Autoversion} of an application, unless it defines one itself. */
@AutoConfiguration
@EnableConfigurationProperties(AutoversionProperties.class)
@ImportRuntimeHints(AutoversionHints.class)
public class AutoversionAutoConfiguration {
  /** Called by Spring. */
  public AutoversionAutoConfiguration() {}

  /** Each context has its own handlers; a user's bean in a parent context still counts. */
  @Bean
  @Fallback
  @ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
  Autoversion autoversion(
      AutoversionProperties properties,
      ObjectProvider<AutoversionBuilderCustomizer> customizers,
      ObjectProvider<ResourceHandlers> handlers,
      ApplicationContext context) {
    PropertyNames.check(context.getEnvironment());
    if (!properties.enabled()) {
      return Autoversion.none();
    }
    ConfiguredBuilder builder =
        new ConfiguredBuilder(
            properties, customizers.orderedStream().toList(), classLoader(context));
    boolean customized = builder.isMounted();
    return Autoversion.deferred(
        new SiteMaker(
            builder.configure(),
            () -> handlers.getIfAvailable(ResourceHandlers::none),
            additions(properties, customized, context)));
  }

  @Bean
  StartLine autoversionStartLine(
      Autoversion autoversion, AutoversionProperties properties, ApplicationContext context) {
    return new StartLine(autoversion, properties, context);
  }

  private static SiteMaker.Additions additions(
      AutoversionProperties properties, boolean customized, ResourceLoader loader) {
    return new SiteMaker.Additions(
        mounts(properties, loader),
        Stream.of(properties.manifests(), properties.devServers())
            .flatMap(builds -> builds.keySet().stream())
            .map(Prefixes::withSlash)
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        BuiltAssets.find(properties.buildManifest(), classLoader(loader)),
        customized || !properties.devServers().isEmpty() || hasFile(properties, loader),
        BuiltAssets.hasDevtools(classLoader(loader)));
  }

  private static boolean hasFile(AutoversionProperties properties, ResourceLoader loader) {
    return Stream.concat(
            properties.manifests().values().stream().flatMap(List::stream),
            BuiltAssets.location(properties.buildManifest()).stream())
        .anyMatch(location -> new ManifestLocation(location, classLoader(loader)).isFile());
  }

  private static ClassLoader classLoader(ResourceLoader loader) {
    return Objects.requireNonNull(loader.getClassLoader(), "class loader");
  }

  /** A bad prefix or location must stop the start, so they are checked right away. */
  private static Map<String, List<Resource>> mounts(
      AutoversionProperties properties, ResourceLoader loader) {
    SiteMounts.checkOnce("mounts", properties.mounts());
    Map<String, List<Resource>> mounts = new LinkedHashMap<>();
    properties
        .mounts()
        .forEach(
            (prefix, locations) -> {
              List<Resource> resources =
                  locations.stream()
                      .map(place -> loader.getResource(Prefixes.withSlash(place)))
                      .toList();
              try {
                SiteMounts.checkPrefix(prefix);
                resources.forEach(Locations::check);
              } catch (IllegalArgumentException e) {
                throw new BadPropertyException("mounts[" + prefix + "]", locations, e);
              }
              mounts.put(Prefixes.withSlash(prefix), resources);
            });
    return mounts;
  }
}
