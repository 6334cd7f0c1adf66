package dev.autoversion.examples;

import java.util.List;

/** The references that the templates write, in the order in which a page has them. */
final class Assets {
  /** What has a version. */
  static final List<String> VERSIONED =
      List.of(
          "/static/img/logo.svg",
          "/static/font/space-grotesk-600.woff2",
          "/webjars/bootstrap/5.3.8/dist/css/bootstrap.min.css",
          "/static/css/site.css",
          "/webjars/bootstrap/5.3.8/dist/js/bootstrap.bundle.min.js",
          "/static/js/site.js",
          "/static/js/fetched.js",
          "/static/img/hills.png",
          "/static/img/hills@2x.png",
          "/static/img/file.svg",
          "/static/img/version.svg",
          "/static/img/address.svg",
          "/static/img/signs.svg#check");

  /** What is left as it is: a page, another site, a file that is not there. */
  static final List<String> LEFT_ALONE =
      List.of("/pebble", "https://example.org/style.css", "/static/img/not-there.png");

  private Assets() {}
}
