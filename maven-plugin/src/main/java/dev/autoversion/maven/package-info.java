/**
 * A Maven plugin over {@code dev.autoversion.fingerprint}: {@code autoversion:fingerprint} writes
 * the copies and the manifest, {@code autoversion:check} fails if that would write something,
 * {@code autoversion:clean} removes what old builds have left.
 *
 * <p>{@code AssetFolder} is what a POM says about a folder, {@code ProjectFolders} finds the
 * folders of a project whose POM says nothing, and each goal extends {@code FolderMojo}.
 */
@NullMarked
package dev.autoversion.maven;

import org.jspecify.annotations.NullMarked;
