/** One real site, rendered by four template engines and served by an embedded server. */
@NullMarked
package dev.autoversion.examples;

import org.jspecify.annotations.NullMarked;
