package dev.autoversion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is found on the way from a referrer to everything it reaches. */
final class Reach {
  /** The index of no asset. */
  static final int NOWHERE = -1;

  private final List<Member> members = new ArrayList<>();
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Deque<Member> unfollowed = new ArrayDeque<>();

  /** A reach with the referrer itself, to be followed first. */
  Reach(Sighting.Seen root) {
    Member first = new Member(root);
    indexes.put(root.path().key(), 0);
    members.add(first);
    unfollowed.add(first);
  }

  /** An asset that was reached. */
  static final class Member {
    private final Sighting.Seen seen;
    private final List<MissingReference> misses = new ArrayList<>();
    private @Nullable Cover known;
    private int[] targets = {};
    private boolean failed;

    private Member(Sighting.Seen seen) {
      this.seen = seen;
    }

    Sighting.Seen seen() {
      return seen;
    }

    /** Sets the indexes of the assets that its references lead to, in their order. */
    void leadTo(int[] to) {
      targets = to;
    }

    /** Records that a reference leads to no asset. */
    void addMiss(MissingReference miss) {
      misses.add(miss);
    }

    /** Records that a reference leads to an asset that could not be looked at. */
    void setFailed() {
      failed = true;
    }

    /** The remembered cover, if it is good enough to go no further. */
    Optional<Cover> known() {
      return Optional.ofNullable(known);
    }

    /**
     * The indexes of the assets that its references lead to, or {@link #NOWHERE}, in their order.
     */
    int[] targets() {
      return targets;
    }

    List<MissingReference> misses() {
      return Collections.unmodifiableList(misses);
    }

    boolean hasFailed() {
      return failed;
    }
  }

  /**
   * The index of an asset, which is new or was reached before. It need not be followed if its cover
   * is known, unless that is of a circle with the asset it is reached from: then the two must be
   * covered together.
   */
  int add(Sighting.Seen seen, @Nullable Cover known, Member from) {
    boolean inCircle = known != null && known.circle().contains(from.seen().path().key());
    Cover usable = inCircle ? null : known;
    Integer index = indexes.putIfAbsent(key(seen), members.size());
    if (index == null) {
      Member member = new Member(seen);
      member.known = usable;
      members.add(member);
      if (usable == null) {
        unfollowed.add(member);
      }
      return members.size() - 1;
    }
    Member member = members.get(index);
    if (usable == null && member.known != null) {
      member.known = null;
      unfollowed.add(member);
    }
    return index;
  }

  /** A build may have made several files for one name; their references are not followed. */
  private static String key(Sighting.Seen seen) {
    String key = seen.path().key();
    return seen.references().isEmpty() ? key + "\n" + seen.version() : key;
  }

  /** The next asset whose references are to be followed, breadth first. */
  @Nullable Member next() {
    return unfollowed.poll();
  }

  List<Member> members() {
    return Collections.unmodifiableList(members);
  }
}
