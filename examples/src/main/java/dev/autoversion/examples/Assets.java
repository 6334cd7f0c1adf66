package dev.autoversion.examples;

import java.util.List;

/** References: those on the pages, and those that the engines are compared on. */
final class Assets {
  private static final String BOOTSTRAP = "/webjars/bootstrap/5.3.8/dist/";

  /** The bare name in the site's scripts, and the WebJar that it stands for. */
  static final String LIT = "/webjars/lit-html/3.3.2/lit-html.js";

  /** The entry of each page's scripts. */
  static final String SCRIPT = "/static/js/site.js";

  /** The references on each engine's page, in order. */
  static final List<String> ON_A_PAGE =
      List.of(
          "/static/img/logo.svg",
          "/static/font/atkinson-next-400.woff2",
          "/static/font/space-grotesk-600.woff2",
          "/static/css/site.css",
          "/static/js/menu.js",
          SCRIPT,
          "/static/img/hills.png",
          "/static/img/hills@2x.png",
          "/static/img/file.svg",
          "/static/img/version.svg",
          "/static/img/address.svg",
          "/static/img/signs.svg#check");

  /** What each engine is asked for: files of each kind, and references that stay unchanged. */
  static final List<String> COMPARED =
      List.of(
          "/static/css/site.css",
          "/static/js/site.js",
          "/static/img/hills@2x.png",
          "/static/img/signs.svg#check",
          "/static/font/space-grotesk-600.woff2",
          BOOTSTRAP + "css/bootstrap.min.css",
          "/build/src/planner.js",
          "/pebble",
          "https://example.org/style.css",
          "/static/img/not-there.png");

  /** The assets whose sizes are shown. */
  static final List<String> WEIGHED =
      List.of(
          BOOTSTRAP + "css/bootstrap.min.css",
          BOOTSTRAP + "js/bootstrap.bundle.min.js",
          LIT,
          "/static/css/site.css",
          "/static/img/hills.png");

  private Assets() {}
}
