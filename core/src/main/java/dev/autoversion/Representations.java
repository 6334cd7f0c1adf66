package dev.autoversion;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** All representations of one version of an asset made so far. */
final class Representations {
  // The memory for the objects around the bytes.
  private static final int OVERHEAD = 1024;

  private final String key;
  private final Sighting.Seen seen;
  private final Representation identity;
  private final AtomicReferenceArray<@Nullable Representation> coded =
      new AtomicReferenceArray<>(Coding.values().length);
  private final AtomicInteger making = new AtomicInteger();
  // The sizes of the codings that a build has left in files; 0 for none.
  private final AtomicLongArray built = new AtomicLongArray(Coding.values().length);
  private volatile String integrity = "";

  /**
   * The identity, and the codings that can be made from it.
   *
   * @param built the content codings that a build has left in files, and their sizes
   */
  Representations(
      String key, Sighting.Seen seen, Representation identity, Map<String, Long> built) {
    this.key = key;
    this.seen = seen;
    this.identity = identity;
    coded.set(Coding.IDENTITY.ordinal(), identity);
    built.forEach(
        (token, size) -> {
          Coding coding = Coding.named(token);
          if (coding != null && coding != Coding.IDENTITY) {
            this.built.set(coding.ordinal(), size);
          }
        });
  }

  /** The key by which they are remembered. */
  String key() {
    return key;
  }

  /** The look at the asset that showed them. */
  Sighting.Seen seen() {
    return seen;
  }

  /**
   * Whether another look showed the same bytes and, if they are not in memory, in the same place: a
   * deploy also rewrites files that have not changed.
   */
  boolean areOf(Sighting.Seen other, VersionStrategy strategy) {
    boolean same = seen.stamp().equals(other.stamp());
    boolean trusted =
        strategy.identifiesContent()
            ? same || identity.bytes().held() > 0
            : same && other.steadiness() == Steadiness.SETTLED;
    boolean better = identity.bytes().isProvisional() && other.steadiness() == Steadiness.SETTLED;
    return trusted && !better && seen.version().equals(other.version());
  }

  Representation identity() {
    return identity;
  }

  /** The one in a coding, or the identity if that coding saves too little; null if not yet made. */
  @Nullable Representation in(Coding coding) {
    return coded.get(coding.ordinal());
  }

  /** The length of a build's file in a coding, as recorded by the build, or 0. */
  long builtLength(Coding coding) {
    return built.get(coding.ordinal());
  }

  /** Whether a build has left files in content codings. */
  boolean hasBuiltCodings() {
    for (Coding coding : Coding.values()) {
      if (builtLength(coding) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Forgets what a build has recorded about a coding, since its file is a different one. */
  void disprove(Coding coding) {
    built.set(coding.ordinal(), 0);
  }

  /** Claims the making of a coding; a thread that can't claim it does not wait for the other. */
  boolean begin(Coding coding) {
    int bit = 1 << coding.ordinal();
    return (making.getAndUpdate(all -> all | bit) & bit) == 0;
  }

  /** Ends that claim. */
  void end(Coding coding) {
    int bit = 1 << coding.ordinal();
    making.updateAndGet(all -> all & ~bit);
  }

  void put(Coding coding, Representation representation) {
    coded.set(coding.ordinal(), representation);
  }

  /** Takes over the codings of others if they are of the same bytes. */
  void takeCodings(@Nullable Representations others) {
    if (others != null && identity.etag().equals(others.identity.etag())) {
      for (Coding coding : Coding.values()) {
        Representation other = others.in(coding);
        Representation taken = other == others.identity ? identity : other;
        coded.compareAndSet(coding.ordinal(), null, taken);
      }
    }
  }

  /** The value of the HTML attribute of that name, or "" if it was not asked for yet. */
  String integrity() {
    return integrity;
  }

  void integrity(String value) {
    integrity = value;
  }

  /** Roughly the memory that they take, in bytes. */
  int weight() {
    long sum = OVERHEAD + 2L * key.length() + identity.bytes().held();
    for (Coding coding : Coding.values()) {
      Representation one = in(coding);
      if (one != null && one != identity) {
        sum += one.bytes().held();
      }
    }
    return (int) Math.min(sum, Integer.MAX_VALUE);
  }
}
