package dev.autoversion.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/**
 * What a native image must keep: methods that only templates call, our build's manifest, and those
 * of Caffeine's classes that our caches consist of.
 */
final class AutoversionHints implements RuntimeHintsRegistrar {
  private static final String CAFFEINE = "com.github.benmanes.caffeine.cache.";

  @Override
  public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
    hints.resources().registerPattern(BuiltAssets.MANIFEST);
    hints
        .reflection()
        .registerType(
            TypeReference.of("dev.autoversion.thymeleaf.Autoversions"),
            MemberCategory.INVOKE_PUBLIC_METHODS)
        .registerType(
            TypeReference.of("dev.autoversion.jinjava.Functions"),
            MemberCategory.INVOKE_PUBLIC_METHODS);
    keepCaches(hints.reflection());
  }

  /**
   * Caffeine finds them by names that it puts together from a cache's options. Core's own metadata
   * says so as well, in a form that older releases of GraalVM don't read.
   */
  private static void keepCaches(ReflectionHints hints) {
    for (String cache : List.of("SSMS", "SSMW")) {
      hints.registerType(
          TypeReference.of(CAFFEINE + cache),
          type ->
              type.withField("FACTORY").withMembers(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
    }
    for (String entry : List.of("PSMS", "PSMW")) {
      hints.registerType(
          TypeReference.of(CAFFEINE + entry), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
    }
  }
}
