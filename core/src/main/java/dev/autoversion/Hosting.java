package dev.autoversion;

import java.util.List;

/** Puts the site's host before a URL, unless it is there already or not wanted. */
record Hosting(String host, List<Glob> except) {
  /** The URL of an asset of ours, with its version. */
  String url(MountedUrl at, LogicalPath path, String url) {
    return host.isEmpty() || at.absolute() || keepsOrigin(path.value()) ? url : host + url;
  }

  /** The URL of a published file. */
  String url(MountedUrl at, PublishedFile file) {
    return file.elsewhere() ? file.url() : url(at, file, file.url());
  }

  /** The same with what a reference has behind the name. */
  String url(MountedUrl at, PublishedFile file, String url) {
    String prefix = at.mount().prefix();
    String path = file.below(prefix).map(LogicalPath::value).orElse(file.text());
    return host.isEmpty() || at.absolute() || keepsOrigin(path)
        ? at.front() + url
        : host + at.front() + url;
  }

  private boolean keepsOrigin(String path) {
    return except.stream().anyMatch(pattern -> pattern.matches(path));
  }
}
