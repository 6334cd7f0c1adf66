package dev.autoversion;

/** One version for all assets. */
record FixedVersionStrategy(Version version) implements VersionStrategy {
  @Override
  public Version versionOf(Asset asset) {
    return version;
  }

  /** The referrer's own version: choosing it promises that nothing changes within a release. */
  @Override
  public Version versionOf(Bundle bundle) {
    return bundle.versions().get(0);
  }

  @Override
  public boolean couldGive(Version version) {
    return version.hasFormOf(this.version);
  }

  @Override
  public String toString() {
    return "fixed(" + version + ")";
  }
}
