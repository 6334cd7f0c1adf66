package dev.autoversion;

import dev.autoversion.reference.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found on the way from a stylesheet to all it reaches. */
final class Reach {
  /** The index of no asset. */
  static final int NOWHERE = -1;

  private final List<Member> members = new ArrayList<>();
  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<List<Integer>> links = new ArrayList<>();
  private final List<Miss> misses = new ArrayList<>();
  private boolean lasting = true;
  private boolean failed;
  private long checkedAt;

  Reach(long checkedAt) {
    this.checkedAt = checkedAt;
  }

  /** An asset that was reached. */
  record Member(String name, String base, Sighting.Seen seen) {}

  /** A stylesheet's reference with no asset behind it. */
  record Miss(String stylesheet, Reference found, MountedUrl at) {}

  /** The index of an asset, which is new or was reached before. */
  int add(Finding finding, Sighting.Seen seen) {
    Integer known = indexes.putIfAbsent(finding.key(), members.size());
    if (known != null) {
      return known;
    }
    members.add(new Member(finding.name(), finding.base(), seen));
    lasting &= seen.lasting();
    checkedAt = seen.checkedAt() - checkedAt < 0 ? seen.checkedAt() : checkedAt;
    return members.size() - 1;
  }

  void link(List<Integer> targets) {
    links.add(targets);
  }

  void miss(Miss miss) {
    misses.add(miss);
  }

  void fail() {
    failed = true;
  }

  int size() {
    return members.size();
  }

  Member member(int index) {
    return members.get(index);
  }

  List<String> names() {
    return members.stream().map(Member::name).toList();
  }

  List<Miss> misses() {
    return Collections.unmodifiableList(misses);
  }

  /** Whether a reference leads to an asset; without one, a stylesheet is like any other asset. */
  boolean leadsAnywhere() {
    return links.stream().flatMap(List::stream).anyMatch(index -> index != NOWHERE);
  }

  /** Whether an asset that is referred to could not be looked at. */
  boolean hasFailed() {
    return failed;
  }

  Bundle bundle() {
    return new Bundle(members.stream().map(member -> member.seen().version()).toList(), links);
  }

  /** The stylesheet with the version that covers all; as old as the oldest look. */
  Sighting.Seen covered(Version version) {
    Sighting.Seen own = members.get(0).seen();
    return new Sighting.Seen(
        own.stamp(), version, own.references(), own.settled(), lasting, checkedAt);
  }
}
