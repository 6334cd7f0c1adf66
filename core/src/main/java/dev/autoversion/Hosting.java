package dev.autoversion;

import java.util.List;

/** Puts the site's host before a URL, unless it is already there or not wanted. */
record Hosting(String host, List<Glob> except) {
  /** The URL of a published file. */
  String url(MountedUrl at, PublishedFile file) {
    return file.elsewhere() ? file.url() : url(at, file, file.url());
  }

  /** The URL of a published file, with what follows the name in the reference. */
  String url(MountedUrl at, PublishedFile file, String url) {
    String path = file.below(at.mount().prefix()).map(LogicalPath::value).orElse(file.text());
    return hosted(at, path, spelled(at, url));
  }

  /** A URL below a mount, whose prefix is encoded where that of the reference is. */
  static String spelled(MountedUrl at, String url) {
    String configured = at.mount().prefix();
    String prefix = at.head().substring(at.start()) + at.url().substring(0, at.mountEnd());
    boolean encoded = prefix.indexOf('%') >= 0 && url.startsWith(configured + "/");
    return at.front() + (encoded ? prefix + url.substring(configured.length()) : url);
  }

  /** A URL on the host, unless the path below the mount keeps the page's own origin. */
  String hosted(MountedUrl at, String path, String url) {
    return host.isEmpty() || at.absolute() || keepsOrigin(path) ? url : host + url;
  }

  /** For an asset's references: an asset on the host can't name the page's own origin. */
  Hosting in(SitePath referrer) {
    return keepsOrigin(referrer.path().value()) ? this : new Hosting(host, List.of());
  }

  private boolean keepsOrigin(String path) {
    return except.stream().anyMatch(pattern -> pattern.matches(path));
  }
}
