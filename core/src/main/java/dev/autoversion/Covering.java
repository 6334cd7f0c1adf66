package dev.autoversion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Covers everything that was reached, each asset once. A referrer is bundled with the covers of
 * what it refers to, so that its version follows from theirs. Referrers in a circle are first
 * covered together, starting at the member with the least version whichever was asked for, then
 * each with that.
 */
final class Covering {
  private final List<Reach.Member> members;
  private final VersionStrategy strategy;
  private final @Nullable Cover[] covers;
  private final @Nullable Version[] versions;

  Covering(Reach reach, VersionStrategy strategy) {
    this.members = reach.members();
    this.strategy = strategy;
    this.covers = new Cover[members.size()];
    this.versions = new Version[members.size()];
  }

  /** The cover of each member, in their order. */
  List<Cover> covers() throws IOException {
    for (List<Integer> circle : Circles.of(members.stream().map(Reach.Member::targets).toList())) {
      Reach.Member first = members.get(circle.get(0));
      if (first.known().isPresent()) {
        Cover known = first.known().get();
        covers[circle.get(0)] = known;
        versions[circle.get(0)] = known.version();
      } else if (circle.size() == 1) {
        int only = circle.get(0);
        versions[only] = bundled(only, Set.of(only));
        covers[only] = cover(only, common(circle, Set.of()));
      } else {
        coverTogether(circle);
      }
    }
    return List.of(covers);
  }

  private void coverTogether(List<Integer> circle) throws IOException {
    Version together = together(circle);
    Set<String> keys = new LinkedHashSet<>();
    for (int member : circle) {
      keys.add(members.get(member).seen().path().key());
      Bundle bundle = new Bundle(List.of(own(member), together), List.of(List.of(1), List.of()));
      versions[member] = versionOf(bundle);
    }
    Common common = common(circle, Collections.unmodifiableSet(keys));
    circle.forEach(member -> covers[member] = cover(member, common));
  }

  /** The version of a whole circle, wherever one starts, and whatever the files' names. */
  private Version together(List<Integer> circle) throws IOException {
    String least = Collections.min(circle.stream().map(member -> own(member).value()).toList());
    Set<Integer> inside = Set.copyOf(circle);
    TreeSet<String> candidates = new TreeSet<>();
    for (int member : circle) {
      if (own(member).value().equals(least)) {
        candidates.add(bundled(member, inside).value());
      }
    }
    return new Version(candidates.first());
  }

  /** The version of a bundle that is followed inside a circle and ends at covers outside of it. */
  private Version bundled(int from, Set<Integer> circle) throws IOException {
    Map<Integer, Integer> indexes = new HashMap<>();
    List<Integer> order = new ArrayList<>(List.of(from));
    indexes.put(from, 0);
    List<List<Integer>> links = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      int member = order.get(i);
      List<Integer> to = new ArrayList<>();
      for (int target : circle.contains(member) ? members.get(member).targets() : new int[0]) {
        to.add(target == Reach.NOWHERE ? target : indexFor(target, indexes, order));
      }
      links.add(List.copyOf(to));
    }
    if (order.size() == 1 && links.get(0).stream().allMatch(to -> to == Reach.NOWHERE)) {
      return own(from); // A referrer that leads to no asset is like any other asset.
    }
    List<Version> inOrder = new ArrayList<>();
    for (int member : order) {
      inOrder.add(circle.contains(member) ? own(member) : Objects.requireNonNull(versions[member]));
    }
    return versionOf(new Bundle(inOrder, links));
  }

  private Version versionOf(Bundle bundle) throws IOException {
    return Objects.requireNonNull(
        strategy.versionOf(bundle), "versionOf() of the version strategy gave null");
  }

  private static int indexFor(int member, Map<Integer, Integer> indexes, List<Integer> order) {
    return indexes.computeIfAbsent(
        member,
        added -> {
          order.add(added);
          return order.size() - 1;
        });
  }

  /**
   * What the covers of a circle's members have in common.
   *
   * @param circle their keys; empty for an asset that is in no circle
   */
  private record Common(
      List<MissingReference> missing,
      Steadiness steadiness,
      boolean failed,
      long checkedAt,
      Set<String> circle) {}

  private Common common(List<Integer> circle, Set<String> keys) {
    Map<String, MissingReference> missing = new LinkedHashMap<>();
    Steadiness steadiness = Steadiness.SETTLED;
    boolean failed = false;
    long checkedAt = members.get(circle.get(0)).seen().checkedAt();
    for (int member : circle) {
      Reach.Member at = members.get(member);
      at.misses().forEach(miss -> missing.putIfAbsent(miss.subject(), miss));
      failed |= at.hasFailed();
      steadiness = steadiness.orWorse(at.seen().steadiness());
      checkedAt = older(checkedAt, at.seen().checkedAt());
      for (int target : at.targets()) {
        Cover outside = target == Reach.NOWHERE ? null : covers[target];
        if (outside != null) {
          outside.missing().forEach(miss -> missing.putIfAbsent(miss.subject(), miss));
          failed |= outside.failed();
          steadiness = steadiness.orWorse(outside.steadiness());
          checkedAt = older(checkedAt, outside.checkedAt());
        }
      }
    }
    return new Common(List.copyOf(missing.values()), steadiness, failed, checkedAt, keys);
  }

  private Cover cover(int index, Common common) {
    Reach.Member member = members.get(index);
    List<Sighting.Seen> targets = new ArrayList<>();
    List<Version> covered = new ArrayList<>();
    for (int target : Arrays.stream(member.targets()).distinct().toArray()) {
      if (target != Reach.NOWHERE) {
        targets.add(members.get(target).seen());
        covered.add(Objects.requireNonNull(versions[target]));
      }
    }
    return new Cover(
        member.seen(),
        Objects.requireNonNull(versions[index]),
        List.copyOf(targets),
        List.copyOf(covered),
        common.missing(),
        common.steadiness(),
        common.failed(),
        common.checkedAt(),
        common.circle());
  }

  private Version own(int member) {
    return members.get(member).seen().version();
  }

  /** A ticker's times may overflow, so only differences are compared. */
  private static long older(long one, long other) {
    return other - one < 0 ? other : one;
  }
}
