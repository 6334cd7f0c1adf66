package dev.autoversion;

/** What a builder was told. */
record Settings(
    Mounts mounts,
    VersionStrategy strategy,
    Placement placement,
    OnMissing onMissing,
    Freshness freshness,
    long maximumSize) {}
