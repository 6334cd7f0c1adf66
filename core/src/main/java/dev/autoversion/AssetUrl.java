package dev.autoversion;

/**
 * What a {@link Placement} reads out of a versioned URL: {@code /static/js/app-9f3c.js} gives
 * {@code /static/js/app.js} and {@code 9f3c}. It is only a candidate until it is compared with the
 * asset's current version.
 *
 * @param url the URL without the version
 * @param version the version that it carried
 */
public record AssetUrl(String url, Version version) {
  // Written by hand: on JDK 17 the generated one keeps this class loader alive once it has run.
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
