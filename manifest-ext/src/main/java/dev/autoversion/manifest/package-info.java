/**
 * Reads what bundlers leave behind, so that a template names a source and a page loads the file
 * that was made of it. {@link dev.autoversion.manifest.Manifests} is the door.
 */
@NullMarked
package dev.autoversion.manifest;

import org.jspecify.annotations.NullMarked;
