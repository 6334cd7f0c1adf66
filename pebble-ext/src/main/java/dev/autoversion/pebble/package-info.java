/**
 * Versioned URLs in Pebble templates. {@link dev.autoversion.pebble.AutoversionExtension} is all
 * that an application names.
 */
@NullMarked
package dev.autoversion.pebble;

import org.jspecify.annotations.NullMarked;
