/**
 * Versioned assets on servers that are no servlet containers, or need none: a program each, over
 * {@link dev.autoversion.Autoversion#respond}. Each is complete in its file, so they repeat each
 * other.
 */
@NullMarked
package dev.autoversion.examples.servers;

import org.jspecify.annotations.NullMarked;
