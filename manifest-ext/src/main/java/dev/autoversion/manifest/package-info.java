/**
 * Reads the manifests of bundlers, so that a template names a source and the page loads the file
 * that was made from it. {@link dev.autoversion.manifest.Manifests} is the way in.
 */
@NullMarked
package dev.autoversion.manifest;

import org.jspecify.annotations.NullMarked;
