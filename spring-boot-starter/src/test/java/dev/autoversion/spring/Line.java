package dev.autoversion.spring;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfigurations;

/** Which line of Spring Boot the tests run on; 4 has other names for what 3.5 calls otherwise. */
final class Line {
  static final boolean IS_3 = SpringBootVersion.getVersion().startsWith("3.");
  private static final String AUTOCONFIGURE = "org.springframework.boot.autoconfigure.";

  private Line() {}

  /** Spring MVC, and what of ours belongs to it. */
  static AutoConfigurations mvc() {
    return AutoConfigurations.of(
        named(
            "web.servlet.WebMvcAutoConfiguration", "webmvc.autoconfigure.WebMvcAutoConfiguration"),
        AutoversionServletAutoConfiguration.class,
        AutoversionAutoConfiguration.class,
        AutoversionEnginesAutoConfiguration.class,
        AutoversionActuatorAutoConfiguration.class);
  }

  static AutoConfigurations webFlux() {
    return AutoConfigurations.of(
        named(
            "web.reactive.WebFluxAutoConfiguration",
            "webflux.autoconfigure.WebFluxAutoConfiguration"),
        AutoversionReactiveAutoConfiguration.class,
        AutoversionAutoConfiguration.class,
        AutoversionEnginesAutoConfiguration.class);
  }

  /** Thymeleaf and FreeMarker as Spring Boot configures them. */
  static AutoConfigurations engines() {
    return AutoConfigurations.of(
        named(
            "thymeleaf.ThymeleafAutoConfiguration",
            "thymeleaf.autoconfigure.ThymeleafAutoConfiguration"),
        named(
            "freemarker.FreeMarkerAutoConfiguration",
            "freemarker.autoconfigure.FreeMarkerAutoConfiguration"));
  }

  private static Class<?> named(String in3, String in4) {
    try {
      return Class.forName(IS_3 ? AUTOCONFIGURE + in3 : "org.springframework.boot." + in4);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
