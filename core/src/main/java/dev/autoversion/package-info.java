/**
 * Versions for static assets. {@link dev.autoversion.Autoversion} is the way in; {@link
 * dev.autoversion.AssetSource}, {@link dev.autoversion.VersionStrategy} and {@link
 * dev.autoversion.Placement} answer its three independent questions: where a file lives, what
 * changes when it changes, and where that goes in the URL.
 */
@NullMarked
package dev.autoversion;

import org.jspecify.annotations.NullMarked;
