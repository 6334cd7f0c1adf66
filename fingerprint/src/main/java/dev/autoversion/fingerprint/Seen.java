package dev.autoversion.fingerprint;

import dev.autoversion.Version;

/**
 * What reading an asset gave.
 *
 * @param version that of the asset by itself
 * @param integrity that of its bytes
 * @param size its size in bytes
 */
record Seen(Version version, String integrity, long size) {}
