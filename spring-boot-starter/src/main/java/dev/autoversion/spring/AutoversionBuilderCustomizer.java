package dev.autoversion.spring;

import dev.autoversion.Autoversion;

/**
 * Sets what the properties can't: {@code builder -> builder.version(new ReleaseStrategy())}. A bean
 * of this type is given the builder first, and an option that it sets overrides the property of
 * that name; its patterns ({@code exclude}, {@code hostExcept}) are added to the property's.
 */
@FunctionalInterface
public interface AutoversionBuilderCustomizer {
  /**
   * Sets options of the builder.
   *
   * @param builder the builder; don't call its {@code build()}
   */
  void customize(Autoversion.Builder builder);
}
