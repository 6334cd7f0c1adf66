/**
 * Versioned asset URLs in Jinjava templates: {@code {{ "/a.css"|autoversion }}}. {@link
 * dev.autoversion.jinjava.AutoversionJinjava} is the way in.
 */
@NullMarked
package dev.autoversion.jinjava;

import org.jspecify.annotations.NullMarked;
