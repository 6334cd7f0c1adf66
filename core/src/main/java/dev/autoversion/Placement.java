package dev.autoversion;

import java.util.Optional;

/**
 * Puts a version into a URL and finds it again. {@link #query()} works without help from the
 * server; choose {@link #fileName()} or {@link #pathSegment()} if something serves such names:
 * every cache stores those, while some proxies never store a URL that has a query.
 *
 * <p>Implement it for a form of your own. Both methods are pure, total functions, and inverses of
 * each other: {@code extract(insert(url, v))} gives {@code (url, v)} for every URL that carries no
 * version. The URL they see begins with a slash and the mount's last segment ({@code
 * /static/js/app.js?x=1#top}); host, context path and the segments in front are not part of it.
 * Where the whole site is mounted, at {@code /}, there is no such segment, and a URL may be as
 * short as {@code /app.js}. A versioned URL that begins with another segment is outside of the
 * mount, so it is not answered. Its {@code toString} appears in messages: name the form.
 */
public interface Placement {
  /**
   * Puts a version into a URL: {@code /static/js/app.js} gives {@code /static/js/app.js?v=9f3c}.
   * Nothing else in the URL changes.
   *
   * @param url the URL, from the mount's last segment on
   * @param version the version to put in
   * @return the versioned URL
   */
  String insert(String url, Version version);

  /**
   * Finds the version in a URL: {@code /static/js/app.js?v=9f3c} gives {@code /static/js/app.js}
   * and {@code 9f3c}. Text that merely looks like a version is found too; the asset's own version
   * decides later.
   *
   * @param url the URL, from the mount's last segment on
   * @return the URL without its version, and the version; or empty if it carries none
   */
  Optional<AssetUrl> extract(String url);

  /** {@return {@code /static/js/script.js?v=9f3c2ab1d04e} - works with every server unchanged} */
  static Placement query() {
    return QueryPlacement.of("v");
  }

  /**
   * {@code /static/js/script.js?version=9f3c2ab1d04e} - a query parameter with another name.
   *
   * @param parameter letters, digits, {@code .}, {@code _}, {@code -}; reserved in asset URLs
   * @return the placement
   * @throws IllegalArgumentException if the name is empty or contains another character
   */
  static Placement query(String parameter) {
    return QueryPlacement.of(parameter);
  }

  /**
   * {@return {@code /static/js/script-9f3c2ab1d04e.js} - every cache honours it; something must
   * serve that name}
   */
  static Placement fileName() {
    return new FileNamePlacement();
  }

  /**
   * {@return {@code /static/@9f3c2ab1d04e/js/script.js} - every cache honours it and file names
   * stay as they are; something must serve that path}
   */
  static Placement pathSegment() {
    return new PathSegmentPlacement();
  }
}
