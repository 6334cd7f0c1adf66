package dev.autoversion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The states that a file was in, one after the other, and when each may have been seen. */
final class History {
  /** Not there. */
  static final String ABSENT = "";

  private final Map<String, List<State>> states = new HashMap<>();
  private final AtomicInteger edits = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private State last = new State(System.nanoTime());

  History() {
    states.put(ABSENT, new ArrayList<>(List.of(last)));
  }

  /** Makes one state into another, at once. */
  @FunctionalInterface
  interface Edit {
    void run() throws IOException;
  }

  private static final class State {
    private final long from;
    private long until = Long.MAX_VALUE;

    State(long from) {
      this.from = from;
    }
  }

  /** The file gets another version; somewhere between begin and end both can be seen. */
  void become(String version, Edit edit) throws IOException {
    State next = new State(System.nanoTime());
    edits.incrementAndGet();
    edit.run();
    last.until = System.nanoTime();
    last = next;
    states.computeIfAbsent(version, any -> new ArrayList<>()).add(next);
  }

  /** How often it was edited. */
  int edits() {
    return edits.get();
  }

  /** Somebody who began to ask after so many edits has been answered. */
  void answered(int after) {
    answered.accumulateAndGet(after, Math::max);
  }

  /** Whether one more edit might be the third within a single look, which then fails. */
  boolean isAhead() {
    return edits.get() - answered.get() > 1;
  }

  boolean isAbsent() {
    return states.get(ABSENT).contains(last);
  }

  /** Whether the file had that version at some moment between the two. Ask when no edit runs. */
  boolean had(String version, long since, long until) {
    return states.getOrDefault(version, List.of()).stream()
        .anyMatch(state -> state.from - until <= 0 && since - state.until <= 0);
  }
}
