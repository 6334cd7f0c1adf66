/**
 * Pure scanners that find the references in a text and replace them.
 *
 * <p>They are total functions: any bytes give an answer, in linear time. They know nothing about
 * mounts, sources or versions.
 */
@NullMarked
package dev.autoversion.reference;

import org.jspecify.annotations.NullMarked;
