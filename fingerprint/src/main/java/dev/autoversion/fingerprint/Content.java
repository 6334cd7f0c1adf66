package dev.autoversion.fingerprint;

import dev.autoversion.Version;

/**
 * What the bytes of an asset are known by.
 *
 * @param version that of the asset by itself
 * @param integrity the value of the HTML attribute
 * @param size how many they are
 */
record Content(Version version, String integrity, long size) {}
