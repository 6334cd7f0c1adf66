package dev.autoversion;

/**
 * What a {@link Placement} reads out of a versioned URL: {@code /static/js/app-9f3c.js} gives
 * {@code /static/js/app.js} and {@code 9f3c}. It is a proposal; only an asset's current version
 * confirms it.
 *
 * @param url the URL without the version
 * @param version the version that it carried
 */
public record AssetUrl(String url, Version version) {
  // Written out, as the generated one keeps this class loader alive on JDK 17 once it has run.
  @Override
  public boolean equals(Object other) {
    return other instanceof AssetUrl that && url.equals(that.url) && version.equals(that.version);
  }

  @Override
  public int hashCode() {
    return 31 * url.hashCode() + version.hashCode();
  }

  /** Both parts, for messages. */
  @Override
  public String toString() {
    return "AssetUrl[url=" + url + ", version=" + version + "]";
  }
}
