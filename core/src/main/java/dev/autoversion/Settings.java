package dev.autoversion;

import dev.autoversion.reference.ReferenceFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a builder was given. */
record Settings(
    Mounts mounts,
    SiteAddress address,
    VersionStrategy strategy,
    Set<ReferenceFormat> formats,
    Placement placement,
    OnMissing onMissing,
    Freshness freshness,
    List<Glob> hostExcept,
    Map<String, String> moduleNames,
    long maximumSize,
    long maximumBytes,
    boolean answerPlainUrls,
    Codecs codecs) {
  /** How the bytes of assets are read. */
  Content.Reader reader() {
    return new Content.Reader(strategy, formats);
  }
}
