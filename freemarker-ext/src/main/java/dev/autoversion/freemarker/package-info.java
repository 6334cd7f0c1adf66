/**
 * Versioned URLs in FreeMarker templates. {@link dev.autoversion.freemarker.AutoversionFreemarker}
 * is the way in; {@link dev.autoversion.freemarker.AutoversionMethod} is what it installs.
 */
@NullMarked
package dev.autoversion.freemarker;

import org.jspecify.annotations.NullMarked;
