package dev.autoversion;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** An asset's place in the site: the mount it lies under, and its name there. */
record SitePath(Mount mount, LogicalPath path) {
  /** The path a browser would ask for, decoded: {@code /static/js/a b.js}. */
  String name() {
    return mount.prefix() + "/" + path.value();
  }

  /** The path a browser would ask for, percent-encoded: {@code /static/js/a%20b.js}. */
  String url() {
    return mount.prefix() + "/" + path.urlPath();
  }

  /** The asset's key; neither part contains a line feed, so keys are unique. */
  String key() {
    return mount.prefix() + "\n" + path.value();
  }

  Optional<Asset> find(Set<Object> facts) throws IOException {
    return Objects.requireNonNull(
        mount.source().find(path, facts), "find() of the asset source gave null");
  }

  /** The URL with a version in it, as a browser would ask for it. */
  String url(Placement placement, Version version) {
    int cut = Math.max(mount.prefix().lastIndexOf('/'), 0);
    return url().substring(0, cut) + placed(placement, url().substring(cut), version);
  }

  /** What a placement, which may be a user's own, makes of a URL. */
  static String placed(Placement placement, String url, Version version) {
    return Objects.requireNonNull(
        placement.insert(url, version), "insert() of the placement gave null");
  }

  /** The pattern that excludes the asset, if one does. */
  Optional<String> exclusion() {
    return mount.exclusion(path);
  }
}
