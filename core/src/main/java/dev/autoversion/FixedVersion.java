package dev.autoversion;

/** One version for all assets. */
record FixedVersion(Version version) implements VersionStrategy {
  @Override
  public Version versionOf(Asset asset) {
    return version;
  }

  @Override
  public String toString() {
    return "fixed(" + version + ")";
  }
}
