package dev.autoversion;

/**
 * What a {@link Placement} reads out of a versioned URL: {@code /static/js/app-9f3c.js} gives
 * {@code /static/js/app.js} and {@code 9f3c}. It is a proposal; only an asset's current version
 * confirms it.
 *
 * @param url the URL without the version
 * @param version the version that it carried
 */
public record AssetUrl(String url, Version version) {}
