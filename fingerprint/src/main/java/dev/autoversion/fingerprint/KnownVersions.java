package dev.autoversion.fingerprint;

import dev.autoversion.Asset;
import dev.autoversion.Bundle;
import dev.autoversion.LogicalPath;
import dev.autoversion.Version;
import dev.autoversion.VersionStrategy;
import java.io.IOException;
import java.util.Map;

/** The library's content hash, but for assets already copied it uses the known version. */
record KnownVersions(Map<LogicalPath, Version> copied) implements VersionStrategy {
  private static final VersionStrategy HASH = VersionStrategy.contentHash();

  @Override
  public Version versionOf(Asset asset) throws IOException {
    Version known = copied.get(asset.path());
    return known == null ? HASH.versionOf(asset) : known;
  }

  @Override
  public Version versionOf(Bundle bundle) throws IOException {
    return HASH.versionOf(bundle);
  }

  @Override
  public boolean identifiesContent() {
    return true;
  }

  @Override
  public boolean couldGive(Version version) {
    return HASH.couldGive(version);
  }

  @Override
  public String toString() {
    return HASH.toString();
  }
}
