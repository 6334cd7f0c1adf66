/**
 * Versioned static resources in Spring Boot, 3.5 and 4, MVC and WebFlux, without a line of code:
 * what Spring serves is mounted, links in templates are versioned, and versioned URLs are answered
 * with the bytes that were hashed.
 *
 * <p>{@link dev.autoversion.spring.AutoversionProperties} are the settings; an {@link
 * dev.autoversion.spring.AutoversionBuilderCustomizer} sets what they can't, and your own {@link
 * dev.autoversion.Autoversion} bean replaces all of it.
 */
@NullMarked
package dev.autoversion.spring;

import org.jspecify.annotations.NullMarked;
