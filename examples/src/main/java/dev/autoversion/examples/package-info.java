/** One real site, rendered by each template engine and served by an embedded server. */
@NullMarked
package dev.autoversion.examples;

import org.jspecify.annotations.NullMarked;
