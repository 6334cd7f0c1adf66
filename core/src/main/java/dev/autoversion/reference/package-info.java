/**
 * Pure scanners that find the references in a text and put others in their place.
 *
 * <p>They are total functions: any bytes in, an answer out, in linear time. They know nothing of
 * mounts, sources or versions.
 */
@NullMarked
package dev.autoversion.reference;

import org.jspecify.annotations.NullMarked;
