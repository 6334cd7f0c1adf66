package dev.autoversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through all assets that the mounts' sources list. */
final class Inventory {
  private final Mounts mounts;
  private final SiteAddress address;
  private final Answers answers;
  private final Warnings warnings;
  private final long maximumSize;

  Inventory(Settings settings, Answers answers) {
    this.mounts = settings.mounts();
    this.address = settings.address();
    this.answers = answers;
    this.warnings = answers.warnings();
    this.maximumSize = settings.maximumSize();
  }

  /** What to do with each asset and the reference that leads to it. */
  @FunctionalInterface
  interface Visitor {
    WarmUp visit(String reference, SitePath path, Asset asset);
  }

  /** Counts what is listed without reading it. */
  WarmUp count() {
    return visit((reference, path, asset) -> new WarmUp(1, size(asset)));
  }

  /** The asset's size, or 0 if its source can't tell without reading it. */
  static long size(Asset asset) {
    try {
      return Math.max(asset.size(), 0);
    } catch (IOException | RuntimeException e) { // The latter from a user's own asset.
      return 0;
    }
  }

  /** Visits each asset once, on all cores; a failure does not stop the others. */
  WarmUp visit(Visitor visitor) {
    WarmUp all = WarmUp.NOTHING;
    long listed = 0;
    for (Mount mount : mounts.longestFirst()) {
      try (Stream<Asset> assets = mount.source().assets()) {
        List<Asset> here = list(mount, assets);
        listed += here.size();
        all = all.plus(visit(mount, here, visitor));
      } catch (IOException | RuntimeException e) { // The latter from a source of the user's own.
        warnOfList(mount, e);
      }
    }
    warnOfSize(listed);
    return all;
  }

  /** The list is made first, so that the work can be divided evenly. */
  private List<Asset> list(Mount mount, Stream<Asset> assets) {
    List<Asset> listed = new ArrayList<>();
    List<Copies> builds = answers.build(mount).copies(answers.look("").now());
    try {
      assets.forEachOrdered(
          asset -> {
            boolean sent = builds.stream().allMatch(build -> isSent(mount, asset.path(), build));
            if (sent && isReachable(new SitePath(mount, asset.path()))) {
              listed.add(asset);
            }
          });
      warnings.forget(subject(mount));
    } catch (RuntimeException e) { // The list is incomplete, or a user's own source fails.
      warnOfList(mount, e);
    }
    return listed;
  }

  /** Of an asset and everything that builds made from it, only its copy counts. */
  private static boolean isSent(Mount mount, LogicalPath file, Copies build) {
    Optional<LogicalPath> asset = build.assetOf(file);
    return asset.isPresent()
        ? mount.exclusion(asset.get()).isEmpty()
        : !build.replaces(file) && !build.wrote(file);
  }

  private WarmUp visit(Mount mount, List<Asset> assets, Visitor visitor) {
    return assets.parallelStream()
        .map(asset -> visit(new SitePath(mount, asset.path()), asset, visitor))
        .reduce(WarmUp.NOTHING, WarmUp::plus);
  }

  private WarmUp visit(SitePath path, Asset asset, Visitor visitor) {
    String reference = reference(path);
    try {
      return visitor.visit(reference, path, asset);
    } catch (RuntimeException e) { // From a user's own placement.
      String message = Printable.quote(reference) + " can't be warmed up: " + e;
      warnings.failure("warm up " + reference, message, "warm up", e);
      return WarmUp.NOTHING;
    }
  }

  /** Whether the asset is public under that name, and no mount with a longer prefix hides it. */
  private boolean isReachable(SitePath path) {
    return path.exclusion().isEmpty()
        && mounts
            .locate(reference(path), address)
            .filter(at -> at.mount() == path.mount())
            .isPresent();
  }

  /** With the context path and without the host, percent-encoded. */
  private String reference(SitePath path) {
    return address.contextPath() + path.url();
  }

  private void warnOfList(Mount mount, Exception cause) {
    // The unchecked exception's message is its cause's, or better.
    String why = cause instanceof UncheckedIOException ? cause.getMessage() : cause.toString();
    String message = mount.described() + " can't list all its assets; the others are warm: " + why;
    warnings.failure(subject(mount), message, mount.described(), cause);
  }

  private void warnOfSize(long assets) {
    if (assets > maximumSize) {
      warnings.failure(
          "maximumSize",
          () ->
              assets
                  + " assets, but maximumSize("
                  + maximumSize
                  + ") remembers fewer; set it higher, or the others are read again when a page"
                  + " asks for them");
    }
  }

  private static String subject(Mount mount) {
    return "list " + mount.prefix();
  }
}
