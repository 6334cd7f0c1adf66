/**
 * Versioned assets on servers other than servlet containers: one program for each, over {@link
 * dev.autoversion.Autoversion#respond}. Each is complete in its file, so they repeat each other.
 */
@NullMarked
package dev.autoversion.examples.servers;

import org.jspecify.annotations.NullMarked;
