package dev.autoversion;

/** Core's. */
class SeedTest extends SeedContract {}
