package dev.autoversion.manifest;

import dev.autoversion.SeedContract;

/** This module's. */
class SeedTest extends SeedContract {}
