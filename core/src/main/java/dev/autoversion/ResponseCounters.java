package dev.autoversion;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts for {@link ResponseStats}. */
final class ResponseCounters {
  private final Map<Coding, Map<Integer, LongAdder>> sent = new LinkedHashMap<>();

  ResponseCounters() {
    for (Coding coding : Coding.values()) {
      // Only the identity has parts, invalid ranges and redirects.
      List<Integer> statuses =
          coding == Coding.IDENTITY
              ? List.of(200, 206, 302, 304, 412, 416)
              : List.of(200, 304, 412);
      Map<Integer, LongAdder> counters = new TreeMap<>();
      statuses.forEach(status -> counters.put(status, new LongAdder()));
      sent.put(coding, counters);
    }
  }

  /** Counts a response and returns it. */
  AssetResponse count(Coding coding, AssetResponse response) {
    LongAdder counter = Objects.requireNonNull(sent.get(coding)).get(response.status());
    if (counter != null) {
      counter.increment();
    }
    return response;
  }

  ResponseStats stats(long bytesHeld) {
    Map<String, Map<Integer, Long>> counted = new LinkedHashMap<>();
    sent.forEach(
        (coding, counters) -> {
          Map<Integer, Long> sums = new TreeMap<>();
          counters.forEach((status, counter) -> sums.put(status, counter.sum()));
          counted.put(coding.token(), Collections.unmodifiableMap(sums));
        });
    return new ResponseStats(Collections.unmodifiableMap(counted), bytesHeld);
  }
}
