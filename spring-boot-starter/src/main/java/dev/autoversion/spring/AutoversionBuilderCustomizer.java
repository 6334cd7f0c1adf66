package dev.autoversion.spring;

import dev.autoversion.Autoversion;

/**
 * Says what the properties can't: a bean of this type is given the builder first, and what it tells
 * wins over the property of that name; patterns ({@code exclude}, {@code hostExcept}) are added to
 * the property's. {@code builder -> builder.version(new ReleaseStrategy())}.
 */
@FunctionalInterface
public interface AutoversionBuilderCustomizer {
  /**
   * Tells the builder more.
   *
   * @param builder to be told; not to be built
   */
  void customize(Autoversion.Builder builder);
}
