/**
 * Versioned static resources in Spring Boot, 3.5 and 4, MVC and WebFlux, without a line of code:
 * what Spring serves is mounted, what templates link to is versioned, and a versioned URL is
 * answered with the bytes that were hashed.
 *
 * <p>{@link dev.autoversion.spring.AutoversionProperties} are the settings; an {@link
 * dev.autoversion.spring.AutoversionBuilderCustomizer} says what they can't, and an {@link
 * dev.autoversion.Autoversion} bean of one's own takes the place of all that.
 */
@NullMarked
package dev.autoversion.spring;

import org.jspecify.annotations.NullMarked;
