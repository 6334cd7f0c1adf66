/**
 * Versioned URLs in Pebble templates. {@link dev.autoversion.pebble.AutoversionExtension} is all
 * that an application needs.
 */
@NullMarked
package dev.autoversion.pebble;

import org.jspecify.annotations.NullMarked;
