package dev.autoversion;

/** What a builder was told. */
record Settings(
    Mounts mounts,
    SiteAddress address,
    VersionStrategy strategy,
    Placement placement,
    OnMissing onMissing,
    Freshness freshness,
    Globs hostExcept,
    long maximumSize,
    long maximumBytes,
    boolean answerPlainUrls,
    Codecs codecs) {}
