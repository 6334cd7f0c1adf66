package dev.autoversion;

import dev.autoversion.reference.Reference;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Follows the references of a stylesheet to all it reaches. Each asset is looked at by itself, so
 * no load waits for another, and whichever asset one starts from gets the same answer every time. A
 * stylesheet whose cover is remembered and fresh is not followed again, so that a chain of any
 * length is walked once.
 */
final class References {
  private final Mounts mounts;
  private final AssetFinder finder;
  private final Map<String, Build> builds;
  private final Freshness freshness;

  References(Mounts mounts, AssetFinder finder, Map<String, Build> builds, Freshness freshness) {
    this.mounts = mounts;
    this.finder = finder;
    this.builds = builds;
    this.freshness = freshness;
  }

  /**
   * The version that covers a stylesheet and all it reaches.
   *
   * @throws IOException if the strategy can't tell now
   */
  Cover cover(Sighting.Seen root, Look look) throws IOException {
    Optional<Cover> known = known(root, look);
    return known.isPresent() ? known.get() : cover(root, look, true);
  }

  /** The same from looks at the assets alone, whatever is remembered of covers. */
  Cover coverAnew(Sighting.Seen root, Look look) throws IOException {
    return root.references().isEmpty() ? Cover.ofItself(root) : cover(root, look, false);
  }

  /** The assets that a version covers, itself first, in the order in which they are reached. */
  List<String> covered(Sighting.Seen root, Look look) {
    return follow(root, look, false).names();
  }

  /** What a stylesheet's reference leads to, if it lies under a mount. */
  Optional<MountedUrl> locate(String stylesheet, String reference, Look look) {
    return mounts.locate(UrlPath.resolve(stylesheet, UrlPath.asRead(reference)), look.address());
  }

  private Cover cover(Sighting.Seen root, Look look, boolean remembered) throws IOException {
    Reach reach = follow(root, look, remembered);
    List<Cover> covers = new Covering(reach, look.lookup().strategy()).covers();
    for (Cover cover : covers) {
      if (!cover.own().references().isEmpty()) {
        look.memory().remember(look.address().contextPath(), cover);
      }
    }
    return covers.get(0);
  }

  private Reach follow(Sighting.Seen root, Look look, boolean remembered) {
    Reach reach = new Reach(root);
    for (Reach.Member from = reach.next(); from != null; from = reach.next()) {
      List<Reference> references = from.seen().references();
      int[] targets = new int[references.size()];
      for (int i = 0; i < targets.length; i++) {
        targets[i] = target(from, references.get(i), reach, look, remembered);
      }
      from.follow(targets);
    }
    return reach;
  }

  private int target(
      Reach.Member from, Reference reference, Reach reach, Look look, boolean remembered) {
    String base = look.address().contextPath() + from.seen().path().url();
    MountedUrl at = locate(base, reference.value(), look).orElse(null);
    if (at == null) {
      return Reach.NOWHERE;
    }
    Sighting sighting = sighting(at, from, look);
    if (sighting instanceof Sighting.Seen seen) {
      Optional<Cover> known = remembered ? known(seen, look) : Optional.empty();
      return reach.add(seen, known, from);
    }
    if (sighting instanceof Sighting.Unversioned) {
      from.fail();
    } else if (sighting instanceof Sighting.Absent && !at.isLink()) {
      from.miss(MissingReference.in(base, reference, at));
    }
    return Reach.NOWHERE;
  }

  private Sighting sighting(MountedUrl at, Reach.Member from, Look look) {
    Build build = Objects.requireNonNull(builds.get(at.mount().prefix()), at.mount().prefix());
    Optional<Build.Made> made = build.isEmpty() ? Optional.empty() : build.made(at, look.now());
    Optional<SitePath> path = made.flatMap(published -> at.path(at.url()));
    return path.isPresent()
        ? published(path.get(), made.get(), from, look)
        : finder.find(at, look).sighting();
  }

  /** What a build has made, which changes when its URL does; its server may go at any time. */
  private static Sighting published(SitePath path, Build.Made made, Reach.Member from, Look look) {
    // With a version that is no hash, such as a release, a URL has nothing to add to it.
    Version version =
        look.lookup().strategy().identifiesContent() ? made.version() : from.seen().version();
    Steadiness steadiness =
        path.mount().devServer() == null ? Steadiness.SETTLED : Steadiness.YOUNG;
    return new Sighting.Seen(
        path, Stamp.ofIdentity(made.url()), version, List.of(), steadiness, look.now());
  }

  private Optional<Cover> known(Sighting.Seen seen, Look look) {
    if (seen.references().isEmpty()) {
      return Optional.of(Cover.ofItself(seen));
    }
    return look.memory()
        .cover(look.address().contextPath(), seen.path().key())
        .filter(cover -> cover.isOf(seen))
        .filter(cover -> freshness.isFresh(cover.checkedAt(), cover.isSettled(), look.now()));
  }
}
