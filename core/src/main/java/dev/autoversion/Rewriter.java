package dev.autoversion;

import java.util.Optional;

/**
 * Puts versions into a stylesheet's references. A relative one stays relative, and arrives from the
 * stylesheet's own versioned URL.
 */
final class Rewriter {
  private final Mounts mounts;
  private final Placement placement;
  private final Search search;

  Rewriter(Mounts mounts, Placement placement, Search search) {
    this.mounts = mounts;
    this.placement = placement;
    this.search = search;
  }

  /** {@code ("/s/css/a.css", "1", "../x.png")} gives {@code ../x-9f3c.png}; the rest stays. */
  String rewrite(String stylesheet, Version own, String reference, long now, Memory memory) {
    if (!UrlPath.mayNameAsset(reference)) {
      return reference;
    }
    Optional<Finding> found =
        search.find(stylesheet, reference, now, memory).map(Resolution::finding);
    boolean changes = found.isPresent() && found.get().lacksVersion();
    if (!UrlPath.isRelative(reference)) {
      return changes ? found.get().versionedUrl(placement) : reference;
    }
    String from = versioned(stylesheet, own);
    boolean moves = !UrlPath.directory(from).equals(UrlPath.directory(stylesheet));
    if (!changes && !moves) {
      return reference;
    }
    String plain = UrlPath.resolve(stylesheet, reference);
    String target = changes ? found.get().versionedUrl(placement) : plain;
    String folder = UrlPath.directory(target);
    return moves || !folder.equals(UrlPath.directory(plain))
        ? UrlPath.relativize(from, target)
        : UrlPath.directory(reference) + target.substring(folder.length());
  }

  private String versioned(String stylesheet, Version own) {
    return mounts
        .locate(stylesheet)
        .map(at -> at.head() + placement.insert(at.url(), own))
        .orElse(stylesheet);
  }
}
