package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.boot.convert.DurationStyle;

/** Sets the builder's options from the properties, unless a customizer has already set them. */
final class ConfiguredBuilder {
  private static final String NEVER = "never";

  private final Autoversion.Builder builder = Autoversion.builder();
  private final AutoversionProperties properties;
  private final ClassLoader loader;

  ConfiguredBuilder(
      AutoversionProperties properties,
      List<AutoversionBuilderCustomizer> customizers,
      ClassLoader loader) {
    this.properties = properties;
    this.loader = loader;
    customizers.forEach(customizer -> customizer.customize(builder));
  }

  /** Whether a customizer has mounted something: it may be a folder, whose files may change. */
  boolean isMounted() {
    try {
      builder.build();
      return true;
    } catch (IllegalStateException nothing) {
      return false;
    }
  }

  /** Sets everything that is known before the application runs. */
  Autoversion.Builder configure() {
    set("placement", properties.placement(), this::placement, builder::placement);
    VersionProperties version = VersionProperties.of(properties);
    set(version.name(), version.value(), version::strategy, builder::version);
    set("exclude", properties.exclude(), () -> array(properties.exclude()), builder::exclude);
    List<String> keeping = properties.hostExcept();
    set("host-except", keeping, () -> array(keeping), builder::hostExcept);
    set("on-missing", properties.onMissing(), builder::onMissing);
    set("maximum-size", properties.maximumSize(), builder::maximumSize);
    set(
        "maximum-bytes",
        properties.maximumBytes(),
        () -> properties.maximumBytes().toBytes(),
        builder::maximumBytes);
    setHost();
    setBuilds();
    setAge();
    return builder;
  }

  private void setBuilds() {
    properties
        .manifests()
        .forEach((prefix, places) -> places.forEach(place -> setManifest(prefix, place)));
    SiteMounts.checkOnce("dev-servers", properties.devServers());
    properties
        .devServers()
        .forEach(
            (prefix, origin) ->
                set("dev-servers[" + prefix + "]", origin, at -> builder.devServer(prefix, at)));
    properties
        .modules()
        .forEach(
            (name, reference) ->
                set("modules[" + name + "]", reference, at -> builder.module(name, at)));
  }

  private void setManifest(String prefix, String place) {
    set(
        "manifests[" + prefix + "]",
        place,
        new ManifestLocation(place, loader)::read,
        manifest -> builder.manifest(prefix, manifest));
  }

  private void setHost() {
    String host = properties.host();
    if (host != null && !host.isBlank()) {
      set("host", host, builder::host);
    }
  }

  private void setAge() {
    String age = properties.recheckAfter();
    if (age == null || age.isBlank()) {
      return; // It depends on where the resources lie.
    }
    if (age.equals(NEVER)) {
      unlessSet(builder::recheckNever);
    } else {
      set("recheck-after", age, () -> age(age), builder::recheckAfter);
    }
  }

  /** Sets an option, unless a customizer has already set it. */
  static void unlessSet(Runnable option) {
    try {
      option.run();
    } catch (IllegalStateException alreadySet) {
      // Each option can be set once, and the customizer was first.
    }
  }

  private static <T> void set(String name, T value, Consumer<? super T> option) {
    set(name, value, () -> value, option);
  }

  /**
   * Sets an option, unless a customizer has already set it.
   *
   * @param value what the property says, for the message if that can't be used
   * @param reading makes the option's value of it
   */
  private static <T> void set(
      String name, Object value, Supplier<T> reading, Consumer<? super T> option) {
    try {
      T read = reading.get();
      unlessSet(() -> option.accept(read));
    } catch (IllegalArgumentException e) {
      throw new BadPropertyException(name, value, e);
    }
  }

  private Placement placement() {
    return switch (properties.placement()) {
      case FILE_NAME -> Placement.fileName();
      case QUERY -> Placement.query();
      case PATH_SEGMENT -> Placement.pathSegment();
    };
  }

  private static Duration age(String text) {
    try {
      return DurationStyle.detectAndParse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("it takes a time like 5s, or never", e);
    }
  }

  private static String[] array(List<String> patterns) {
    return patterns.toArray(String[]::new);
  }
}
