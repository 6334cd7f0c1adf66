/**
 * A Maven plugin over {@code dev.autoversion.fingerprint}: {@code autoversion:fingerprint} writes
 * the copies and the manifest, {@code autoversion:check} fails where that would write something,
 * {@code autoversion:clean} removes what old builds have left.
 *
 * <p>{@code AssetFolder} is what a POM says of a folder, {@code ProjectFolders} finds those of a
 * project whose POM says nothing, and each goal is a class over {@code FolderMojo}.
 */
@NullMarked
package dev.autoversion.maven;

import org.jspecify.annotations.NullMarked;
