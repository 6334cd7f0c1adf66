package dev.autoversion;

import java.util.List;
import java.util.Map;

/** What a builder was told. */
record Settings(
    Mounts mounts,
    SiteAddress address,
    VersionStrategy strategy,
    Placement placement,
    OnMissing onMissing,
    Freshness freshness,
    List<Glob> hostExcept,
    Map<String, String> moduleNames,
    long maximumSize,
    long maximumBytes,
    boolean answerPlainUrls,
    Codecs codecs) {}
