/**
 * Versioned URLs in Thymeleaf templates: {@code th:href="@{/static/a.css}"} stays as it is written
 * and gives {@code href="/static/a.css?v=9f3c2ab1d04e"}. {@link
 * dev.autoversion.thymeleaf.AutoversionDialect} is the way in.
 */
@NullMarked
package dev.autoversion.thymeleaf;

import org.jspecify.annotations.NullMarked;
