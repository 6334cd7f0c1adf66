package dev.autoversion;

import org.jspecify.annotations.Nullable;

/**
 * A table in front of the caches, in which each reference has one slot that it may lose to another.
 * A look-up is a load and a comparison: less than a map's, while a cache's is more. Only answers
 * that the caches gave once get in, so a flood of references that never recur stays out, and what
 * the caches drop is dropped here, too.
 *
 * <p>Without locks: an answer is immutable, and a thread that sees an older one notices its age.
 */
final class RecentAnswers {
  private static final int MOST_SLOTS = 1 << 16;

  private final @Nullable Answer[] slots;

  RecentAnswers(long maximumSize) {
    // Four for each reference, so that few must share.
    long wanted = Math.min(maximumSize, MOST_SLOTS / 4) * 4;
    slots = new Answer[Integer.highestOneBit((int) wanted * 2 - 1)];
  }

  @Nullable Answer get(String reference, String contextPath) {
    Answer answer = slots[slot(reference)];
    return answer != null && answer.isTo(reference, contextPath) ? answer : null;
  }

  void put(Answer answer) {
    slots[slot(answer.reference)] = answer;
  }

  /** Replaces an older answer to the same reference by a newer one. */
  void renew(Answer answer) {
    if (get(answer.reference, answer.contextPath) != null) {
      put(answer);
    }
  }

  /** Frees a slot, unless another reference has taken it. */
  void drop(Answer answer) {
    if (get(answer.reference, answer.contextPath) != null) {
      slots[slot(answer.reference)] = null;
    }
  }

  private int slot(String reference) {
    int hash = reference.hashCode();
    return (hash ^ hash >>> 16) & (slots.length - 1);
  }
}
