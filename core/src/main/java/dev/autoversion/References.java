package dev.autoversion;

import dev.autoversion.reference.Reference;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Follows the references of a referrer to everything it reaches. Each asset is looked at by itself,
 * so no load waits for another, and the result is the same wherever one starts. A referrer whose
 * cover is remembered and fresh is not followed again, so that a chain of any length is walked
 * once.
 */
final class References {
  private final Mounts mounts;
  private final AssetFinder finder;
  private final Function<Mount, Build> builds;
  private final Freshness freshness;

  References(
      Mounts mounts, AssetFinder finder, Function<Mount, Build> builds, Freshness freshness) {
    this.mounts = mounts;
    this.finder = finder;
    this.builds = builds;
    this.freshness = freshness;
  }

  /**
   * The version that covers a referrer and everything it reaches.
   *
   * @throws IOException if the strategy can't tell now
   */
  Cover cover(Sighting.Seen root, Look look) throws IOException {
    Optional<Cover> known = known(root, look);
    if (known.isPresent()) {
      return known.get();
    }
    Reach reach = follow(root, look);
    List<Cover> covers = new Covering(reach, finder.strategy()).covers();
    for (int i = 0; i < covers.size(); i++) {
      if (reach.members().get(i).known().isEmpty()) {
        look.memory().remember(look.address().contextPath(), covers.get(i));
      }
    }
    return covers.get(0);
  }

  /**
   * The assets that a version covers, the referrer first, in the order in which they are reached.
   */
  List<String> covered(Sighting.Seen root, Look look) {
    Set<String> names = new LinkedHashSet<>(List.of(root.path().name()));
    Deque<Sighting.Seen> unfollowed = new ArrayDeque<>();
    for (Sighting.Seen from = root; from != null; from = unfollowed.poll()) {
      for (Sighting.Seen to : targets(from, look)) {
        if (names.add(to.path().name())) {
          unfollowed.add(to);
        }
      }
    }
    return List.copyOf(names);
  }

  private List<Sighting.Seen> targets(Sighting.Seen from, Look look) {
    Optional<Cover> known = known(from, look);
    return known.isPresent()
        ? known.get().targets()
        : from.references().stream()
            .flatMap(reference -> locate(base(from, look), reference.value(), look).stream())
            .flatMap(at -> sightings(from, at, look).stream())
            .filter(Sighting.Seen.class::isInstance)
            .map(Sighting.Seen.class::cast)
            .toList();
  }

  /** What a referrer's reference leads to, if it lies under a mount. */
  Optional<MountedUrl> locate(String referrer, String reference, Look look) {
    return mounts.locate(UrlPath.resolve(referrer, UrlPath.asRead(reference)), look.address());
  }

  private Reach follow(Sighting.Seen root, Look look) {
    Reach reach = new Reach(root);
    for (Reach.Member from = reach.next(); from != null; from = reach.next()) {
      from.leadTo(targets(from, reach, look));
    }
    return reach;
  }

  private int[] targets(Reach.Member from, Reach reach, Look look) {
    IntStream.Builder targets = IntStream.builder();
    for (Reference reference : from.seen().references()) {
      for (int target : targets(from, reference, reach, look)) {
        targets.add(target);
      }
    }
    return targets.build().toArray();
  }

  private int[] targets(Reach.Member from, Reference reference, Reach reach, Look look) {
    String base = base(from.seen(), look);
    MountedUrl at = locate(base, reference.value(), look).orElse(null);
    if (at == null) {
      return new int[] {Reach.NOWHERE};
    }
    List<Sighting> sightings = sightings(from.seen(), at, look);
    if (sightings.get(0) instanceof Sighting.Absent && !finder.isLink(at)) {
      from.addMiss(MissingReference.inPage(at).in(base, reference.value(), reference.line()));
    }
    return sightings.stream().mapToInt(to -> target(from, to, reach, look)).toArray();
  }

  private int target(Reach.Member from, Sighting to, Reach reach, Look look) {
    if (to instanceof Sighting.Unversioned) {
      from.setFailed();
    }
    return to instanceof Sighting.Seen seen
        ? reach.add(seen, known(seen, look).orElse(null), from)
        : Reach.NOWHERE;
  }

  private static String base(Sighting.Seen from, Look look) {
    return look.address().contextPath() + from.path().url();
  }

  private List<Sighting> sightings(Sighting.Seen from, MountedUrl at, Look look) {
    Build build = builds.apply(at.mount());
    Optional<Resolution> built = build.isEmpty() ? Optional.empty() : build.resolve(at, look.now());
    return built
        .flatMap(it -> at.path().map(path -> sighting(path, it, from, look)))
        .map(List::of)
        .orElseGet(() -> sightings(finder.find(at, look), look));
  }

  /** A build's copy is sent for what it is a copy of while that has not changed. */
  private List<Sighting> sightings(Finding finding, Look look) {
    return finder
        .original(finding, look)
        .map(original -> List.of(finding.sighting(), original.sighting()))
        .orElseGet(() -> List.of(finding.sighting()));
  }

  private Sighting sighting(SitePath path, Resolution built, Sighting.Seen from, Look look) {
    return built instanceof Published published
        ? published(path, published, from, look)
        : new Sighting.Excluded(built.whyUnchanged(), look.now());
  }

  /** A file that a build made, which changes when its URL does; its server may stop at any time. */
  private Sighting published(SitePath path, Published published, Sighting.Seen from, Look look) {
    // If the version is not a hash, such as a release, a URL adds nothing to it.
    Version version =
        finder.strategy().identifiesContent() ? published.versionOfUrl() : from.version();
    Steadiness steadiness =
        path.mount().devServer() == null ? Steadiness.SETTLED : Steadiness.YOUNG;
    return new Sighting.Seen(
        path, Stamp.ofIdentity(published.url()), version, List.of(), steadiness, look.now());
  }

  private Optional<Cover> known(Sighting.Seen seen, Look look) {
    if (seen.references().isEmpty()) {
      return Optional.of(Cover.ofItself(seen));
    }
    return look.memory()
        .cover(look.address().contextPath(), seen.path().key())
        .filter(cover -> cover.own().isSameAs(seen))
        .filter(cover -> freshness.isFresh(cover.checkedAt(), cover.isSettled(), look.now()));
  }
}
