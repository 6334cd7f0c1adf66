package dev.autoversion.fingerprint;

import dev.autoversion.Version;

/**
 * What one reading of an asset gave.
 *
 * @param version of the asset by itself
 * @param integrity of its bytes
 * @param size how many bytes it has
 */
record Seen(Version version, String integrity, long size) {}
